/** What stands under the payments: what is left and becomes a debt, the invoice, a note. */
import { Checkbox, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Fen } from "../../../api/generated";
import { DayInput } from "../../../components/DayInput";
import { money } from "../../../components/format";
import { leave } from "./leave";
import type { CheckoutDraft } from "./draft";
import styles from "./new.module.css";
import { fieldIds } from "./problems";

interface RestProps {
  values: CheckoutDraft;
  left: Fen;
  /** `never`, `approved` or `allowed`. */
  arrearsRule: string;
  /** Somebody else must stand behind a debt. */
  needsApproval: boolean;
  /** What Rust would not take, by field. */
  refused: Readonly<Record<string, string>>;
  onChange: (values: CheckoutDraft) => void;
}

export function Rest({ values, left, arrearsRule, needsApproval, refused, onChange }: RestProps) {
  const { t } = useTranslation();
  const { arrears, invoice } = values;
  const said = (field: string) => refused[field] !== undefined && <p className={`danger ${styles.small ?? ""}`} role="alert">{refused[field]}</p>;
  return (
    <div className={styles.rest}>
      {arrearsRule !== "never" && (left > 0 || arrears.on) && (
        <div className={styles.part} data-testid="checkout-arrears">
          <Checkbox checked={arrears.on} data-testid="checkout-arrears-on" onChange={(event) => { onChange({ ...values, arrears: { ...arrears, on: event.target.checked } }); }}>
            {t("checkout.new.arrears.on", { amount: money(Math.max(left, 0)) })}
          </Checkbox>
          {arrears.on && (
            <>
              <div className={styles.pair}>
                <DayInput id={fieldIds.dueOn} value={arrears.dueOn} label={t("checkout.new.arrears.due")} testId="checkout-arrears-due" onChange={(dueOn) => { onChange({ ...values, arrears: { ...arrears, dueOn } }); }} />
                <Input id={fieldIds.arrearsReason} maxLength={200} value={arrears.reason} placeholder={t("checkout.new.arrears.reason")} aria-label={t("checkout.new.arrears.reason")} data-testid="checkout-arrears-reason" onKeyDown={leave} onChange={(event) => { onChange({ ...values, arrears: { ...arrears, reason: event.target.value } }); }} />
              </div>
              {said("dueOn")}
              {said("arrearsReason")}
              {needsApproval && <p className={`caution ${styles.small ?? ""}`}>{t("checkout.new.arrears.needsApproval")}</p>}
            </>
          )}
        </div>
      )}
      <div className={styles.part}>
        <Checkbox checked={invoice.on} data-testid="checkout-invoice-on" onChange={(event) => { onChange({ ...values, invoice: { ...invoice, on: event.target.checked } }); }}>{t("checkout.new.invoice.on")}</Checkbox>
        {invoice.on && (
          <>
            <Input id={fieldIds.title} maxLength={200} value={invoice.title} placeholder={t("checkout.new.invoice.title")} aria-label={t("checkout.new.invoice.title")} data-testid="checkout-invoice-title" onKeyDown={leave} onChange={(event) => { onChange({ ...values, invoice: { ...invoice, title: event.target.value } }); }} />
            {said("title")}
            <Input id={fieldIds.taxNumber} maxLength={40} value={invoice.taxNumber} placeholder={t("checkout.new.invoice.taxNumber")} aria-label={t("checkout.new.invoice.taxNumber")} data-testid="checkout-invoice-tax" onKeyDown={leave} onChange={(event) => { onChange({ ...values, invoice: { ...invoice, taxNumber: event.target.value } }); }} />
            {said("taxNumber")}
          </>
        )}
      </div>
      <label className={styles.field} htmlFor="checkout-note">
        <span>{t("checkout.new.note")}</span>
        <Input id="checkout-note" maxLength={200} value={values.note} placeholder={t("checkout.new.noteHint")} data-testid="checkout-note" onKeyDown={leave} onChange={(event) => { onChange({ ...values, note: event.target.value }); }} />
      </label>
    </div>
  );
}
