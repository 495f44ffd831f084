import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../api/hooks";
import { useShortcut } from "../../app/shortcuts";
import { type NewPassphrase, NewPassphraseFields } from "../../components/NewPassphraseFields";

interface Values extends NewPassphrase {
  code: string;
}

export function ByRecoveryCode({ onBack, onOpen }: { onBack: () => void; onOpen: () => Promise<void> }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const unlock = useWrite("setup.unlock_with_recovery_code", { form, fields: { newPassphrase: "passphrase" } });
  useShortcut("Escape", t("common.back"), onBack, { inFields: true });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ code, passphrase }) => void unlock.run({ code: code.trim(), newPassphrase: passphrase }).then((done) => done && onOpen())}
    >
      <Form.Item name="code" label={t("unlock.code")} validateTrigger="onSubmit" rules={[{ required: true, message: t("common.required") }]}>
        <Input autoFocus size="large" autoComplete="off" spellCheck={false} data-testid="recovery-code-input" style={{ textTransform: "uppercase", letterSpacing: "0.06em" }} />
      </Form.Item>
      <NewPassphraseFields />
      <div style={{ display: "grid", gap: 8, marginTop: 8 }}>
        <Button type="primary" size="large" htmlType="submit" loading={unlock.pending} data-testid="unlock">{t("unlock.openAndSet")}</Button>
        <Button type="text" data-testid="back" onClick={onBack}>{t("common.back")}</Button>
      </div>
    </Form>
  );
}
