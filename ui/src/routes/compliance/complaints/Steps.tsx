/** What was done about a complaint, in the order of time; what was taken back stands struck out. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ComplaintFile, ComplaintStepLine, StepKind } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { useFormat } from "../../../components/format";
import styles from "../compliance.module.css";

/** What says how it ended is not taken back but said anew. */
const final: readonly StepKind[] = ["closed", "reopened", "dropped", "taken_back"];

export function Steps({ file: { steps } }: { file: ComplaintFile }) {
  const { t } = useTranslation();
  // What was taken back says so itself.
  const shown = steps.filter(({ kind }) => kind !== "taken_back");
  if (shown.length === 0) return <p className="quiet" data-testid="complaint-no-steps">{t("complaints.noSteps")}</p>;
  return <ol className={styles.steps}>{shown.map((step) => <Step key={step.id} step={step} back={steps.find(({ takesBack }) => takesBack === step.id)} />)}</ol>;
}

function Step({ step, back }: { step: ComplaintStepLine; back: ComplaintStepLine | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayTake = useMay()("take_complaints");
  const word = t(`complaints.step.${step.kind}`);
  const takeBack = useWrite("complaints.take_back", { done: t("complaints.tookBack", { step: word }) });
  const details = [
    step.severity === null ? "" : t("complaints.nowSeverity", { severity: t(`complaints.severity.${step.severity}`) }),
    step.responsibleName === null ? "" : t("complaints.nowResponsible", { name: step.responsibleName }),
    step.reportNumber === null ? "" : t("complaints.reportNumber", { number: step.reportNumber }),
    step.outcome === null ? "" : t(`complaints.outcome.${step.outcome}`),
  ].filter(Boolean);
  return (
    <li className={styles.step} data-kind={step.kind} data-back={step.takenBack ? "" : undefined} data-testid="complaint-step">
      <div className={styles.stepHead}>
        <b className={styles.said}>{word}</b>
        <span className="quiet">{step.by ?? ""} {format.moment(step.at)}</span>
        <span className={styles.spring} />
        {back && <span className="quiet">{t("complaints.wasTakenBack")} {back.by ?? ""} {format.moment(back.at)}</span>}
        {mayTake && !step.takenBack && !final.includes(step.kind) && (
          <Button type="link" size="small" loading={takeBack.pending} data-testid="complaint-step-back" onClick={() => void takeBack.run({ id: step.id })}>{t("complaints.takeBack")}</Button>
        )}
      </div>
      {details.length > 0 && <span className={styles.said}>{details.join(" · ")}</span>}
      {step.text !== "" && <span className={styles.said}>{step.text}</span>}
    </li>
  );
}
