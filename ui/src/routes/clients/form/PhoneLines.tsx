/** Several phones in their order; the first is the main one. */
import { Button, Form, Input } from "antd";
import { ArrowUp, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "../clients.module.css";
import { MaskedInput } from "./MaskedInput";
import { type Masked, isPhone, noPhone } from "./values";

const most = 10;

export function PhoneLines() {
  const { t } = useTranslation();
  const fault = ({ masked, typed }: Masked) => typed !== null && (typed.trim() === "" ? masked !== null : !isPhone(typed));
  return (
    <Form.List name="phones">
      {(lines, { add, remove, move }) => (
        <div style={{ gridColumn: "1 / -1", marginBottom: 16 }}>
          {lines.map(({ key, name: index }) => (
            <div key={key} className={styles.phoneLine}>
              <Form.Item
                name={[index, "number"]}
                label={index === 0 ? t("clients.phones") : undefined}
                style={{ marginBottom: 8 }}
                rules={[{ validator: (_, value: Masked) => (fault(value) ? Promise.reject(new Error(t("clients.phoneWrong"))) : Promise.resolve()) }]}
                validateTrigger="onBlur"
              >
                <MaskedInput label={t("clients.phoneNumber", { number: index + 1 })} placeholder="" testId={`client-form-phone-${index}`} />
              </Form.Item>
              <Form.Item name={[index, "label"]} label={index === 0 ? t("clients.phoneLabel") : undefined} style={{ marginBottom: 8 }}>
                <Input maxLength={60} aria-label={t("clients.phoneLabel")} placeholder={t("clients.phoneLabelHint")} data-testid={`client-form-phone-label-${index}`} />
              </Form.Item>
              <Side top={index === 0}>
                {index === 0 ? (
                  <span className="quiet" style={{ display: "block", lineHeight: "32px", textAlign: "center", fontSize: 12 }}>{t("clients.mainPhone")}</span>
                ) : (
                  <Button type="text" icon={<ArrowUp size={16} strokeWidth={1.5} />} aria-label={t("clients.raisePhone", { number: index + 1 })} data-testid={`client-form-phone-up-${index}`} onClick={() => { move(index, index - 1); }} />
                )}
              </Side>
              <Side top={index === 0}>
                <Button type="text" icon={<X size={16} strokeWidth={1.5} />} disabled={lines.length === 1} aria-label={t("clients.removePhone", { number: index + 1 })} data-testid={`client-form-phone-remove-${index}`} onClick={() => { remove(index); }} />
              </Side>
            </div>
          ))}
          {lines.length < most && (
            <Button type="link" size="small" style={{ padding: 0 }} icon={<Plus size={14} strokeWidth={1.5} />} data-testid="client-form-phone-add" onClick={() => { add(noPhone); }}>{t("clients.addPhone")}</Button>
          )}
        </div>
      )}
    </Form.List>
  );
}

/** Beside the fields, beneath the first line's labels. */
function Side({ top, children }: { top: boolean; children: ReactNode }) {
  return <span style={{ paddingTop: top ? 24 : 0 }}>{children}</span>;
}
