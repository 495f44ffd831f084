/** Payments while they are typed: what is left, what is handed back, and what each lacks. Whole fen, no rule of the clinic. */
import type { Fen, PaymentMethod } from "../../../api/generated";
import { readPrice, writeDecimal } from "../../../components/decimals";
import { type DraftPayment, nextKey } from "./draft";

export const cash = "cash";
export const storedValue = "stored_value";
export const deposit = "deposit";
export const byPoints = "points";

/** Whether what it pays with is kept here, and nothing comes in. */
export const isKeptHere = (code: string): boolean => code === storedValue || code === deposit || code === byPoints;

/** How much of what is kept here can pay, by method; what is not in it is not kept here. */
export type Limits = ReadonlyMap<string, Fen>;

export const paid = (payments: readonly DraftPayment[]): Fen => payments.reduce((sum, { amount }) => sum + (readPrice(amount) ?? 0), 0);

/** Null where no cash, or not enough of it, was handed over. */
export function changeOf({ method, amount, tendered }: DraftPayment): Fen | null {
  const [given, asked] = [readPrice(tendered), readPrice(amount)];
  return method === cash && given !== null && asked !== null && given >= asked ? given - asked : null;
}

export type PaymentProblem = "amount" | "most" | "tendered" | "reference";

export function problemOf(payment: DraftPayment, method: PaymentMethod | undefined, limits: Limits): PaymentProblem | null {
  const amount = readPrice(payment.amount);
  if (amount === null || amount === 0) return "amount";
  const most = limits.get(payment.method);
  if (most !== undefined && amount > most) return "most";
  if (payment.method === cash && payment.tendered.trim() !== "" && (readPrice(payment.tendered) ?? -1) < amount) return "tendered";
  return method?.needsReference === true && payment.reference.trim() === "" ? "reference" : null;
}

/** A method was pressed: it pays what is left. Where nothing is, it takes the place of the only payment; which of them to type in is said. */
export function pressed(payments: readonly DraftPayment[], method: string, total: Fen, limits: Limits): { payments: DraftPayment[]; key: number | null } {
  const left = total - paid(payments);
  const most = limits.get(method) ?? total;
  const [only, more] = payments;
  const there = payments.find((payment) => payment.method === method);
  const anew = (payment: DraftPayment): DraftPayment => ({ ...payment, method, amount: writeDecimal(Math.min(total, most), 2), tendered: "", reference: "" });
  // The price went down since: pressed again, it pays what is to be paid now.
  if (there && left < 0 && !more) return { payments: [anew(there)], key: there.key };
  // What is kept here is taken in one go.
  if (there && (limits.has(method) || left <= 0)) return { payments: [...payments], key: there.key };
  if (left <= 0 && only && !more) return { payments: [anew(only)], key: only.key };
  if (left <= 0 || most <= 0) return { payments: [...payments], key: null };
  const key = nextKey(payments);
  return { payments: [...payments, { key, method, amount: writeDecimal(Math.min(left, most), 2), tendered: "", reference: "" }], key };
}

const lastKey = "jingtai.checkout.method";

/** By what this computer took money last, of what pays at once: no balance, no number to type. */
export function quickMethod(methods: readonly PaymentMethod[]): PaymentMethod | undefined {
  const quick = methods.filter(isQuick);
  const last = localStorage.getItem(lastKey);
  return quick.find(({ code }) => code === last) ?? quick[0];
}

const isQuick = ({ code, active, needsReference }: PaymentMethod): boolean => active && !needsReference && !isKeptHere(code);

export function noteMethod(method: PaymentMethod | undefined): void {
  if (method && isQuick(method)) localStorage.setItem(lastKey, method.code);
}
