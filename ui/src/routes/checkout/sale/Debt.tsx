/** What of a sale is owed, until when, and paying it. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sale, SaleArrears } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { money, useFormat } from "../../../components/format";
import { Settle } from "./Settle";
import styles from "./sale.module.css";

interface DebtProps {
  sale: Sale;
  arrears: SaleArrears;
  /** Some of it, or all, is paid. */
  onSettled: () => void;
  /** Gives back what was paid too much. */
  onRefund: () => void;
}

export function Debt({ sale, arrears: { amount, owed, dueOn, reason }, onSettled, onRefund }: DebtProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const maySell = useMay()("sell");
  const [settling, setSettling] = useState(false);
  return (
    <div className={styles.debt} data-testid="sale-arrears" data-owed={owed > 0 ? "" : undefined}>
      <p className={owed < 0 ? "danger" : owed > 0 ? "caution" : "quiet"}>
        {owed < 0 ? t("checkout.sale.overpaid", { amount: money(-owed) }) : owed === 0 ? t("checkout.sale.settled", { amount: money(amount) }) : owed === amount ? t("checkout.sale.owed", { amount: money(owed) }) : t("checkout.sale.owedOf", { amount: money(amount), owed: money(owed) })}
        {" · "}{t("checkout.sale.dueOn", { day: format.date(dueOn) })}
        {reason !== "" && ` · ${reason}`}
      </p>
      {owed > 0 && maySell && <Button data-testid="sale-settle" onClick={() => { setSettling(true); }}>{t("checkout.sale.settle")}</Button>}
      {owed < 0 && maySell && <Button data-testid="sale-refund-overpaid" onClick={onRefund}>{t("refunds.sale.overpaid")}</Button>}
      {settling && <Settle sale={sale} owed={owed} onSettled={onSettled} onClose={() => { setSettling(false); }} />}
    </div>
  );
}
