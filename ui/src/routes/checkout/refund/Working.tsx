/** The working of an amount, line by line, and what it ends in. */
import { useTranslation } from "react-i18next";
import type { Fen, LineKind, RefundStep } from "../../../api/generated";
import styles from "./refund.module.css";
import { signed, stepWords } from "./words";

interface WorkingProps {
  steps: readonly RefundStep[];
  kind: LineKind | null;
  /** Null where the steps say it all. */
  amount: Fen | null;
}

export function Working({ steps, kind, amount }: WorkingProps) {
  const { t } = useTranslation();
  return (
    <dl className={styles.steps} data-testid="refund-steps">
      {steps.map((step, place) => (
        <div key={place} data-testid="refund-step">
          <dt>{stepWords(t, step, kind)}</dt>
          <dd>{signed(step.amount)}</dd>
        </div>
      ))}
      {amount !== null && (
        <div className={styles.result} data-testid="refund-result">
          <dt>{t("refunds.thing.result")}</dt>
          <dd>{signed(amount)}</dd>
        </div>
      )}
    </dl>
  );
}
