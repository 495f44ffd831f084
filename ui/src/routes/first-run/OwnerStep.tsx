import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { NewPinFields, type NewPin } from "../../components/NewPinFields";
import type { Draft } from "./draft";
import styles from "../../components/setup.module.css";

type Owner = Pick<Draft, "ownerName" | "ownerPin">;

interface OwnerStepProps {
  draft: Draft;
  onBack: (owner: Owner) => void;
  onNext: (owner: Owner) => void;
}

interface Values extends NewPin {
  ownerName: string;
}

export function OwnerStep({ draft, onBack, onNext }: OwnerStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const owner = ({ ownerName, pin }: Values): Owner => ({ ownerName: ownerName.trim(), ownerPin: pin });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ownerName: draft.ownerName, pin: draft.ownerPin, pinAgain: draft.ownerPin }}
      onFinish={(values) => { onNext(owner(values)); }}
    >
      <Form.Item name="ownerName" label={t("firstRun.ownerName")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
        <Input autoFocus maxLength={60} data-testid="owner-name" />
      </Form.Item>
      <NewPinFields />
      <p className="quiet" style={{ marginBottom: 16 }}>{t("firstRun.pinHint")}</p>
      <div className={styles.buttons}>
        <Button data-testid="back" onClick={() => { onBack(owner(form.getFieldsValue())); }}>{t("common.back")}</Button>
        <Button type="primary" htmlType="submit" data-testid="next">{t("firstRun.toProtection")}</Button>
      </div>
    </Form>
  );
}
