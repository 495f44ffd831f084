/** What is missing before the money can be taken: said in words, and where to put it right. */
import type { TFunction } from "i18next";
import type { Fen, PaymentMethod } from "../../../api/generated";
import { grouped, money } from "../../../components/format";
import { methodName } from "../words";
import { type CheckoutDraft, type DraftLine, type Asks, lineInput } from "./draft";
import { type Limits, type PaymentProblem, problemOf } from "./payments";
import type { Priced } from "./useQuote";

export interface Problem {
  words: string;
  /** The field's id; null where none is at fault. */
  field: string | null;
}

export const fieldIds = {
  discountReason: "checkout-discount-reason",
  noPlanReason: "checkout-no-plan-reason",
  dueOn: "checkout-due-on",
  arrearsReason: "checkout-arrears-reason",
  title: "checkout-invoice-title",
  taxNumber: "checkout-invoice-tax",
  add: "checkout-add",
} as const;

export const lineFieldId = (key: number): string => `checkout-line-${key}-amount`;
export const paymentFieldId = (key: number, field: PaymentProblem | "method"): string => `checkout-payment-${key}-${field === "most" || field === "method" ? "amount" : field}`;

interface Standing {
  values: CheckoutDraft;
  priced: Priced;
  asksOf: (line: DraftLine) => Asks;
  nameOf: (line: DraftLine) => string;
  methods: readonly PaymentMethod[];
  limits: Limits;
  left: Fen;
  /** Nothing was typed yet: what is left is paid by one method. */
  quick: boolean;
}

export function problemIn(t: TFunction, standing: Standing): Problem | null {
  return ofLines(t, standing) ?? ofPayments(t, standing) ?? ofRest(t, standing);
}

function ofLines(t: TFunction, { values, priced, asksOf, nameOf }: Standing): Problem | null {
  if (values.lines.length === 0) return { words: t("checkout.new.problem.noLines"), field: fieldIds.add };
  const lacking = values.lines.find((line) => lineInput(line, asksOf(line)) === null);
  if (lacking) return { words: t(`checkout.new.problem.${asksOf(lacking) ?? "amount"}`, { name: nameOf(lacking) }), field: lineFieldId(lacking.key) };
  if (priced.refused) return { words: t("checkout.new.problem.refused"), field: null };
  const { quote } = priced;
  if (!quote || !priced.fresh) return { words: t("checkout.new.problem.pricing"), field: null };
  const { available, rewards } = quote.points;
  if (rewards > available) return { words: t("checkout.new.problem.points", { points: grouped(rewards), available: grouped(available) }), field: null };
  if (quote.byHand && values.discountReason.trim() === "") return { words: t("checkout.new.problem.discountReason"), field: fieldIds.discountReason };
  if (quote.withoutPlan && values.noPlanReason.trim() === "") return { words: t("checkout.new.problem.noPlanReason"), field: fieldIds.noPlanReason };
  return null;
}

export function paymentWords(t: TFunction, problem: PaymentProblem, name: string, most: Fen | undefined): string {
  switch (problem) {
    case "amount": return t("checkout.new.problem.payment", { method: name });
    case "most": return t("checkout.new.problem.most", { method: name, amount: money(most ?? 0) });
    case "tendered": return t("checkout.new.problem.tendered");
    case "reference": return t("checkout.new.problem.reference", { method: name });
  }
}

function ofPayments(t: TFunction, { values, methods, limits, left, quick }: Standing): Problem | null {
  for (const payment of values.payments) {
    const method = methods.find(({ code }) => code === payment.method);
    const problem = problemOf(payment, method, limits);
    if (problem) return { words: paymentWords(t, problem, methodName(t, method ?? { code: payment.method, name: "" }), limits.get(payment.method)), field: paymentFieldId(payment.key, problem) };
  }
  if (left < 0) return { words: t("checkout.new.problem.over", { amount: money(-left) }), field: null };
  if (left > 0 && !values.arrears.on && !quick) return { words: t("checkout.new.problem.short", { amount: money(left) }), field: null };
  return null;
}

function ofRest(t: TFunction, { values: { arrears, invoice }, left }: Standing): Problem | null {
  if (left > 0 && arrears.on) {
    if (arrears.dueOn === null) return { words: t("checkout.new.problem.dueOn"), field: fieldIds.dueOn };
    if (arrears.reason.trim() === "") return { words: t("checkout.new.problem.arrearsReason"), field: fieldIds.arrearsReason };
  }
  if (invoice.on && invoice.title.trim() === "") return { words: t("checkout.new.problem.invoiceTitle"), field: fieldIds.title };
  return null;
}
