import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../clients.module.css";
import { MaskedInput } from "./MaskedInput";
import { type Masked, isPhone } from "./values";

export function ContactFields({ name }: { name: "guardian" | "emergency" }) {
  const { t } = useTranslation();
  const wrong = ({ typed }: Masked) => typed !== null && typed.trim() !== "" && !isPhone(typed);
  return (
    <div className={styles.three}>
      <Form.Item label={t(`clients.${name}`)} style={{ marginBottom: 0 }}>
        <div className={styles.contact}>
          <Form.Item name={[name, "name"]}>
            <Input maxLength={60} aria-label={`${t(`clients.${name}`)} ${t("clients.contactName")}`} placeholder={t("clients.contactName")} data-testid={`client-form-${name}-name`} />
          </Form.Item>
          <Form.Item
            name={[name, "phone"]}
            validateTrigger="onBlur"
            rules={[{ validator: (_, value: Masked) => (wrong(value) ? Promise.reject(new Error(t("clients.phoneWrong"))) : Promise.resolve()) }]}
          >
            <MaskedInput label={`${t(`clients.${name}`)} ${t("clients.contactPhone")}`} placeholder={t("clients.contactPhone")} testId={`client-form-${name}-phone`} emptied={t("clients.willRemove")} />
          </Form.Item>
          <Form.Item name={[name, "relation"]}>
            <Input maxLength={60} aria-label={`${t(`clients.${name}`)} ${t("clients.contactRelation")}`} placeholder={t("clients.contactRelation")} data-testid={`client-form-${name}-relation`} />
          </Form.Item>
        </div>
      </Form.Item>
    </div>
  );
}
