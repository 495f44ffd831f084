/** Where a refund goes while it is typed: each payment gives back by its own way, by another, or stays here. Whole fen. */
import type { Fen, PaymentId, RefundQuote, RefundWayInput, RefundablePayment } from "../../../api/generated";
import { readPrice, writeDecimal } from "../../../components/decimals";
import { cash, isKeptHere, storedValue } from "../new/payments";
import type { RefundDraft, TypedWay } from "./draft";

export interface Way {
  key: string;
  /** Null for what an earlier refund had left here. */
  payment: RefundablePayment | null;
  method: string;
  amount: string;
  reference: string;
  /** The second of the two that a payment was split into. */
  second: boolean;
  /** A payment may be split once. */
  splits: boolean;
}

const kept = "kept";
export const secondKey = (payment: PaymentId): string => `${payment} 2`;

const text = (amount: Fen) => (amount > 0 ? writeDecimal(amount, 2) : "");

/** What leaves the clinic, by whichever way. */
export const outsideOf = ({ ways }: RefundQuote): Fen => ways.reduce((all, { back, amount }) => all + (back ? 0 : amount), 0);

const isHere = ({ method }: RefundablePayment) => isKeptHere(method);

/** The ways of what was proposed, with what was typed over it. */
export function waysOf(quote: RefundQuote, { keep, ways }: Pick<RefundDraft, "keep" | "ways">): Way[] {
  const proposed = new Map<PaymentId | null, Fen>();
  for (const { back, payment, amount } of quote.ways) if (!back) proposed.set(payment, (proposed.get(payment) ?? 0) + amount);
  if (proposed.size === 0) return [];
  let keepable = keep ? quote.keepable : 0;
  const typed = (key: string, method: string, amount: Fen): Pick<Way, "key" | "method" | "amount" | "reference"> => {
    const over: TypedWay = ways[key] ?? {};
    return { key, method: over.method ?? method, amount: over.amount ?? text(amount), reference: over.reference ?? "" };
  };
  const rows = quote.payments.filter((payment) => !isHere(payment) && (payment.left > 0 || proposed.has(payment.id))).flatMap((payment): Way[] => {
    const amount = proposed.get(payment.id) ?? 0;
    const stays = Math.min(amount, keepable);
    keepable -= stays;
    const key = secondKey(payment.id);
    if (stays > 0 && stays < amount) {
      return [
        { ...typed(payment.id, storedValue, stays), payment, second: false, splits: false },
        { ...typed(key, payment.method, amount - stays), payment, second: true, splits: false },
      ];
    }
    const other = ways[key];
    const main: Way = { ...typed(payment.id, stays > 0 ? storedValue : payment.method, Math.max(0, amount - (readPrice(other?.amount ?? "") ?? 0))), payment, second: false, splits: other === undefined };
    return other === undefined ? [main] : [main, { ...typed(key, cash, 0), payment, second: true, splits: false }];
  });
  const out = proposed.get(null) ?? 0;
  if (out > 0) rows.push({ ...typed(kept, cash, out), payment: null, second: false, splits: false });
  return rows;
}

/** What of a way is no amount: an empty one gives back nothing. */
export const isUnread = ({ amount }: Way): boolean => amount.trim() !== "" && readPrice(amount) === null;

export const assigned = (ways: readonly Way[]): Fen => ways.reduce((all, { amount }) => all + (readPrice(amount) ?? 0), 0);

export interface AskedWays {
  /** Whose they are, in their order. */
  keys: string[];
  ways: RefundWayInput[];
}

/** Null where it goes as it is proposed. */
export function waysInput(rows: readonly Way[], { keep, ways }: Pick<RefundDraft, "keep" | "ways">): AskedWays | null {
  if (rows.length === 0 || !(keep || rows.some(({ key }) => ways[key] !== undefined))) return null;
  const going = rows.flatMap(({ key, payment, method, amount, reference }) => {
    const much = readPrice(amount) ?? 0;
    return much > 0 ? [{ key, way: { payment: payment?.id ?? null, method, amount: much, reference: reference.trim() } }] : [];
  });
  return { keys: going.map(({ key }) => key), ways: going.map(({ way }) => way) };
}
