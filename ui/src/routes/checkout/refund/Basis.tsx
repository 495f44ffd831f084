/** Whose cause it is: one of four, each with what it means for what was used. */
import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { RefundBasis, RefundQuote } from "../../../api/generated";
import { daysBetween } from "../../../components/format";
import styles from "./refund.module.css";

const bases = ["mistake", "cooling_off", "clinic", "client"] as const;
/** What somebody chooses; opening balances are taken back elsewhere. */
type Chosen = (typeof bases)[number];

interface BasisProps {
  value: RefundBasis;
  quote: RefundQuote;
  onChange: (basis: RefundBasis) => void;
}

export function Basis({ value, quote: { day, coolingOff, coolingOffUntil }, onChange }: BasisProps) {
  const { t } = useTranslation();
  const over = (basis: Chosen) => basis === "cooling_off" && !coolingOff;
  const words = (basis: Chosen) => {
    if (over(basis)) return t("refunds.basis.cooling_off.over", { day: coolingOffUntil });
    return basis === "cooling_off" ? t("refunds.basis.cooling_off.what", { day: coolingOffUntil }) : t(`refunds.basis.${basis}.what`);
  };
  return (
    <Radio.Group className={styles.bases ?? ""} value={value} aria-label={t("refunds.basis.title")} onChange={(event) => { onChange(event.target.value as RefundBasis); }}>
      {bases.map((basis) => (
        <Radio key={basis} value={basis} disabled={over(basis)} className={styles.basis ?? ""} data-testid={`refund-basis-${basis}`}>
          <b>{basis === "cooling_off" ? t("refunds.basis.cooling_off.name", { days: daysBetween(day, coolingOffUntil) }) : t(`refunds.basis.${basis}.name`)}</b>
          <span className={`quiet ${styles.small ?? ""}`}>{words(basis)}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
