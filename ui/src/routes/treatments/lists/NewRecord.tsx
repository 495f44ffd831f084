/** Begins a record of anybody; who is in the house is treated at this visit. */
import { Button, Form, Select } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ClientRef, ProcedureId } from "../../../api/generated";
import { ClientPicker } from "../../../components/ClientPicker";
import { Modal } from "../../../components/dialogs";
import { useDirectory } from "../../../components/directory";
import { useVisitHere } from "../useVisitHere";
import { useStart } from "../useStart";

interface Values {
  client: ClientRef | null;
  procedure: ProcedureId | null;
}

export function NewRecord({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const directory = useDirectory();
  const [form] = Form.useForm<Values>();
  const start = useStart();
  const client = Form.useWatch<ClientRef | null | undefined>("client", form);
  const visit = useVisitHere(client?.id ?? null);
  const preset = visit?.procedure ?? null;
  useEffect(() => {
    // What the client came for today, unless something was chosen.
    if (preset !== null && form.getFieldValue("procedure") === null) form.setFieldValue("procedure", preset);
  }, [form, preset]);
  const run = async ({ client: who, procedure }: Values) => {
    if (who && procedure !== null) await start.run({ client: who.id, visit: visit?.id ?? null, procedure, planLine: null });
  };
  return (
    <Modal open title={t("treatments.newTitle")} footer={null} data-testid="treatment-new-dialog" onCancel={onClose}>
      <Form<Values> form={form} layout="vertical" requiredMark={false} initialValues={{ client: null, procedure: null }} onFinish={(values) => void run(values)}>
        <Form.Item name="client" label={t("treatments.client")} rules={[{ required: true, message: t("common.required") }]}>
          <ClientPicker autoFocus testId="treatment-new-client" />
        </Form.Item>
        <Form.Item name="procedure" label={t("treatments.procedure")} rules={[{ required: true, message: t("common.required") }]}>
          <ProcedureSelect options={directory.procedures} />
        </Form.Item>
        <div style={{ display: "flex", justifyContent: "flex-end", gap: 8 }}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={start.pending} data-testid="treatment-start">{t("treatments.start")}</Button>
        </div>
      </Form>
    </Modal>
  );
}

interface ProcedureSelectProps {
  id?: string;
  value?: ProcedureId | null;
  onChange?: (procedure: ProcedureId | null) => void;
  options: readonly { id: string; name: string; standardName: string; active: boolean }[];
}

function ProcedureSelect({ id, value = null, onChange, options }: ProcedureSelectProps) {
  const { t } = useTranslation();
  return (
    <Select<ProcedureId | null>
      {...(id === undefined ? {} : { id })}
      value={value}
      placeholder={t("treatments.chooseProcedure")}
      data-testid="treatment-new-procedure"
      showSearch={{ optionFilterProp: "words" }}
      options={options.filter(({ active }) => active).map((procedure) => ({ value: procedure.id, label: procedure.name, words: `${procedure.name} ${procedure.standardName}`, note: procedure.standardName }))}
      optionRender={({ data }) => <span>{data.label} <span className="quiet">{data.note === data.label ? "" : data.note}</span></span>}
      onChange={(procedure) => { onChange?.(procedure ?? null); }}
    />
  );
}
