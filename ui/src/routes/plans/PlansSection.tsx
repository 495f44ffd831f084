/** A client's plans as short lines, for the visit panel and the client's file; each opens, and a new one begins. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, Plan, PlanId, VisitCard } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { Loaded } from "../../components/States";
import { money, useFormat } from "../../components/format";
import { PlanDrawer } from "./PlanDrawer";
import { totalOf } from "./draft";
import styles from "./plans.module.css";
import { specialtiesWords, stateTone } from "./words";

interface PlansSectionProps {
  client: ClientId;
  name: string;
  visit: VisitCard | null;
  /** Frames the section as its surroundings do. */
  frame: (title: string, action: ReactNode, body: ReactNode) => ReactNode;
}

export function PlansSection({ client, name, visit, frame }: PlansSectionProps) {
  const { t } = useTranslation();
  const mayDraft = useMay()("draft_plans");
  const read = useRead("treatments", "plans.of_client", { client });
  const [opened, setOpened] = useState<{ plan: PlanId | null } | null>(null);
  const action = mayDraft && (
    <Button type="text" size="small" icon={<Plus aria-hidden size={14} strokeWidth={1.5} />} data-testid="plan-new" onClick={() => { setOpened({ plan: null }); }}>{t("plans.new")}</Button>
  );
  return (
    <>
      {frame(t("plans.title"), action, (
        <Loaded read={read} rows={1}>
          {(plans) => plans.length === 0 ? <p className="quiet" title={t("plans.noneHint")}>{t("plans.none")}</p> : (
            <ul className={styles.cards}>
              {plans.map((plan) => <li key={plan.id}><Card plan={plan} onOpen={() => { setOpened({ plan: plan.id }); }} /></li>)}
            </ul>
          )}
        </Loaded>
      ))}
      {opened && <PlanDrawer client={client} name={name} plan={opened.plan} visit={visit} onClose={() => { setOpened(null); }} />}
    </>
  );
}

function Card({ plan, onOpen }: { plan: Plan; onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const latest = plan.versions[0];
  if (!latest) return null;
  const lines = latest.lines.filter(({ alternative }) => alternative === (latest.agreed ?? 0));
  return (
    <button type="button" className={styles.card} data-testid="plan-card" data-state={plan.state} onClick={onOpen}>
      <span className={styles.cardHead}>
        <b className={styles.stateWord} data-tone={stateTone[plan.state]}>{t(`plans.state.${plan.state}`)}</b>
        <span className="quiet">{[latest.by ?? "", format.dayOf(latest.at) === format.today() ? format.time(latest.at) : format.dayOf(latest.at)].filter(Boolean).join(" · ")}</span>
      </span>
      <span className={styles.cardLines}>{lines.map(({ name }) => name).join(t("common.listGap"))}</span>
      <span className="quiet">{[money(totalOf(lines).sum), plan.missing.length > 0 && plan.state === "partly_approved" ? t("plans.missing", { specialties: specialtiesWords(t, plan.missing) }) : ""].filter(Boolean).join(" · ")}</span>
    </button>
  );
}
