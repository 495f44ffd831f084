/** What opening balances come to, figure by figure; what there is none of stays quiet. */
import { useTranslation } from "react-i18next";
import type { OpeningTotals } from "../../../api/generated";
import { grouped, money } from "../../../components/format";
import styles from "./openings.module.css";

const figures: readonly (readonly [key: keyof OpeningTotals, write: (count: number) => string])[] = [
  ["clients", grouped], ["principal", money], ["gift", money], ["deposit", money], ["sessions", grouped], ["paid", money], ["points", grouped], ["lifetime", money],
];

interface TotalsProps {
  totals: OpeningTotals;
  large?: boolean;
  /** Begins the test ids. */
  name?: string;
}

export function Totals({ totals, large = false, name = "openings-total" }: TotalsProps) {
  const { t } = useTranslation();
  return (
    <dl className={`${styles.totals ?? ""} ${large ? (styles.large ?? "") : ""}`}>
      {figures.map(([key, write]) => (
        <div key={key} data-nothing={totals[key] === 0 ? "" : undefined}>
          <dt>{t(`openings.totals.${key}`)}</dt>
          <dd data-testid={`${name}-${key}`}>{write(totals[key])}</dd>
        </div>
      ))}
    </dl>
  );
}
