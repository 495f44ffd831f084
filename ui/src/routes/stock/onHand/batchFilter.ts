/** What of the batches a chip shows. Chips about the end of use add to each other, the others narrow. */
import type { Batch, Product, ProductId } from "../../../api/generated";
import type { CareDays } from "../expiry";

export const filters = ["expired", "month", "soon", "held", "toxin", "low", "usedUp"] as const;
export type Filter = (typeof filters)[number];

const byExpiry: readonly Filter[] = ["expired", "month", "soon"];

export interface FilterAround {
  care: CareDays;
  /** Products that run low. */
  low: ReadonlySet<ProductId>;
}

export function isOf(filter: Filter, { daysLeft, status, onHand, product: id }: Batch, product: Product, { care, low }: FilterAround): boolean {
  switch (filter) {
    case "expired": return daysLeft < 0;
    case "month": return daysLeft >= 0 && daysLeft <= care.month;
    case "soon": return daysLeft >= 0 && daysLeft <= care.soon;
    case "held": return status !== "released";
    case "toxin": return product.toxin;
    case "low": return low.has(id);
    case "usedUp": return onHand === 0;
  }
}

/** What is used up is shown where it is asked for, and alone. */
export function isShown(pressed: readonly Filter[], batch: Batch, product: Product, around: FilterAround): boolean {
  const of = (filter: Filter) => isOf(filter, batch, product, around);
  const expiry = pressed.filter((filter) => byExpiry.includes(filter));
  const others = pressed.filter((filter) => !byExpiry.includes(filter));
  return (pressed.includes("usedUp") || batch.onHand !== 0) && others.every(of) && (expiry.length === 0 || expiry.some(of));
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** Every word has to stand somewhere in the product's names or the lot. */
export function isFound(query: string, { lot }: Batch, { name, genericName, specification }: Product): boolean {
  const text = plain([name, genericName, specification, lot].join(" "));
  return plain(query).split(/\s+/).every((part) => text.includes(part));
}
