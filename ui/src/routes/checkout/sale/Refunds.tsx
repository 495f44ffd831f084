/** What of a sale went back: each refund with its reason, where it went, and its working. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refund, RefundPart, RefundPayment, Sale } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useFormat } from "../../../components/format";
import { Working } from "../refund/Working";
import { signed } from "../refund/words";
import { lineName, methodName } from "../words";
import { ReverseRefund } from "./ReverseRefund";
import styles from "./sale.module.css";

export function Refunds({ sale }: { sale: Sale }) {
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-label={t("refunds.sale.title")} data-testid="sale-refunds">
      <header className={styles.cardHead}><h2>{t("refunds.sale.title")}</h2></header>
      <ul className={styles.lines}>{sale.refunds.map((refund) => <Entry key={refund.id} refund={refund} sale={sale} />)}</ul>
    </section>
  );
}

function Entry({ refund, sale }: { refund: Refund; sale: Sale }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, reverses, reversed, surplus, amount, at, by, approvedBy, basis, reason, parts, payments, offDebt, interest, interestSteps } = refund;
  const maySell = useMay()("sell");
  const [reversing, setReversing] = useState(false);
  const undone = sale.refunds.find(({ id }) => id === reverses);
  const working = interestSteps.length > 0 || parts.some(({ steps }) => steps.length > 0);
  const about = [
    undone ? t("refunds.sale.reverses", { number: undone.number }) : "",
    format.moment(at),
    by === null ? "" : t("refunds.sale.by", { name: by }),
    approvedBy === null ? "" : t("refunds.sale.approvedBy", { name: approvedBy }),
    t(`refunds.sale.basis.${basis}`),
    reason,
  ].filter(Boolean).join(" · ");
  const paidBy = new Map(sale.payments.map(({ id, method }) => [id, method]));
  const wayName = ({ payment, ...way }: RefundPayment) => (way.method === "stored_value" && !(payment !== null && paidBy.get(payment) === "stored_value") ? t("refunds.sale.stays") : methodName(t, way));
  const ways = [
    ...payments.map((way) => [way.interest ? t("refunds.sale.interest", { amount: signed(way.amount) }) : signed(way.amount), wayName(way), way.reference].filter(Boolean).join(" ")),
    offDebt === 0 || (offDebt < 0 && reverses === null) ? "" : `${t("refunds.offDebt")} ${signed(offDebt)}`,
  ].filter(Boolean).join(t("common.listGap"));
  return (
    <li className={styles.line} data-testid="sale-refund-entry" data-reversed={reversed ? "" : undefined}>
      <span className={styles.lineName}><b>{number}</b>{reversed && <span className={styles.mark}>{t("refunds.sale.reversed")}</span>}</span>
      <span className="figure">{signed(-amount)}</span>
      <p className={`quiet ${styles.why ?? ""}`} data-testid="sale-refund-about">{about}</p>
      <p className={styles.why} data-testid="sale-refund-ways">{ways}</p>
      {reversing && <ReverseRefund refund={refund} wayName={wayName} onClose={() => { setReversing(false); }} />}
      {working && <details className={styles.why}>
        <summary data-testid="sale-refund-working">{t("refunds.sale.working")}</summary>
        {parts.map((part) => (
          <div key={part.id} className={styles.working}>
            <b>{partName(t, part)}</b>
            <Working steps={part.steps} kind={part.kind} amount={part.amount} />
          </div>
        ))}
        {interest !== 0 && (
          <div className={styles.working}>
            <b>{t("refunds.interest.title")}</b>
            <Working steps={interestSteps} kind={null} amount={interest} />
          </div>
        )}
      </details>}
      {surplus && <p className={`danger ${styles.why ?? ""}`} data-testid="sale-refund-surplus">{t("refunds.sale.surplus")}</p>}
      {maySell && !reversed && (reverses === null || surplus) && <div className={styles.why}><Button size="small" data-testid="sale-refund-reverse" onClick={() => { setReversing(true); }}>{t("refunds.sale.reverse")}</Button></div>}
    </li>
  );
}

function partName(t: Parameters<typeof lineName>[0], { line, kind, name }: RefundPart): string {
  if (kind === null) return t("refunds.sale.money.overpaid");
  return line === null ? t("refunds.sale.money.kept") : lineName(t, { kind, name });
}
