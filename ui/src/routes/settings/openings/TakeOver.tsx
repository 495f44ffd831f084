/** The question before opening balances are taken over: what they come to, what it means, and the owner's PIN. */
import { App, Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/call";
import { toFailure } from "../../../api/failure";
import type { EnterOpening, SignIn } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";
import { Modal } from "../../../components/dialogs";
import { type WitnessValues, emptyRefusedPin, witnessIn, witnessPaths } from "../../../components/witness";
import { useOnce } from "../../checkout/useOnce";
import { OwnerFields } from "./OwnerFields";
import { Totals } from "./Totals";
import styles from "./openings.module.css";

interface TakeOverProps {
  /** As it was looked at, under an id that was drawn once: said twice, it is taken over once. */
  input: EnterOpening;
  bytes: Uint8Array;
  /** Whose, where it is one client. */
  who?: string;
  /** Somebody changed something since, and it was looked at again. */
  moved: boolean;
  /** What is refused for what is in it: true where that stands beneath this question now. */
  onRefused: (reason: unknown) => boolean;
  onDone: () => void;
  onClose: () => void;
}

/** Refusals of the owner or the PIN, by the field that they name. */
const ownerFields: readonly string[] = ["pin", "staffId", "witness", "approver"];

export function TakeOver({ input, bytes, who = "", moved, onRefused, onDone, onClose }: TakeOverProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  const [form] = Form.useForm<WitnessValues>();
  const once = useOnce((sent: { input: EnterOpening; witness: SignIn | null }) => upload("openings.enter", sent, bytes));
  const failed = (reason: unknown) => {
    emptyRefusedPin(reason, form);
    const field = toFailure(reason)?.field ?? "";
    if (ownerFields.includes(field) || !onRefused(reason)) showFailure(reason, { form, fields: { ...witnessPaths, approver: witnessPaths.staffId } });
  };
  const run = async (typed: WitnessValues) => {
    const done = await once.send({ input, witness: witnessIn(typed) }, failed);
    if (!done) return;
    message.success({ content: <span data-testid="openings-done">{t("openings.confirm.done", { clients: done.clients })}</span>, duration: 5 });
    onDone();
  };
  return (
    <Modal open title={t("openings.confirm.title")} footer={null} width={560} style={{ top: 48 }} data-testid="openings-take-over-dialog" onCancel={() => { if (!once.pending) onClose(); }}>
      <div className={styles.dialog}>
        {moved && <p className={styles.caution} role="alert" data-testid="openings-confirm-moved">{t("openings.confirm.moved")}</p>}
        {who !== "" && <p className={styles.who}>{who}</p>}
        <Totals totals={input.totals} large name="openings-confirm-total" />
        <p>{t("openings.confirm.sentence")}</p>
      </div>
      <Form<WitnessValues> form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void run(typed)}>
        <OwnerFields autoFocus />
        <div className={styles.dialogFoot}>
          {once.pending && <span className="quiet" role="status">{t("openings.confirm.running")}</span>}
          <Button disabled={once.pending} onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={once.pending} data-testid="openings-confirm">{t("openings.confirm.ok", { clients: input.totals.clients })}</Button>
        </div>
      </Form>
    </Modal>
  );
}
