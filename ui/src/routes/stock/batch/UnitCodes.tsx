/** The codes of the single packs of a batch; many, so they are shown when asked for. */
import { useTranslation } from "react-i18next";
import styles from "../stock.module.css";

export function UnitCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <details className={styles.codes} data-testid="batch-codes">
      <summary>{t("stock.batch.codes", { codes: codes.length })}</summary>
      <ul className="scrolls">{codes.map((code) => <li key={code}>{code}</li>)}</ul>
    </details>
  );
}
