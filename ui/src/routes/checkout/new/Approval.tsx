/** What the seller may not give alone: said in words, and approved by somebody who may, with their PIN. */
import { Button, Form, type FormInstance } from "antd";
import { useTranslation } from "react-i18next";
import type { Quote, SignIn } from "../../../api/generated";
import { useSession } from "../../../app/session";
import { WitnessFields } from "../../../components/WitnessFields";
import { Modal } from "../../../components/dialogs";
import { money, useFormat } from "../../../components/format";
import { type WitnessValues, witnessIn } from "../../../components/witness";
import { percentOf } from "./discount";
import type { CheckoutDraft } from "./draft";
import styles from "./new.module.css";

interface ApprovalProps {
  client: string;
  quote: Quote;
  values: CheckoutDraft;
  /** What becomes a debt; 0 for none. */
  owing: number;
  pending: boolean;
  onApprove: (witness: SignIn | null, form: FormInstance) => void;
  onClose: () => void;
}

export function Approval({ client, quote, values, owing, pending, onApprove, onClose }: ApprovalProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { me } = useSession();
  const [form] = Form.useForm<WitnessValues>();
  return (
    <Modal open title={t("checkout.new.approval.title")} footer={null} data-testid="checkout-approval" onCancel={onClose}>
      <div className={styles.approval}>
        {quote.overLimit && (
          <>
            <p data-testid="checkout-approval-discount">{t("checkout.new.approval.discount", { name: me.name, percent: percentOf(quote.limit), list: money(quote.listTotal), total: money(quote.total) })}</p>
            <p className="quiet">{t("checkout.new.approval.reason", { reason: values.discountReason })}</p>
          </>
        )}
        {owing > 0 && (
          <>
            <p data-testid="checkout-approval-arrears">{t("checkout.new.approval.arrears", { client, amount: money(owing), day: values.arrears.dueOn === null ? "" : format.date(values.arrears.dueOn) })}</p>
            <p className="quiet">{t("checkout.new.approval.reason", { reason: values.arrears.reason })}</p>
          </>
        )}
      </div>
      <Form<WitnessValues> form={form} layout="vertical" requiredMark={false} onFinish={(typed) => { onApprove(witnessIn(typed), form); }}>
        <WitnessFields hint={t("checkout.new.approval.hint")} />
        <div className={styles.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={pending} data-testid="checkout-approve">{t("checkout.new.approval.ok")}</Button>
        </div>
      </Form>
    </Modal>
  );
}
