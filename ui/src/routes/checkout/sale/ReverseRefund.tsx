/** Takes a refund back that was wrong. */
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { Failure, Refund, RefundPayment, ReverseRefund as Reversing } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { grouped, money } from "../../../components/format";
import { LedgerAct, type Reasoned } from "../../billing/ledger/LedgerAct";
import { isKeptHere } from "../new/payments";

interface ReverseRefundProps {
  refund: Refund;
  wayName: (way: RefundPayment) => string;
  onClose: () => void;
}

export function ReverseRefund({ refund: { id: refund, number, amount, interest, payments, surplus }, wayName, onClose }: ReverseRefundProps) {
  const { t } = useTranslation();
  const approves = useMay()("refund");
  const what = (): string => {
    if (surplus) return t("refunds.sale.reverseSurplus", { number });
    const about = { number, amount: money(amount + interest) };
    const paidOut = payments.filter(({ method }) => !isKeptHere(method));
    if (paidOut.length === 0) return t("refunds.sale.reverseWhatNothing", about);
    return t("refunds.sale.reverseWhat", { ...about, ways: paidOut.map((way) => `${wayName(way)} ${money(way.amount)}`).join(t("common.listGap")) });
  };
  // What it left here and is spent since is said where one says why.
  const refusal = ({ code, params }: Failure) => {
    const available = Number(params["available"] ?? 0);
    if (code === "points_too_few") return { at: "reason", words: t("refunds.sale.reversePointsSpent", { available: grouped(available) }) };
    return code === "balance_too_small" ? { at: "reason", words: t("refunds.sale.reverseSpent", { available: money(available) }) } : null;
  };
  return (
    <LedgerAct<Reasoned, Reversing>
      name="refund-reverse"
      about={refund}
      title={t("refunds.sale.reverseTitle", { number })}
      initial={{ reason: "" }}
      reason={{ label: t("refunds.sale.reverseReason"), hint: "" }}
      approval={!approves}
      approvalHint={t("refunds.sale.reverseHint")}
      what={what}
      submit={() => t("refunds.sale.reverseOk")}
      danger
      input={(id, { reason }) => ({ id, refund, reason: reason.trim() })}
      send={(sent) => call("refunds.reverse", sent)}
      refusal={refusal}
      done={() => t("refunds.sale.reverseDone")}
      onClose={onClose}
    />
  );
}
