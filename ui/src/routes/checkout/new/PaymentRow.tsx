/** One payment while it is typed: how much, for cash what was handed over and what goes back, for others their number. */
import { Button, Input } from "antd";
import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { PaymentMethod } from "../../../api/generated";
import { isComposing } from "../../../app/shortcuts";
import { money } from "../../../components/format";
import type { DraftPayment } from "./draft";
import styles from "./new.module.css";
import { type Limits, cash, changeOf, problemOf } from "./payments";
import { paymentFieldId, paymentWords } from "./problems";

interface PaymentRowProps {
  payment: DraftPayment;
  /** Undefined where it is not offered any more. */
  method: PaymentMethod | undefined;
  name: string;
  limits: Limits;
  /** What the client has of it; "" where it is not kept here. */
  balance: string;
  /** What Rust said of it. */
  refused: string;
  onChange: (payment: DraftPayment) => void;
  onRemove: () => void;
  onEnter: () => void;
}

export function PaymentRow({ payment, method, name, limits, balance, refused, onChange, onRemove, onEnter }: PaymentRowProps) {
  const { t } = useTranslation();
  const problem = problemOf(payment, method, limits);
  const change = changeOf(payment);
  // What is still to be typed is not wrong yet.
  const wrong = problem !== null && problem !== "reference" && !(problem === "amount" && payment.amount.trim() === "");
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === "Enter") onEnter();
    else if (event.key === "Escape") event.currentTarget.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const words = refused !== "" ? refused : wrong ? paymentWords(t, problem, name, limits.get(payment.method)) : "";
  return (
    <li className={styles.payment} data-testid={`checkout-payment-${payment.method}`}>
      <label className={styles.paymentName} htmlFor={paymentFieldId(payment.key, "amount")}>{name}</label>
      <Input
        id={paymentFieldId(payment.key, "amount")}
        inputMode="decimal"
        maxLength={16}
        value={payment.amount}
        aria-label={t("checkout.new.payment.amount", { method: name })}
        {...(problem === "amount" || problem === "most" ? { status: "error" as const } : {})}
        data-testid="checkout-payment-amount"
        className={styles.amountInput ?? ""}
        onFocus={(event) => { event.target.select(); }}
        onChange={(event) => { onChange({ ...payment, amount: event.target.value }); }}
        onKeyDown={onKeyDown}
      />
      {payment.method === cash && (
        <>
          <label className={`quiet ${styles.paymentSub ?? ""}`} htmlFor={paymentFieldId(payment.key, "tendered")}>{t("checkout.new.payment.tendered")}</label>
          <Input
            id={paymentFieldId(payment.key, "tendered")}
            inputMode="decimal"
            maxLength={16}
            value={payment.tendered}
            placeholder={payment.amount}
            {...(problem === "tendered" ? { status: "error" as const } : {})}
            data-testid="checkout-payment-tendered"
            className={styles.amountInput ?? ""}
            onFocus={(event) => { event.target.select(); }}
            onChange={(event) => { onChange({ ...payment, tendered: event.target.value }); }}
            onKeyDown={onKeyDown}
          />
          {change !== null && change > 0 && <p className={styles.change} role="status" data-testid="checkout-change">{t("checkout.new.payment.change")} <b>{money(change)}</b></p>}
        </>
      )}
      {method?.needsReference && (
        <Input
          id={paymentFieldId(payment.key, "reference")}
          maxLength={60}
          value={payment.reference}
          placeholder={t("checkout.new.payment.referenceHint")}
          aria-label={t("checkout.new.payment.reference", { method: name })}
          data-testid="checkout-payment-reference"
          className={styles.reference ?? ""}
          onChange={(event) => { onChange({ ...payment, reference: event.target.value }); }}
          onKeyDown={onKeyDown}
        />
      )}
      {/* After the fields: Tab goes from the amount to the cash, or the number. */}
      <Button type="text" size="small" icon={<X aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("checkout.new.payment.remove", { method: name })} className={styles.removePayment ?? ""} data-testid="checkout-payment-remove" onClick={onRemove} />
      {balance !== "" && <p className={`quiet ${styles.balance ?? ""}`} data-testid="checkout-balance">{balance}</p>}
      {words !== "" && <p className={`danger ${styles.balance ?? ""}`} role="alert" data-testid="checkout-payment-problem">{words}</p>}
    </li>
  );
}
