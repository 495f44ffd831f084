/** The fields that the stock's dialogs share: how much, and why. */
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Quantity } from "../../api/generated";
import styles from "./stock.module.css";
import { quantity as inUnit } from "../../components/decimals";
import { type Measured, packWord, packWords, quantityWords, readAmount } from "./units";

interface QuantityFieldProps {
  product: Measured;
  label: string;
  /** No more than this is there. */
  most: Quantity;
  autoFocus?: boolean;
  testId: string;
}

/** Typed in the unit or in packs; what it makes in packs stands under it. */
export function QuantityField({ product, label, most, autoFocus = false, testId }: QuantityFieldProps) {
  const { t } = useTranslation();
  const typed = (Form.useWatch("quantity") as string | undefined) ?? "";
  const amount = readAmount(t, typed, product);
  const problem = (text: string) => {
    const read = readAmount(t, text, product);
    if (read === null || read <= 0) return t("stock.quantityForm", { unit: product.unit, pack: packWord(t, product) });
    return read > most ? t("stock.onlySoMuch", { quantity: quantityWords(t, most, product) }) : null;
  };
  return (
    <Form.Item
      name="quantity"
      label={label}
      extra={amount === null || packWords(t, amount, product) === "" ? "" : quantityWords(t, amount, product)}
      rules={[{ validator: (_, text: string) => { const wrong = problem(text); return wrong === null ? Promise.resolve() : Promise.reject(new Error(wrong)); } }]}
    >
      <Input autoFocus={autoFocus} inputMode="decimal" maxLength={16} suffix={<span className="quiet">{product.unit}</span>} data-testid={testId} onFocus={(event) => { event.target.select(); }} />
    </Form.Item>
  );
}

interface WithQuantityProps {
  product: Measured;
  /** "" while there is no quantity yet. */
  words: (quantity: string) => string;
}

/** Words of a button that follow the quantity that is typed; inside the form, which is mounted after its dialog. */
export function WithQuantity({ product, words }: WithQuantityProps) {
  const { t } = useTranslation();
  const amount = readAmount(t, Form.useWatch("quantity") as string | undefined, product) ?? 0;
  return words(amount > 0 ? inUnit(amount, product) : "");
}

interface ReasonFieldProps {
  label: string;
  hint?: string;
  offered?: readonly string[];
  autoFocus?: boolean;
  testId: string;
}

/** What is said again and again is offered; Enter in the field is the dialog's. */
export function ReasonField({ label, hint, offered = [], autoFocus = false, testId }: ReasonFieldProps) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const choose = (reason: string) => {
    form.setFieldValue("reason", reason);
    form.focusField("reason");
    void form.validateFields(["reason"]);
  };
  return (
    <Form.Item
      name="reason"
      label={label}
      extra={offered.length === 0 ? "" : <span className={styles.offers}>{offered.map((reason) => <Button key={reason} size="small" data-testid={`${testId}-offer`} onClick={() => { choose(reason); }}>{reason}</Button>)}</span>}
      rules={[{ required: true, whitespace: true, message: t("stock.reasonRequired") }]}
    >
      <Input autoFocus={autoFocus} maxLength={200} placeholder={hint} data-testid={testId} />
    </Form.Item>
  );
}
