/** A new PIN, typed twice: form fields `pin` and `pinAgain`. */
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { PinInput, pinLength } from "./PinInput";

export interface NewPin {
  pin: string;
  pinAgain: string;
}

export function NewPinFields({ autoFocus = false }: { autoFocus?: boolean }) {
  const { t } = useTranslation();
  return (
    <div style={{ display: "flex", gap: 16 }}>
      <Form.Item name="pin" label={t("common.pin.new")} style={{ flex: 1 }} rules={[{ required: true, len: pinLength, message: t("common.pin.six") }]}>
        <PinInput label={t("common.pin.new")} autoFocus={autoFocus} testId="new-pin" />
      </Form.Item>
      <Form.Item
        name="pinAgain"
        label={t("common.pin.again")}
        style={{ flex: 1 }}
        dependencies={["pin"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, typed: string) => (typed === getFieldValue("pin") ? Promise.resolve() : Promise.reject(new Error(t("common.pin.differ")))),
          }),
        ]}
      >
        <PinInput label={t("common.pin.again")} testId="new-pin-again" />
      </Form.Item>
    </div>
  );
}
