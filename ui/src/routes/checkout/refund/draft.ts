/** A refund while it is typed: amounts as text, and what of it goes to Rust. */
import type { EntitlementId, GoodsFate, RefundBasis, RefundInput, RefundItem, RefundPartInput, RefundQuote, Refundable, SaleId } from "../../../api/generated";
import { readPrice } from "../../../components/decimals";

export interface ThingDraft {
  sessions: Readonly<Record<EntitlementId, number>>;
  packs: number;
  goods: GoodsFate;
  /** Of money kept here: chosen. */
  taken: boolean;
  /** So much of it; "" for all. */
  part: string;
  /** The amount by hand; null while nobody asked for that. */
  byHand: string | null;
}

export interface TypedWay {
  method?: string;
  amount?: string;
  reference?: string;
}

export interface RefundDraft {
  basis: RefundBasis;
  /** By the thing's key. */
  things: Readonly<Record<string, ThingDraft>>;
  /** What can stay here does, as stored value. */
  keep: boolean;
  /** What was typed of the ways, by their keys. */
  ways: Readonly<Record<string, TypedWay>>;
  /** Whether interest is paid; null as long as nobody said. */
  interest: boolean | null;
  interestMethod: string | null;
  reason: string;
}

export const untouched: ThingDraft = { sessions: {}, packs: 0, goods: "restocked", taken: false, part: "", byHand: null };

export function keyOf(item: RefundItem): string {
  switch (item.kind) {
    case "line": return item.line;
    case "kept": return item.lot;
    case "overpaid": return "overpaid";
  }
}

export type Holds = "sessions" | "packs" | "money";

export function holds({ kind }: Pick<Refundable, "kind">): Holds {
  if (kind === "product") return "packs";
  return kind === "stored_value" || kind === "deposit" ? "money" : "sessions";
}

const sum = (all: readonly number[]) => all.reduce((together, one) => together + one, 0);

/** What can be taken back beside a bare amount: sessions, packs, or money that is still here. */
export function isThere(thing: Refundable): boolean {
  switch (holds(thing)) {
    case "sessions": return thing.entitlements.some(({ left }) => left > 0);
    case "packs": return thing.packs > 0;
    case "money": return thing.most > 0 && (thing.item.kind === "overpaid" || sum(thing.kept) > 0);
  }
}

/** Whether sessions, packs or money are chosen, beside a bare amount. */
export function isTaken(thing: Refundable, { sessions, packs, taken, part }: ThingDraft): boolean {
  switch (holds(thing)) {
    case "sessions": return sum(Object.values(sessions)) > 0;
    case "packs": return packs > 0;
    case "money": return taken || part.trim() !== "";
  }
}

export type TextProblem = "part" | "amount";

/** What is typed and is no amount. */
export function problemOf(thing: Refundable, typed: ThingDraft): TextProblem | null {
  if (holds(thing) === "money" && typed.part.trim() !== "" && readPrice(typed.part) === null) return "part";
  return typed.byHand !== null && typed.byHand.trim() !== "" && readPrice(typed.byHand) === null ? "amount" : null;
}

/** Null where nothing of it goes back. */
export function partInput(thing: Refundable, typed: ThingDraft): RefundPartInput | null {
  if (problemOf(thing, typed) !== null) return null;
  const amount = typed.byHand === null ? null : readPrice(typed.byHand);
  const taken = isTaken(thing, typed);
  if (!taken && (amount ?? 0) === 0) return null;
  const kind = holds(thing);
  return {
    item: thing.item,
    sessions: kind === "sessions" ? Object.entries(typed.sessions).flatMap(([entitlement, sessions]) => (sessions > 0 ? [{ entitlement, sessions }] : [])) : [],
    packs: kind === "packs" ? typed.packs : 0,
    goods: kind === "packs" && typed.packs > 0 ? typed.goods : "none",
    // A bare amount takes nothing of what is kept here.
    part: kind === "money" ? (taken ? (typed.part.trim() === "" ? null : readPrice(typed.part)) : 0) : null,
    amount,
  };
}

export interface Asked {
  /** The things that go back, by their keys. */
  keys: string[];
  refund: RefundInput;
}

/** What is computed: words change nothing of it. */
export function refundOf(sale: SaleId, refundable: readonly Refundable[], { basis, things }: RefundDraft): Asked {
  const parts = refundable.flatMap((thing) => {
    const input = partInput(thing, things[keyOf(thing.item)] ?? untouched);
    return input ? [input] : [];
  });
  return { keys: parts.map(({ item }) => keyOf(item)), refund: { sale, basis, parts, ways: null, interest: null, reason: "" } };
}

/** Everything that is left of it. */
export function allOf(thing: Refundable): ThingDraft {
  if (!isThere(thing)) return untouched;
  switch (holds(thing)) {
    case "sessions": return { ...untouched, sessions: Object.fromEntries(thing.entitlements.filter(({ left }) => left > 0).map(({ id, left }) => [id, left])) };
    case "packs": return { ...untouched, packs: thing.packs };
    case "money": return { ...untouched, taken: true };
  }
}

export const all = (refundable: readonly Refundable[]): RefundDraft["things"] => Object.fromEntries(refundable.map((thing) => [keyOf(thing.item), allOf(thing)]));

/** Nothing of it was treated, used or taken home. */
function isWhole({ entitlements, packs, kept, kind, price, refunded }: Refundable): boolean {
  if (entitlements.some(({ sessions, returned, left }) => left < sessions - returned) || packs > 0 || kind === "product") return false;
  const [principal, , deposit] = kept;
  return (kind !== "stored_value" || principal >= price - refunded) && (kind !== "deposit" || deposit >= price - refunded);
}

/** What it begins with: the basis that is likely, and what was paid too much where that is what is asked for. */
export function begun({ day, coolingOff, refundable }: RefundQuote, today: string, overpaid: boolean): RefundDraft {
  const things = refundable.filter(({ item }) => overpaid && item.kind === "overpaid");
  const lines = refundable.filter(({ item }) => item.kind === "line");
  const basis = day === today && lines.every(isWhole) ? "mistake" : coolingOff ? "cooling_off" : "client";
  return { basis, things: all(things), keep: false, ways: {}, interest: null, interestMethod: null, reason: "" };
}
