/** How a sale was paid, debts that were paid later among it. */
import { useTranslation } from "react-i18next";
import type { Payment } from "../../../api/generated";
import { money, useFormat } from "../../../components/format";
import { methodName } from "../words";
import styles from "./sale.module.css";

export function Payments({ payments }: { payments: readonly Payment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (payments.length === 0) return <p className="quiet">{t("checkout.sale.noPayments")}</p>;
  return (
    <ul className={styles.lines}>
      {payments.map((payment) => {
        const { id, amount, tendered, reference, settles, at, by } = payment;
        const about = [
          settles ? `${t("checkout.sale.settles")} ${format.moment(at)}` : "",
          settles && by !== null ? by : "",
          tendered !== null && tendered !== amount ? t("checkout.sale.tendered", { amount: money(tendered), change: money(tendered - amount) }) : "",
          reference,
        ].filter(Boolean).join(" · ");
        return (
          <li key={id} className={styles.line} data-testid="sale-payment">
            <span>{methodName(t, payment)}</span>
            <span className="figure">{money(amount)}</span>
            {about !== "" && <p className={`quiet ${styles.why ?? ""}`}>{about}</p>}
          </li>
        );
      })}
    </ul>
  );
}
