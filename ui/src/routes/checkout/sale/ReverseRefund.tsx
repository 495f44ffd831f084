/** Takes a refund back that was wrong: why, what becomes of it, and a PIN where somebody must approve it. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../../api/failure";
import type { Refund, RefundPayment } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { WitnessFields } from "../../../components/WitnessFields";
import { Modal } from "../../../components/dialogs";
import { money } from "../../../components/format";
import { type WitnessValues, witnessIn, witnessPaths } from "../../../components/witness";
import styles from "./sale.module.css";

interface ReverseRefundProps {
  refund: Refund;
  wayName: (way: RefundPayment) => string;
  onClose: () => void;
}

interface Values extends WitnessValues {
  reason: string;
}

export function ReverseRefund({ refund, wayName, onClose }: ReverseRefundProps) {
  const { t } = useTranslation();
  const approves = useMay()("refund");
  const [form] = Form.useForm<Values>();
  // Drawn once: said twice, it is taken back once.
  const [id] = useState(() => crypto.randomUUID());
  const reverse = useWrite("refunds.reverse", {
    form,
    fields: { ...witnessPaths, approver: witnessPaths.staffId },
    done: t("refunds.sale.reverseDone"),
    onFailure: (reason) => {
      const failure = toFailure(reason);
      if (failure?.code !== "balance_too_small") return false;
      form.setFields([{ name: "reason", errors: [t("refunds.sale.reverseSpent", { available: money(Number(failure.params["available"] ?? 0)) })] }]);
      return true;
    },
  });
  const { number, amount, interest, payments } = refund;
  const paidOut = payments.filter(({ method }) => method !== "stored_value" && method !== "deposit");
  const about = { number, amount: money(amount + interest) };
  const run = async ({ reason, ...typed }: Values) => {
    if (await reverse.run({ input: { id, refund: refund.id, reason }, witness: approves ? null : witnessIn(typed) })) onClose();
  };
  return (
    <Modal open title={t("refunds.sale.reverseTitle", { number })} footer={null} data-testid="refund-reverse-dialog" onCancel={onClose}>
      <p className={styles.ask}>{refund.surplus ? t("refunds.sale.reverseSurplus", { number }) : paidOut.length > 0 ? t("refunds.sale.reverseWhat", { ...about, ways: paidOut.map((way) => `${wayName(way)} ${money(way.amount)}`).join(t("common.listGap")) }) : t("refunds.sale.reverseWhatNothing", about)}</p>
      <Form<Values> form={form} layout="vertical" requiredMark={false} initialValues={{ reason: "" }} onFinish={(values) => void run(values)}>
        <Form.Item name="reason" label={t("refunds.sale.reverseReason")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus maxLength={200} data-testid="refund-reverse-reason" />
        </Form.Item>
        {!approves && <WitnessFields hint={t("refunds.sale.reverseHint")} />}
        <div className={styles.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" danger htmlType="submit" loading={reverse.pending} data-testid="refund-reverse-ok">{t("refunds.sale.reverseOk")}</Button>
        </div>
      </Form>
    </Modal>
  );
}
