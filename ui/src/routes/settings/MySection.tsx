/** What is one's own: how the window looks here, and the PIN. */
import { App, Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../api/hooks";
import { LanguageSwitch, ShadeSwitch } from "../../components/Appearance";
import { type NewPin, NewPinFields } from "../../components/NewPinFields";
import { PinInput } from "../../components/PinInput";
import styles from "./settings.module.css";

interface Values extends NewPin {
  oldPin: string;
}

export function MySection() {
  const { t } = useTranslation();
  return (
    <>
      <section className={styles.group}>
        <header className={styles.head}><h2>{t("settings.appearance")}</h2><span className="quiet">{t("settings.appearanceHint")}</span></header>
        <div className={styles.line}><span>{t("settings.shade")}</span><ShadeSwitch words /></div>
        <div className={styles.line}><span>{t("settings.language")}</span><LanguageSwitch words /></div>
      </section>
      <section className={styles.group}>
        <header className={styles.head}><h2>{t("settings.myPin")}</h2></header>
        <ChangePin />
      </section>
    </>
  );
}

function ChangePin() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const change = useWrite("session.change_pin", { form, fields: { newPin: "pin" } });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 496 }}
      onFinish={async ({ oldPin, pin }) => {
        if (!(await change.run({ oldPin, newPin: pin }))) return;
        form.resetFields();
        message.success(t("settings.pinChanged"));
      }}
    >
      <Form.Item name="oldPin" label={t("settings.oldPin")} validateTrigger="onSubmit" rules={[{ required: true, message: t("common.required") }]}>
        <PinInput label={t("settings.oldPin")} testId="old-pin" />
      </Form.Item>
      <NewPinFields />
      <Button htmlType="submit" type="primary" loading={change.pending} data-testid="change-pin">{t("settings.changePin")}</Button>
    </Form>
  );
}
