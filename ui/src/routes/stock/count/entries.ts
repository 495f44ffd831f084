/** What was counted so far, beside what the book said when it was counted. */
import type { TFunction } from "i18next";
import type { Batch, BatchId, CountLine, Quantity } from "../../../api/generated";
import type { Products } from "../products";
import { readAmount } from "../units";

export interface Entry {
  /** As typed. */
  counted: string;
  /** The book's quantity that it was compared with. */
  expected: Quantity;
  reason: string;
}

export type Entries = Readonly<Record<BatchId, Entry>>;

export type EntryProblem =
  /** Not a quantity of this product. */
  | "counted"
  /** The book has moved since. */
  | "changed"
  | "reason";

export interface Judged {
  batch: Batch;
  entry: Entry;
  counted: Quantity | null;
  /** More than the book where positive; null where it is no quantity. */
  difference: Quantity | null;
  problem: EntryProblem | null;
}

/** Null for a batch that nobody has counted yet. */
export function judge(t: TFunction, batch: Batch, entry: Entry | undefined, products: Products): Judged | null {
  if (!entry || entry.counted.trim() === "") return null;
  const counted = readAmount(t, entry.counted, products.of(batch.product));
  const difference = counted === null ? null : counted - entry.expected;
  const problem = difference === null ? "counted" : entry.expected !== batch.onHand ? "changed" : difference !== 0 && entry.reason.trim() === "" ? "reason" : null;
  return { batch, entry, counted, difference, problem };
}

/** A typed count is compared with the book of that moment. */
export function typedCount(batch: Batch, entry: Entry | undefined, counted: string): Entry {
  return { reason: entry?.reason ?? "", counted, expected: batch.onHand };
}

export interface CountSum {
  batches: number;
  differences: number;
  /** Toxin differs: a second person has to stand by. */
  toxin: boolean;
}

export function sumOf(judged: readonly Judged[], products: Products): CountSum {
  const differing = judged.filter(({ difference }) => difference !== 0);
  return { batches: judged.length, differences: differing.length, toxin: differing.some(({ batch }) => products.of(batch.product).toxin) };
}

/** As Rust takes them; only without problems. */
export function toCountLines(judged: readonly Judged[]): CountLine[] {
  return judged.map(({ batch, entry, counted, difference }) => ({ batch: batch.id, expected: entry.expected, counted: counted ?? 0, reason: difference === 0 ? "" : entry.reason }));
}
