import { useMutation } from "@tanstack/react-query";
import { App, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/call";
import { useShowFailure } from "../../../api/hooks";
import { Modal } from "../../../components/dialogs";

interface AddScanProps {
  client: string;
  file: File;
  onDone: () => void;
}

export function AddScan({ client, file, onDone }: AddScanProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  const [form] = Form.useForm<{ title: string }>();
  const add = useMutation({
    mutationFn: async (title: string) => upload("clients.add_scan", { client, title }, new Uint8Array(await file.arrayBuffer())),
    onSuccess: () => {
      message.success(t("clients.scanAdded"));
      onDone();
    },
    onError: (reason) => { showFailure(reason, { form }); },
  });
  return (
    <Modal open title={t("clients.addScan")} okText={t("clients.addScan")} okButtonProps={{ loading: add.isPending, "data-testid": "client-scan-save" }} onOk={() => { form.submit(); }} onCancel={onDone}>
      <p className="quiet" style={{ marginBottom: 16 }}>{file.name}</p>
      <Form<{ title: string }> form={form} layout="vertical" requiredMark={false} initialValues={{ title: file.name.replace(/\.[^.]*$/, "").slice(0, 60) }} onFinish={({ title }) => { add.mutate(title); }}>
        <Form.Item name="title" label={t("clients.scanTitle")} extra={t("clients.scanTitleHint")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus maxLength={60} data-testid="client-scan-title" onFocus={(event) => { event.target.select(); }} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) form.submit(); }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
