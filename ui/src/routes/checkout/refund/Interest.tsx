/** What interest comes to and how, whether it is paid, and by which method. */
import { Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { PaymentMethod, RefundQuote } from "../../../api/generated";
import { money } from "../../../components/format";
import { methodName } from "../words";
import { Working } from "./Working";
import styles from "./refund.module.css";
import { isOutside } from "./words";

interface InterestProps {
  quote: RefundQuote;
  on: boolean;
  method: string | null;
  methods: readonly PaymentMethod[];
  onChange: (on: boolean) => void;
  onMethod: (method: string) => void;
}

export function Interest({ quote: { interest, interestSteps }, on, method, methods, onChange, onMethod }: InterestProps) {
  const { t } = useTranslation();
  if (interest <= 0) return null;
  return (
    <section className={styles.part} aria-label={t("refunds.interest.title")} data-testid="refund-interest-part">
      <div className={styles.waysHead}>
        <Checkbox checked={on} data-testid="refund-interest" onChange={(event) => { onChange(event.target.checked); }}>{t("refunds.interest.pay", { amount: money(interest) })}</Checkbox>
        <span className={styles.spring} />
        {on && (
          <Select<string>
            value={method}
            options={methods.filter(({ code, active }) => active && isOutside(code)).map((one) => ({ value: one.code, label: methodName(t, one) }))}
            aria-label={t("refunds.interest.method")}
            data-testid="refund-interest-method"
            className={styles.interestMethod ?? ""}
            onChange={onMethod}
          />
        )}
      </div>
      <Working steps={interestSteps} kind={null} amount={null} />
    </section>
  );
}
