import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Treatment } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { Modal } from "../../../components/dialogs";

export function Discard({ treatment, onClose, onDone }: { treatment: Treatment; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const discard = useWrite("treatments.discard", { form, done: t("treatments.discarded") });
  return (
    <Modal
      open
      title={t("treatments.discardTitle")}
      okText={t("treatments.discard")}
      okButtonProps={{ loading: discard.pending, danger: true, "data-testid": "treatment-discard-ok" }}
      onOk={() => { form.submit(); }}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 16 }}>{t("treatments.discardWhat", { client: treatment.client.name, procedure: treatment.procedure.name })}</p>
      <Form<{ reason: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: "" }}
        onFinish={async ({ reason }) => {
          if (await discard.run({ id: treatment.id, reason })) onDone();
        }}
      >
        <Form.Item name="reason" label={t("treatments.discardReason")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus maxLength={200} data-testid="treatment-discard-reason" onPressEnter={(event) => { if (!event.nativeEvent.isComposing) form.submit(); }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
