/** Notes a consent form that was signed on paper: for what, whom it names, when, and its scan where there is one. */
import { useMutation } from "@tanstack/react-query";
import { App, Button, ConfigProvider, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../api/call";
import { toFailure, wordsFor } from "../../api/failure";
import type { ClientId, NotePaperConsent, ProcedureId, StaffId } from "../../api/generated";
import { useShowFailure } from "../../api/hooks";
import { DayInput } from "../../components/DayInput";
import { Modal } from "../../components/dialogs";
import { choices, useDirectory } from "../../components/directory";
import { useFormat } from "../../components/format";
import { ScanChoice } from "./ScanChoice";
import styles from "./consents.module.css";

interface NoteConsentProps {
  client: { id: ClientId; name: string };
  /** Null where it is chosen here. */
  procedure: ProcedureId | null;
  doctor: StaffId | null;
  onClose: () => void;
  onDone: () => void;
}

type Values = Omit<NotePaperConsent, "client">;

export function NoteConsent({ client, procedure, doctor, onClose, onDone }: NoteConsentProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const directory = useDirectory();
  const showFailure = useShowFailure();
  const [form] = Form.useForm<Values>();
  const [scan, setScan] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const note = useMutation({
    mutationFn: async (values: Values) => upload("consents.note_paper", { ...values, client: client.id }, scan ? new Uint8Array(await scan.arrayBuffer()) : new Uint8Array()),
    onSuccess: () => {
      message.success(t("consents.noted"));
      onDone();
    },
    onError: (reason) => {
      const failure = toFailure(reason);
      if (failure?.code === "invalid_picture") setProblem(wordsFor(t, reason).message);
      else if (failure?.code === "invalid_date") form.setFields([{ name: "signedOn", errors: [t("consents.notAfterToday")] }]);
      else showFailure(reason, { form });
    },
  });
  return (
    // Whoever may only read the record may still note its consent.
    <ConfigProvider componentDisabled={false}>
      <Modal open title={t("consents.noteTitle")} footer={null} data-testid="consent-dialog" onCancel={onClose}>
        <p className={styles.what}>{t("consents.noteWhat", { client: client.name })}</p>
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ procedure: procedure ?? undefined, doctor: doctor ?? undefined, signedOn: format.today(), note: "" }}
          onFinish={(values) => { if (!note.isPending) note.mutate(values); }}
        >
          <Form.Item name="procedure" label={t("consents.procedure")} hidden={procedure !== null} rules={[{ required: true, message: t("common.required") }]}>
            <Select<ProcedureId> options={choices(directory.procedures, procedure)} showSearch={{ optionFilterProp: "label" }} data-testid="consent-procedure" />
          </Form.Item>
          <div className={styles.pair}>
            <Form.Item name="doctor" label={t("consents.doctor")} rules={[{ required: true, message: t("common.required") }]}>
              <Select<StaffId> options={directory.doctors.map(({ id, name }) => ({ value: id, label: name }))} showSearch={{ optionFilterProp: "label" }} data-testid="consent-doctor" />
            </Form.Item>
            <Form.Item name="signedOn" label={t("consents.signedOn")} rules={[{ required: true, message: t("common.required") }]}>
              <DayInput testId="consent-signed-on" />
            </Form.Item>
          </div>
          <Form.Item name="note" label={t("consents.words")}>
            <Input maxLength={1_000} placeholder={t("consents.wordsHint")} data-testid="consent-note" />
          </Form.Item>
          <Form.Item label={t("consents.scan")}>
            <ScanChoice value={scan} problem={problem} onChange={(file) => { setProblem(null); setScan(file); }} />
          </Form.Item>
          <div className={styles.foot}>
            <Button onClick={onClose}>{t("common.cancel")}</Button>
            <Button type="primary" htmlType="submit" loading={note.isPending} data-testid="consent-ok">{t("consents.note")}</Button>
          </div>
        </Form>
      </Modal>
    </ConfigProvider>
  );
}
