/** A plan as it stands: what is proposed and by whom, what doctors said, what can be done next; its versions beside it. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Plan, VisitCard } from "../../api/generated";
import { useFormat } from "../../components/format";
import { Agreement } from "./Agreement";
import { Decide } from "./Decide";
import { VersionLines } from "./VersionLines";
import { Versions } from "./Versions";
import styles from "./plans.module.css";
import { specialtiesWords, stateTone } from "./words";

interface PlanViewProps {
  plan: Plan;
  card: VisitCard | null;
  onEdit: () => void;
  onClose: () => void;
}

export function PlanView({ plan, card, onEdit, onClose }: PlanViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const latest = plan.versions[0];
  const version = plan.versions.find(({ id }) => id === chosen) ?? latest;
  if (!latest || !version) return null;
  const isLatest = version.id === latest.id;
  const number = plan.versions.length - plan.versions.indexOf(version);
  const when = (instant: number) => (format.dayOf(instant) === format.today() ? format.time(instant) : format.moment(instant));
  return (
    <div className={styles.view} data-testid="plan-view">
      <div className={styles.main}>
        <p className={styles.state}>
          <b className={styles.stateWord} data-tone={stateTone[plan.state]} data-testid="plan-state">{t(`plans.state.${plan.state}`)}</b>
          <span>{t("plans.proposedBy", { name: latest.by ?? t("plans.someone") })}</span>
          <span className="quiet">{when(latest.at)}</span>
        </p>
        {plan.closedReason !== null && <p className="caution">{t("plans.closedBecause", { reason: plan.closedReason })}</p>}
        {plan.state !== "closed" && plan.missing.length > 0 && plan.state !== "sent_back" && <p data-testid="plan-missing">{t("plans.missing", { specialties: specialtiesWords(t, plan.missing) })}</p>}
        {!isLatest && (
          <p className={styles.older}>
            {t("plans.olderShown", { number })} <Button size="small" data-testid="plan-show-latest" onClick={() => { setChosen(null); }}>{t("plans.showLatest")}</Button>
          </p>
        )}
        {isLatest && <Agreement plan={plan} version={latest} card={card} />}
        {version.note !== "" && <p className={styles.note}>{version.note}</p>}
        <VersionLines plan={plan} version={version} actions={isLatest} card={card} onClose={onClose} />
        {version.decisions.length > 0 && (
          <ul className={styles.decisions} data-testid="plan-decisions">
            {version.decisions.map((decision, index) => {
              const name = decision.by ?? t("plans.someone");
              return (
                <li key={index}>
                  <span className={decision.approved ? "" : "caution"}>{decision.approved ? t("plans.decided.approved", { name, specialty: decision.specialty === null ? "" : t(`common.specialty.${decision.specialty}`) }) : t("plans.decided.sentBack", { name })}</span>
                  <span className="quiet"> {when(decision.at)}</span>
                  {decision.reason !== "" && <p>{decision.reason}</p>}
                </li>
              );
            })}
          </ul>
        )}
        {isLatest && plan.state !== "closed" && <Decide plan={plan} version={latest} onEdit={onEdit} />}
      </div>
      <Versions plan={plan} shown={version.id} onShow={setChosen} />
    </div>
  );
}
