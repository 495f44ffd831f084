/** Something that cannot be done without saying why. */
import { Form, type FormInstance, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Modal } from "./dialogs";

export interface Reason {
  reason: string;
}

interface ReasonDialogProps {
  title: string;
  what: ReactNode;
  label: string;
  submit: string;
  /** Begins the test ids. */
  name: string;
  form: FormInstance<Reason>;
  pending: boolean;
  run: (reason: string) => Promise<void>;
  onClose: () => void;
}

export function ReasonDialog({ title, what, label, submit, name, form, pending, run, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal open title={title} okText={submit} okButtonProps={{ loading: pending, danger: true, "data-testid": `${name}-ok` }} onOk={() => { form.submit(); }} onCancel={onClose}>
      <p style={{ marginBottom: 16, overflowWrap: "anywhere" }}>{what}</p>
      <Form<Reason> form={form} layout="vertical" requiredMark={false} initialValues={{ reason: "" }} onFinish={({ reason }) => run(reason)}>
        <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus maxLength={200} data-testid={`${name}-reason`} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) form.submit(); }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
