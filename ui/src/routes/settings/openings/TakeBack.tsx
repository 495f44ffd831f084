/** Takes opening balances back, all of them or one client's: why, and the owner's PIN. Closed without it, the reason waits; a PIN never. */
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import { toFailure, wordsFor } from "../../../api/failure";
import type { Opening, OpeningClient, ReverseOpening, SignIn } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";
import { useSession } from "../../../app/session";
import { Modal } from "../../../components/dialogs";
import { type WitnessValues, emptyRefusedPin, witnessIn, witnessPaths } from "../../../components/witness";
import { useOnce } from "../../checkout/useOnce";
import { forget, keep, kept } from "../../stock/kept";
import { OwnerFields } from "./OwnerFields";
import styles from "./openings.module.css";

interface TakeBackProps {
  opening: Opening;
  /** Null for all that still stand. */
  client: OpeningClient | null;
  onClose: () => void;
}

interface Values extends WitnessValues {
  reason: string;
}

export function TakeBack({ opening: { head, clients }, client, onClose }: TakeBackProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { me } = useSession();
  const showFailure = useShowFailure();
  const [form] = Form.useForm<Values>();
  const [refused, setRefused] = useState("");
  const once = useOnce(async (sent: { input: ReverseOpening; witness: SignIn | null }) => { await call("openings.reverse", sent); return true; });
  const key = `${me.staffId} openings take back ${client?.id ?? head.id}`;
  const standing = clients.filter(({ reversed }) => reversed === null).length;
  const failed = (reason: unknown) => {
    emptyRefusedPin(reason, form);
    // What was used or is gone is said here, where it was to be taken back.
    if (toFailure(reason)?.field === "opening") {
      const { message: said, remedy } = wordsFor(t, reason);
      setRefused([said, remedy].filter(Boolean).join(t("common.sentenceGap")));
      return;
    }
    showFailure(reason, { form, fields: { ...witnessPaths, approver: witnessPaths.staffId } });
  };
  const run = async (typed: Values) => {
    setRefused("");
    const input = { opening: head.id, client: client?.id ?? null, reason: typed.reason.trim() };
    if (!(await once.send({ input, witness: witnessIn(typed) }, failed))) return;
    message.success({ content: <span data-testid="openings-taken-back">{t("openings.takeBack.done")}</span> });
    forget(key);
    onClose();
  };
  const about = client?.client;
  return (
    <Modal open title={about ? t("openings.takeBack.oneOf", { name: about.name }) : t("openings.takeBack.titleAll")} footer={null} width={560} data-testid="openings-take-back-dialog" onCancel={() => { if (!once.pending) onClose(); }}>
      <div className={styles.dialog}>
        <p>{about ? t("openings.takeBack.whatOne", { name: about.name, memberNumber: about.memberNumber }) : t("openings.takeBack.whatAll", { clients: standing })}</p>
      </div>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: "", ...kept(key) }}
        onValuesChange={(_, { reason }) => { keep(key, { reason }); }}
        onFinish={(typed) => void run(typed)}
      >
        <Form.Item name="reason" label={t("openings.takeBack.reason")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus maxLength={200} placeholder={t("openings.takeBack.reasonHint")} data-testid="openings-reason" />
        </Form.Item>
        <OwnerFields />
        {refused !== "" && <p className={`danger ${styles.refused ?? ""}`} role="alert" data-testid="openings-take-back-refused">{refused}</p>}
        <div className={styles.dialogFoot}>
          <Button disabled={once.pending} onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" danger htmlType="submit" loading={once.pending} data-testid="openings-take-back-apply">{t(client ? "openings.takeBack.applyOne" : "openings.takeBack.all")}</Button>
        </div>
      </Form>
    </Modal>
  );
}
