/** What comes next, as a sentence over a thin line of how far one is. */
import { useTranslation } from "react-i18next";
import type { NextTier } from "../../../api/generated";
import styles from "./tiers.module.css";
import { nextWords } from "./words";

export function Next({ next, testId }: { next: NextTier; testId: string }) {
  const { t } = useTranslation();
  const { amount, missing } = next;
  return (
    <div className={styles.next}>
      <p className="quiet" data-testid={testId}>{nextWords(t, next)}</p>
      {missing > 0 && <div className={styles.bar} aria-hidden><span style={{ width: `${100 - (100 * missing) / amount}%` }} /></div>}
    </div>
  );
}
