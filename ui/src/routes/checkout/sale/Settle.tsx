/** Paying what was left to pay: the same methods, at most what is owed, all of it or a part. */
import { App, Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toFailure, wordsFor } from "../../../api/failure";
import type { Fen, Offers, Sale, SaleBegun } from "../../../api/generated";
import { useRead, useWrite } from "../../../api/hooks";
import { Loaded } from "../../../components/States";
import { Modal } from "../../../components/dialogs";
import { money } from "../../../components/format";
import { PaymentList } from "../new/PaymentList";
import { type DraftPayment, paymentInput } from "../new/draft";
import { type Limits, byPoints, noteMethod, paid, problemOf } from "../new/payments";
import { paymentWords } from "../new/problems";
import { methodName } from "../words";
import styles from "./sale.module.css";

interface SettleProps {
  sale: Sale;
  owed: Fen;
  onSettled: () => void;
  onClose: () => void;
}

export function Settle({ sale, owed, onSettled, onClose }: SettleProps) {
  const { t } = useTranslation();
  const begun = useRead("money", "sales.begin", { client: sale.client.id });
  const offers = useRead("money", "billing.offers", {});
  return (
    <Modal open title={t("checkout.sale.settleTitle")} footer={null} width={480} data-testid="settle-dialog" onCancel={onClose}>
      <Loaded read={begun} rows={3}>{(start) => <Loaded read={offers} rows={3}>{(all) => <Typed sale={sale} owed={owed} begun={start} offers={all} onSettled={onSettled} onClose={onClose} />}</Loaded>}</Loaded>
    </Modal>
  );
}

function Typed({ sale, owed, begun: { balances }, offers: { methods }, onSettled, onClose }: SettleProps & { begun: SaleBegun; offers: Offers }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  // Drawn once: said twice, it is paid once.
  const [id] = useState(() => crypto.randomUUID());
  const [payments, setPayments] = useState<DraftPayment[]>([]);
  const [refused, setRefused] = useState<{ key: number; words: string } | null>(null);
  const busy = useRef(false);
  const settle = useWrite("sales.settle", {
    onFailure: (reason) => {
      const key = payments[Number(toFailure(reason)?.params["payment"] ?? Number.NaN) - 1]?.key;
      if (key === undefined) return false;
      const { message: words, remedy } = wordsFor(t, reason);
      setRefused({ key, words: [words, remedy].filter(Boolean).join(t("common.sentenceGap")) });
      return true;
    },
  });
  const limits: Limits = new Map([["stored_value", Math.max(0, Math.min(owed, balances.principal + balances.gift))], ["deposit", Math.max(0, Math.min(owed, balances.deposit))], [byPoints, 0]]);
  const together = paid(payments);
  const left = owed - together;
  const missing = ((): string => {
    for (const payment of payments) {
      const method = methods.find(({ code }) => code === payment.method);
      const problem = problemOf(payment, method, limits);
      if (problem) return paymentWords(t, problem, methodName(t, method ?? { code: payment.method, name: "" }), limits.get(payment.method));
    }
    return left < 0 ? t("checkout.sale.settleMost", { amount: money(owed) }) : "";
  })();
  const blocked = payments.length === 0 || missing !== "";
  const take = async () => {
    if (blocked || busy.current) return;
    busy.current = true;
    const done = await settle.run({ id, sale: sale.id, payments: payments.map(paymentInput) });
    busy.current = false;
    if (!done) return;
    noteMethod(methods.find(({ code }) => code === payments[0]?.method));
    const { change } = done.output;
    message.success({ content: <span data-testid="settle-done">{[t("checkout.sale.settleDone", { amount: money(together) }), change > 0 ? `${t("checkout.sale.change")} ${money(change)}` : ""].filter(Boolean).join(" · ")}</span>, duration: change > 0 ? 10 : 3 });
    onSettled();
    onClose();
  };
  return (
    <div className={styles.settle}>
      <p>{t("checkout.sale.settleLeft")} <b className={styles.settleOwed} data-testid="settle-owed">{money(owed)}</b></p>
      <PaymentList
        methods={methods} payments={payments} total={owed} limits={limits} balances={balances}
        points={null} refused={refused} inDialog
        onChange={(next) => { setPayments(next); setRefused(null); }}
        onEnter={() => void take()}
      />
      <p className="quiet" role="status" data-testid="settle-rest">{missing !== "" ? missing : payments.length > 0 && left > 0 ? t("checkout.sale.settleRest", { amount: money(left) }) : ""}</p>
      <div className={styles.foot}>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button type="primary" disabled={blocked} loading={settle.pending} data-testid="settle-ok" onClick={() => void take()}>{t("checkout.sale.settleOk", { amount: money(together) })}</Button>
      </div>
    </div>
  );
}
