/** One way that money leaves the clinic: of which payment, how much, and by which method. */
import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { PaymentMethod } from "../../../api/generated";
import { money } from "../../../components/format";
import { leave } from "../new/leave";
import { cash, isKeptHere, storedValue } from "../new/payments";
import { methodName } from "../words";
import type { TypedWay } from "./draft";
import { wayFieldId } from "./problems";
import styles from "./refund.module.css";
import { type Way, isUnread } from "./ways";

interface WayRowProps {
  way: Way;
  /** Of the payment that it gives back. */
  name: string;
  methods: readonly PaymentMethod[];
  /** Whether it may become stored value. */
  mayStay: boolean;
  /** What Rust said of it. */
  refused: string;
  onChange: (change: TypedWay) => void;
  onSplit: () => void;
  onJoin: () => void;
}

export function WayRow({ way, name, methods, mayStay, refused, onChange, onSplit, onJoin }: WayRowProps) {
  const { t } = useTranslation();
  const { payment, method, amount, reference, second, splits } = way;
  const offered = methods.filter(({ code, active }) => (code === storedValue || !isKeptHere(code)) && (code === storedValue ? mayStay || method === storedValue : active || code === payment?.method || code === method));
  const options = offered.map((one) => ({ value: one.code, label: one.code === storedValue ? t("refunds.sale.stays") : `${methodName(t, one)}${one.code === payment?.method ? t("refunds.ways.asPaid") : ""}` }));
  // What the payment was made by may not be offered any more.
  if (!options.some(({ value }) => value === method)) options.unshift({ value: method, label: name });
  return (
    <li className={styles.way} data-testid="refund-way" data-key={way.key} data-second={second ? "" : undefined}>
      <div className={styles.wayHead}>
        <span className={styles.wayName}>{payment ? second ? name : t("refunds.ways.payment", { method: name, day: payment.day, amount: money(payment.amount), left: money(payment.left) }) : name}</span>
        {splits && <Button size="small" type="text" data-testid="refund-way-split" aria-label={`${name} ${t("refunds.ways.split")}`} onClick={onSplit}>{t("refunds.ways.split")}</Button>}
        {second && !splits && <Button size="small" type="text" data-testid="refund-way-join" aria-label={`${name} ${t("refunds.ways.join")}`} onClick={onJoin}>{t("refunds.ways.join")}</Button>}
      </div>
      <Select<string> value={method} options={options} aria-label={t("refunds.ways.method", { method: name })} data-testid="refund-way-method" className={styles.wayMethod ?? ""} onChange={(next) => { onChange({ method: next }); }} />
      <Input
        id={wayFieldId(way.key)}
        inputMode="decimal"
        maxLength={16}
        value={amount}
        placeholder={money(0)}
        aria-label={t("refunds.ways.amount", { method: name })}
        {...(refused !== "" || isUnread(way) ? { status: "error" as const } : {})}
        data-testid="refund-way-amount"
        className={styles.wayAmount ?? ""}
        onFocus={(event) => { event.target.select(); }}
        onKeyDown={leave}
        onChange={(event) => { onChange({ amount: event.target.value }); }}
      />
      {method !== cash && method !== storedValue && (
        <Input maxLength={60} value={reference} placeholder={t("refunds.ways.referenceHint")} aria-label={`${name} ${t("refunds.ways.reference")}`} data-testid="refund-way-reference" className={styles.wayReference ?? ""} onKeyDown={leave} onChange={(event) => { onChange({ reference: event.target.value }); }} />
      )}
      {refused !== "" && <p className={`danger ${styles.wayProblem ?? ""}`} role="alert" data-testid="refund-way-problem">{refused}</p>}
    </li>
  );
}
