/** The client agreed and the consultation has no outcome yet: it is recorded right here. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Plan, PlanVersion, VisitCard } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useMay } from "../../app/session";
import styles from "./plans.module.css";

export function Agreement({ plan, version, card }: { plan: Plan; version: PlanVersion; card: VisitCard | null }) {
  const { t } = useTranslation();
  const mayConsult = useMay()("consult");
  const end = useWrite("consultations.end", { done: t("plans.outcomeDone") });
  if (plan.state !== "agreed" || version.agreed === null || !mayConsult || card === null || card.outcome === "agreed") return null;
  return (
    <p className={styles.offer} data-testid="plan-outcome-offer">
      <span>{t("plans.outcomeOffer")}</span>
      <Button type="primary" loading={end.pending} data-testid="plan-outcome" onClick={() => void end.run({ visit: card.id, outcome: "agreed", reason: "", note: "" })}>{t("plans.outcome")}</Button>
    </p>
  );
}
