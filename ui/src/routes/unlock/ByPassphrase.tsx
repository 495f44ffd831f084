import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../api/hooks";

interface ByPassphraseProps {
  /** From the demo band. */
  filled: string | null;
  onForgotten: () => void;
  onOpen: () => Promise<void>;
}

export function ByPassphrase({ filled, onForgotten, onOpen }: ByPassphraseProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ passphrase: string }>();
  const unlock = useWrite("setup.unlock", { form });
  return (
    <Form<{ passphrase: string }>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ passphrase: filled ?? "" }}
      onFinish={({ passphrase }) => void unlock.run({ passphrase }).then((done) => done && onOpen())}
    >
      <Form.Item name="passphrase" label={t("unlock.passphrase")} validateTrigger="onSubmit" rules={[{ required: true, message: t("common.required") }]}>
        <Input.Password autoFocus size="large" autoComplete="off" data-testid="passphrase" />
      </Form.Item>
      <div style={{ display: "grid", gap: 8, marginTop: 8 }}>
        <Button type="primary" size="large" htmlType="submit" loading={unlock.pending} data-testid="unlock">{t("unlock.open")}</Button>
        <Button type="text" data-testid="use-recovery-code" onClick={onForgotten}>{t("unlock.forgotten")}</Button>
      </div>
    </Form>
  );
}
