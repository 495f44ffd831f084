/** The question before money goes back: what will happen in the words of the domain, and a PIN where somebody must approve it. */
import { Button, Form, type FormInstance } from "antd";
import { useTranslation } from "react-i18next";
import type { SignIn } from "../../../api/generated";
import { WitnessFields } from "../../../components/WitnessFields";
import { Modal } from "../../../components/dialogs";
import { type WitnessValues, witnessIn } from "../../../components/witness";
import styles from "./refund.module.css";

interface ConfirmProps {
  words: string;
  /** What becomes of the client's tier; "" where it stays. */
  turn: readonly string[];
  reason: string;
  approval: boolean;
  pending: boolean;
  onConfirm: (witness: SignIn | null, form: FormInstance) => void;
  onClose: () => void;
}

export function Confirm({ words, turn, reason, approval, pending, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<WitnessValues>();
  return (
    <Modal open title={t("refunds.confirm.title")} footer={null} data-testid="refund-confirm" onCancel={onClose}>
      <div className={styles.confirm}>
        <p data-testid="refund-confirm-words">{words}</p>
        {turn.map((line) => <p key={line} className="caution" data-testid="refund-confirm-turn">{line}</p>)}
        <p className="quiet">{t("refunds.confirm.reason", { reason })}</p>
      </div>
      <Form<WitnessValues> form={form} layout="vertical" requiredMark={false} onFinish={(typed) => { onConfirm(approval ? witnessIn(typed) : null, form); }}>
        {approval && <WitnessFields hint={t("refunds.confirm.hint")} />}
        <div className={styles.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" htmlType="submit" autoFocus={!approval} loading={pending} data-testid="refund-ok">{t("refunds.confirm.ok")}</Button>
        </div>
      </Form>
    </Modal>
  );
}
