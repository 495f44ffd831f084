/** Sealing before both parties: what is listed, why, who stands for the client, and the second person's PIN. */
import { AutoComplete, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { ClientId, Part } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useSession } from "../../app/session";
import { WitnessFields } from "../../components/WitnessFields";
import { Modal } from "../../components/dialogs";
import { type WitnessValues, emptyRefusedPin, witnessIn, witnessPaths } from "../../components/witness";
import { forget, keep, kept } from "../stock/kept";
import { PartsTable } from "./PartsTable";
import styles from "./seals.module.css";

interface SealDialogProps {
  client: { id: ClientId; name: string };
  parts: readonly Part[];
  onClose: () => void;
}

interface Values extends WitnessValues {
  reason: string;
  party: string;
  partyRelation: string;
}

export function SealDialog({ client, parts, onClose }: SealDialogProps) {
  const { t } = useTranslation();
  const { me } = useSession();
  const [form] = Form.useForm<Values>();
  const key = `${me.staffId} seal ${client.id}`;
  const seal = useWrite("seals.seal", {
    form,
    fields: witnessPaths,
    done: t("seals.done"),
    onFailure: (reason) => {
      emptyRefusedPin(reason, form);
      return false;
    },
  });
  const run = async (values: Values) => {
    const { reason, party, partyRelation } = values;
    if (seal.pending || !(await seal.run({ input: { client: client.id, reason, party, partyRelation }, witness: witnessIn(values) }))) return;
    forget(key);
    onClose();
  };
  const required = [{ required: true, whitespace: true, message: t("common.required") }];
  const relations = [t("seals.self"), t("seals.spouse"), t("seals.parent"), t("seals.agent")];
  return (
    <Modal open width="min(960px, 92vw)" style={{ top: 32 }} title={t("seals.dialogTitle", { client: client.name })} footer={null} data-testid="seal-dialog" onCancel={onClose}>
      <p className="quiet" style={{ marginBottom: 12 }}>{t("seals.explain", { count: parts.length })}</p>
      <PartsTable parts={parts} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        style={{ marginTop: 16 }}
        initialValues={{ reason: "", party: client.name, partyRelation: t("seals.self"), ...kept(key) }}
        onValuesChange={(_, typed) => { keep(key, { ...typed, witness: undefined }); }}
        onFinish={(values) => void run(values)}
      >
        <div className={styles.three}>
          <Form.Item name="reason" label={t("seals.reason")} rules={required}><Input autoFocus maxLength={200} data-testid="seal-reason" /></Form.Item>
          <Form.Item name="party" label={t("seals.party")} rules={required}><Input maxLength={60} data-testid="seal-party" /></Form.Item>
          <Form.Item name="partyRelation" label={t("seals.relation")} rules={required}><AutoComplete data-testid="seal-relation" options={relations.map((value) => ({ value }))} /></Form.Item>
        </div>
        <WitnessFields hint={t("seals.witnessHint")} />
        <div className={styles.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={seal.pending} data-testid="seal-ok">{t("seals.submit")}</Button>
        </div>
      </Form>
    </Modal>
  );
}
