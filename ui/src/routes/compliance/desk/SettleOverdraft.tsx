/** The clinic bears what two computers gave away twice: how much of it, and why. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { Failure, Overdraft, SettleOverdraft as Settling } from "../../../api/generated";
import { readPrice, writeDecimal } from "../../../components/decimals";
import { money } from "../../../components/format";
import { CountField } from "../../billing/ledger/CountField";
import { LedgerAct } from "../../billing/ledger/LedgerAct";
import { type Settleable, isMoney, overdraftKey, overdraftWords, settledOf, settledWords } from "./overdrafts";

interface Values {
  /** Money as it is written, sessions and points as numbers. */
  amount: string | number | null;
  reason: string;
}

interface SettleOverdraftProps {
  overdraft: Overdraft;
  of: Settleable;
  onClose: () => void;
}

export function SettleOverdraft({ overdraft, of, onClose }: SettleOverdraftProps) {
  const { t } = useTranslation();
  const { client, amount: most } = overdraft;
  const inFen = isMoney(of);
  const read = ({ amount }: Values): number => (typeof amount === "string" ? readPrice(amount) : amount) ?? 0;
  const instead = of.kind === "pot" || of.kind === "sessions" ? t(`compliance.overdraft.instead.${of.kind}`) : "";
  const what = (values: Values) => {
    const amount = read(values);
    return amount < 1 || amount > most ? "" : <>{settledWords(t, of, amount, most - amount)} {instead !== "" && <span className="quiet">{instead}</span>}</>;
  };
  // How much it still is, in what it is counted in.
  const refusal = ({ code, params }: Failure) => {
    if (code !== "not_overdrawn") return null;
    const left = Number(params["most"] ?? 0);
    return { at: "amount", words: left < 1 ? t("compliance.overdraft.most.none") : t(inFen ? "compliance.overdraft.most.money" : "compliance.overdraft.most.count", { most: inFen ? money(left) : left }) };
  };
  return (
    <LedgerAct<Values, Settling>
      name="overdraft"
      // What was typed when it was more is not what it is now.
      about={`${overdraftKey(overdraft)} ${most}`}
      title={t("compliance.overdraft.title", { what: overdraftWords(t, overdraft) })}
      initial={{ amount: inFen ? writeDecimal(most, 2) : most, reason: "" }}
      reason={{ label: t("compliance.overdraft.reason"), hint: t("compliance.overdraft.reasonHint") }}
      approval={false}
      what={what}
      submit={() => t("compliance.overdraft.apply")}
      input={(id, values) => ({ id, of: settledOf(client, of), amount: read(values), reason: values.reason.trim() })}
      send={({ input }) => call("overdrafts.settle", input)}
      refusal={refusal}
      done={() => t("compliance.overdraft.done")}
      onClose={onClose}
    >
      {inFen
        ? <MoneyField most={most} />
        : <CountField name="amount" label={t(of.kind === "points" ? "compliance.overdraft.amount.points" : "compliance.overdraft.amount.sessions")} most={most} wrong={t("compliance.overdraft.wrong.count", { most })} testId="overdraft-amount" />}
    </LedgerAct>
  );
}

function MoneyField({ most }: { most: number }) {
  const { t } = useTranslation();
  const fits = (typed: string) => { const amount = readPrice(typed); return amount !== null && amount >= 1 && amount <= most; };
  return (
    <Form.Item name="amount" label={t("compliance.overdraft.amount.money")} rules={[{ validator: (_, typed: string) => (fits(typed) ? Promise.resolve() : Promise.reject(new Error(t("compliance.overdraft.wrong.money", { most: money(most) })))) }]}>
      <Input inputMode="decimal" maxLength={20} suffix={t("catalogue.yuan")} data-testid="overdraft-amount" onFocus={(event) => { event.target.select(); }} />
    </Form.Item>
  );
}
