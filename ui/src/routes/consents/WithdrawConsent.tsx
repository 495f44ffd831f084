import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Consent } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { Modal } from "../../components/dialogs";
import styles from "./consents.module.css";

export function WithdrawConsent({ consent: { id, form: name, doctorName, signedOn }, onClose }: { consent: Consent; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const withdraw = useWrite("consents.withdraw", { form, done: t("consents.withdrawn") });
  return (
    <Modal
      open
      title={t("consents.withdrawTitle")}
      okText={t("consents.withdraw")}
      okButtonProps={{ loading: withdraw.pending, danger: true, "data-testid": "consent-withdraw-ok" }}
      onOk={() => { form.submit(); }}
      onCancel={onClose}
    >
      <p className={styles.what}>{t("consents.withdrawWhat", { form: name, doctor: doctorName ?? "", date: signedOn })}</p>
      <Form<{ reason: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: "" }}
        onFinish={async ({ reason }) => {
          if (await withdraw.run({ id, reason })) onClose();
        }}
      >
        <Form.Item name="reason" label={t("consents.withdrawReason")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus maxLength={200} data-testid="consent-withdraw-reason" onPressEnter={(event) => { if (!event.nativeEvent.isComposing) form.submit(); }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
