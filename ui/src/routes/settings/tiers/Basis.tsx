/** What counts as spending and when tiers are reviewed, in words. */
import { useTranslation } from "react-i18next";
import type { TierRules } from "../../../api/generated";
import styles from "./tiers.module.css";
import { basisWords } from "./words";

export function Basis({ rules }: { rules: TierRules }) {
  const { t } = useTranslation();
  return (
    <div className={styles.basis} data-testid="tiers-basis">
      <h3 className={styles.small}>{t("tierRules.basis.title")}</h3>
      <ul>{basisWords(t, rules).map((words) => <li key={words}>{words}</li>)}</ul>
    </div>
  );
}
