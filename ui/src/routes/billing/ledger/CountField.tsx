/** A whole number from 1 to what there is: sessions or points. */
import { Form, InputNumber } from "antd";

interface CountFieldProps {
  name: string;
  label: string;
  most: number;
  /** Said where it is not such a number. */
  wrong: string;
  autoFocus?: boolean;
  testId: string;
}

export function CountField({ name, label, most, wrong, autoFocus = false, testId }: CountFieldProps) {
  const fits = (typed: unknown) => typeof typed === "number" && Number.isInteger(typed) && typed >= 1 && typed <= most;
  return (
    <Form.Item name={name} label={label} rules={[{ validator: (_, typed: unknown) => (fits(typed) ? Promise.resolve() : Promise.reject(new Error(wrong))) }]}>
      <InputNumber<number> precision={0} autoFocus={autoFocus} style={{ width: "100%" }} data-testid={testId} onFocus={(event) => { event.target.select(); }} />
    </Form.Item>
  );
}
