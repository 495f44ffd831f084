/** A sale as it stands: what was bought at what price and why, how it was paid, what is owed, what it gave. */
import { Button } from "antd";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, type Location, useLocation, useNavigate } from "react-router";
import { toFailure } from "../../../api/failure";
import type { Sale, SaleId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Hotkey } from "../../../components/Hotkey";
import { EmptyState, Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { Congratulate } from "../../billing/tiers/Congratulate";
import { useEscape } from "../../clients/escape";
import { type From, type JustPaid, cameFrom, refundPath } from "../places";
import { Debt } from "./Debt";
import { Gives } from "./Gives";
import { Invoices } from "./Invoices";
import { JustPaidBand } from "./JustPaidBand";
import { Payments } from "./Payments";
import { Refunds } from "./Refunds";
import { SaleLines } from "./SaleLines";
import { isRefundable } from "./refunded";
import styles from "./sale.module.css";

function justPaid({ state }: Location<unknown>): JustPaid | null {
  return typeof state === "object" && state !== null && "change" in state && "points" in state ? (state as JustPaid) : null;
}

export function SalePage({ id }: { id: SaleId }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const location = useLocation() as Location<unknown>;
  const read = useRead("money", "sales.open", { id });
  const from = cameFrom(location);
  const back = () => void navigate(from);
  const refund = (overpaid: boolean) => void navigate(refundPath(id, overpaid), { state: { from } satisfies From });
  useEscape(t("checkout.sale.back"), back);
  return (
    <div className={`${styles.page ?? ""} scrolls`} data-testid="sale-page">
      {toFailure(read.error)?.code === "not_found" && !read.data
        ? <EmptyState title={t("checkout.sale.gone")} hint={t("checkout.sale.goneHint")} action={<Button onClick={back}>{t("checkout.sale.back")}</Button>} />
        : <Loaded read={read} rows={8}>{(sale) => <Shown sale={sale} paid={justPaid(location)} onBack={back} onRefund={refund} />}</Loaded>}
    </div>
  );
}

interface ShownProps {
  sale: Sale;
  paid: JustPaid | null;
  onBack: () => void;
  /** With what was paid too much chosen already, or nothing. */
  onRefund: (overpaid: boolean) => void;
}

function Shown({ sale, paid, onBack, onRefund }: ShownProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const maySell = useMay()("sell");
  const [settled, setSettled] = useState(false);
  return (
    <>
      <header className={styles.head}>
        <Button type="text" size="small" icon={<ArrowLeft aria-hidden size={14} strokeWidth={1.5} />} data-testid="sale-back" onClick={onBack}>{t("checkout.sale.back")} <Hotkey keys="Esc" /></Button>
        <h1 className={styles.title} data-testid="sale-number">{t("checkout.sale.title", { number: sale.number })}</h1>
        <span className="quiet">{[`${format.date(sale.businessDay)} ${format.time(sale.at)}`, sale.by === null ? "" : t("checkout.sale.soldBy", { name: sale.by })].filter(Boolean).join(" · ")}</span>
        <span className={styles.spring} />
        <Congratulate sale={sale.id} justPaid={paid !== null || settled} change={settled ? 0 : (paid?.change ?? 0)} />
        {maySell && isRefundable(sale) && <Button data-testid="sale-refund" onClick={() => { onRefund(false); }}>{t("refunds.sale.button")}</Button>}
      </header>
      {paid && <JustPaidBand sale={sale} {...paid} />}
      <div className={styles.columns}>
        <div className={styles.column}>
          <section className={styles.card}>
            <header className={styles.cardHead}>
              <h2><Link to={`/clients/${sale.client.id}`} data-testid="sale-client">{sale.client.name}</Link> <span className="quiet">{sale.client.memberNumber}</span></h2>
            </header>
            <SaleLines sale={sale} />
          </section>
          {sale.entitlements.length > 0 && <Gives entitlements={sale.entitlements} />}
        </div>
        <div className={styles.column}>
          <section className={styles.card} aria-label={t("checkout.sale.payments")}>
            <header className={styles.cardHead}><h2>{t("checkout.sale.payments")}</h2></header>
            <Payments payments={sale.payments} />
            {sale.arrears && <Debt sale={sale} arrears={sale.arrears} onSettled={() => { setSettled(true); }} onRefund={() => { onRefund(true); }} />}
          </section>
          {sale.refunds.length > 0 && <Refunds sale={sale} />}
          <Invoices sale={sale} />
          <p className={`quiet ${styles.receipt ?? ""}`} data-testid="sale-no-invoice">{t("checkout.noInvoice")}</p>
        </div>
      </div>
    </>
  );
}
