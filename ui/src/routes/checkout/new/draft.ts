/** A checkout while it is typed: amounts as text, and what of it goes to Rust. */
import type { ClientId, Discount, HeldSale, HeldSaleId, PaymentInput, Procedure, SaleBegun, SaleId, SaleInput, SaleItem, SaleLineInput, UnsoldLine, VisitId } from "../../../api/generated";
import { readPrice, writeDecimal } from "../../../components/decimals";

export interface DraftLine {
  /** Its name while it is typed. */
  key: number;
  item: SaleItem;
  quantity: number;
  /** Of money, or of one session where the catalogue has no price. */
  amount: string;
  discount: Discount | null;
  note: string;
}

export interface DraftPayment {
  key: number;
  method: string;
  amount: string;
  /** The cash handed over; "" where it is exact. */
  tendered: string;
  reference: string;
}

export interface CheckoutDraft {
  /** The sale's id, drawn once: said twice, it is paid once. */
  sale: SaleId;
  visit: VisitId | null;
  held: HeldSaleId | null;
  lines: DraftLine[];
  discount: Discount | null;
  discountReason: string;
  noPlanReason: string;
  note: string;
  payments: DraftPayment[];
  arrears: { on: boolean; dueOn: string | null; reason: string };
  invoice: { on: boolean; title: string; taxNumber: string };
}

/** What it becomes, or what is done to it as it is then. */
export type Change = CheckoutDraft | ((now: CheckoutDraft) => CheckoutDraft);

const text = (amount: number | null) => (amount === null ? "" : writeDecimal(amount, 2));

function emptyCheckout(visit: VisitId | null, dueOn: string): CheckoutDraft {
  return {
    sale: crypto.randomUUID(), visit, held: null, lines: [], discount: null, discountReason: "", noPlanReason: "", note: "", payments: [],
    arrears: { on: false, dueOn, reason: "" },
    invoice: { on: false, title: "", taxNumber: "" },
  };
}

/** What a plan asks for, as a line. */
export function plannedLine({ procedure, planLine, sessions }: UnsoldLine, key: number): DraftLine {
  return { key, item: { kind: "procedure", procedure, planLine, price: null }, quantity: sessions, amount: "", discount: null, note: "" };
}

/** What is put on it by itself: of the visit's own plan where it has one, and of what was agreed where something was. */
export function proposed(unsold: readonly UnsoldLine[], visit: VisitId | null): UnsoldLine[] {
  const own = visit === null ? [] : unsold.filter((line) => line.visit === visit);
  const from = own.length > 0 ? own : unsold;
  const agreed = from.filter((line) => line.agreed);
  return [...(agreed.length > 0 ? agreed : from)];
}

export function begun({ unsold, dueOn }: SaleBegun, visit: VisitId | null): CheckoutDraft {
  return { ...emptyCheckout(visit, dueOn), lines: proposed(unsold, visit).map((line, index) => plannedLine(line, index + 1)) };
}

/** As it stood when it was put aside. */
export function heldDraft({ id, sale }: HeldSale, dueOn: string): CheckoutDraft {
  return {
    ...emptyCheckout(sale.visit, dueOn),
    held: id,
    lines: sale.lines.map(({ item, quantity, discount, note }, index) => ({ key: index + 1, item, quantity, amount: text(amountIn(item)), discount, note })),
    discount: sale.discount,
    discountReason: sale.discountReason,
    noPlanReason: sale.noPlanReason,
    note: sale.note,
  };
}

function amountIn(item: SaleItem): number | null {
  switch (item.kind) {
    case "procedure": return item.price;
    case "stored_value": return item.principal;
    case "deposit": return item.amount;
    default: return null;
  }
}

export type Asks = "amount" | "price" | null;

/** What a line must be told before it has a price. */
export function asks({ item }: DraftLine, procedures: readonly Procedure[], unsold: readonly UnsoldLine[]): Asks {
  if (item.kind === "deposit") return "amount";
  if (item.kind === "stored_value") return item.offer === null ? "amount" : null;
  if (item.kind !== "procedure") return null;
  const listed = procedures.find(({ id }) => id === item.procedure);
  if (!listed || listed.listPrice !== null) return null;
  const planned = item.planLine === null ? undefined : unsold.find(({ planLine }) => planLine === item.planLine);
  return planned && planned.price !== null ? null : "price";
}

/** Null while something that it asks for is not there. */
export function lineInput(line: DraftLine, asked: Asks): SaleLineInput | null {
  const { quantity, discount, note } = line;
  const typed = readPrice(line.amount);
  // No price is none; money of nothing is none either.
  if (asked !== null && (typed === null || (asked === "amount" && typed === 0))) return null;
  return { item: withAmount(line.item, asked === null ? null : typed), quantity, discount, note };
}

function withAmount(item: SaleItem, typed: number | null): SaleItem {
  switch (item.kind) {
    case "procedure": return { ...item, price: typed };
    case "stored_value": return typed === null ? item : { ...item, principal: typed };
    case "deposit": return { ...item, amount: typed ?? item.amount };
    default: return item;
  }
}

export interface Asked {
  /** The lines that can be priced, by their keys. */
  keys: number[];
  input: SaleInput;
}

/** What of a checkout can be priced now. */
export function saleOf(client: ClientId, draft: CheckoutDraft, asksOf: (line: DraftLine) => Asks): Asked {
  const ready = draft.lines.flatMap((line) => {
    const input = lineInput(line, asksOf(line));
    return input ? [{ key: line.key, input }] : [];
  });
  const { visit, discount, discountReason, noPlanReason, note } = draft;
  return { keys: ready.map(({ key }) => key), input: { client, visit, lines: ready.map(({ input }) => input), discount, discountReason, noPlanReason, note } };
}

export const nextKey = (all: readonly { key: number }[]): number => Math.max(0, ...all.map(({ key }) => key)) + 1;

/** The same thing once more is one more of it, not another line. */
export function withItem(draft: CheckoutDraft, item: SaleItem, quantity = 1): CheckoutDraft {
  const same = draft.lines.find((line) => line.discount === null && countable(line.item) && JSON.stringify(line.item) === JSON.stringify(item));
  if (same) return { ...draft, lines: draft.lines.map((line) => (line === same ? { ...line, quantity: line.quantity + quantity } : line)) };
  return { ...draft, lines: [...draft.lines, { key: nextKey(draft.lines), item, quantity, amount: "", discount: null, note: "" }] };
}

const countable = (item: SaleItem): boolean => item.kind === "card" || item.kind === "product" || ((item.kind === "procedure" || item.kind === "reward") && item.planLine === null);

export function paymentInput({ method, amount, tendered, reference }: DraftPayment): PaymentInput {
  return { method, amount: readPrice(amount) ?? 0, tendered: tendered.trim() === "" ? null : readPrice(tendered), reference };
}

/** As many as Rust takes on a line. */
export const mostOf = { procedure: 100, card: 20, product: 1_000, reward: 100, stored_value: 1, deposit: 1 } as const;
