import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../../api/hooks";
import type { AddAlert as Alert, AlertKind, Severity } from "../../../api/generated";
import { Modal } from "../../../components/dialogs";

const kinds: readonly AlertKind[] = ["allergy", "contraindication"];
const severities: readonly Severity[] = ["mild", "moderate", "severe"];

type Values = Omit<Alert, "client">;

export function AddAlert({ client, onDone }: { client: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const add = useWrite("clients.add_alert", { form, done: t("clients.alertAdded") });
  const kind = Form.useWatch<AlertKind | undefined>("kind", form) ?? "allergy";
  return (
    <Modal
      open
      title={t("clients.addAlert")}
      okText={t("clients.addAlert")}
      okButtonProps={{ loading: add.pending, "data-testid": "client-alert-save" }}
      onOk={() => { form.submit(); }}
      onCancel={onDone}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: "allergy", substance: "", severity: "moderate", reaction: "" }}
        onFinish={async (values) => {
          if (await add.run({ client, ...values })) onDone();
        }}
      >
        <Form.Item name="kind" label={t("clients.kind")}>
          <Radio.Group data-testid="client-alert-kind" options={kinds.map((value) => ({ value, label: t(`clients.alertKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="substance" label={t(`clients.substance.${kind}`)} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus maxLength={60} data-testid="client-alert-substance" />
        </Form.Item>
        <Form.Item name="severity" label={t("clients.severityLabel")}>
          <Radio.Group data-testid="client-alert-severity" options={severities.map((value) => ({ value, label: t(`clients.severity.${value}`) }))} />
        </Form.Item>
        <Form.Item name="reaction" label={t("clients.reaction")} extra={t("clients.reactionHint")}>
          <Input maxLength={200} data-testid="client-alert-reaction" onPressEnter={(event) => { if (!event.nativeEvent.isComposing) form.submit(); }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
