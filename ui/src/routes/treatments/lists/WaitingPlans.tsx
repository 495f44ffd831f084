/** Plans that no doctor has looked at, the oldest first. The arrows walk, Enter opens one. */
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead } from "../../../api/hooks";
import { Loaded } from "../../../components/States";
import { useNow } from "../../../components/now";
import { ageWords, isOld } from "../age";
import { type Named, planPath } from "../places";
import styles from "./lists.module.css";

export function WaitingPlans() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  const waiting = useRead("treatments", "plans.waiting", {});
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    event.preventDefault();
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
  };
  return (
    <section className={styles.waiting} aria-label={t("treatments.waiting")} data-testid="plans-waiting">
      <h2 className={styles.listHead}>{t("treatments.waiting")} {waiting.data && waiting.data.length > 0 && <span className={styles.count}>{waiting.data.length}</span>}</h2>
      <Loaded read={waiting} rows={4}>
        {(plans) => plans.length === 0 ? <p className={`quiet ${styles.nothing ?? ""}`}>{t("treatments.waitingNone")}</p> : (
          // The keys are those of the buttons within.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <ul ref={list} className={`${styles.plans ?? ""} scrolls`} onKeyDown={onKeyDown}>
            {plans.map((plan) => (
              <li key={plan.id}>
                <button type="button" className={styles.plan} data-testid="plan-waiting" onClick={() => void navigate(planPath(plan.client, plan.id), { state: { name: plan.clientName } satisfies Named })}>
                  <span className={styles.planName}>{plan.clientName}</span>
                  <span className={isOld(plan.at, now) ? "caution" : "quiet"}>{ageWords(t, plan.at, now)}</span>
                  <span>{plan.missing.map((specialty) => t(`common.specialty.${specialty}`)).join(t("common.listGap"))}</span>
                  <span className="quiet">{plan.by ?? ""}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
