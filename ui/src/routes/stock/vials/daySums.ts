/** A day of the book in four figures. What was taken back cancels out by its sign. */
import type { BookLine, VialBook } from "../../../api/generated";
import { quantity } from "../../../components/decimals";
import type { Products } from "../products";

export interface DaySums {
  opened: number;
  given: string;
  wasted: string;
  /** Vials that were not emptied and given back. */
  open: number;
}

export function daySums({ lines, vials }: VialBook, products: Products): DaySums {
  return {
    opened: lines.filter(({ step }) => step === "opened").length,
    given: out(lines.filter(({ step }) => step === "given"), products),
    wasted: out(lines.filter(({ step }) => step === "wasted"), products),
    open: vials.filter(({ givenBack }) => !givenBack).length,
  };
}

/** Each unit for itself: "40 U", or "40 U + 0.3 mL". */
function out(lines: readonly BookLine[], { of }: Products): string {
  const sums = new Map<string, { amount: number; unit: string; scale: number }>();
  for (const line of lines) {
    const { unit, scale } = of(line.product);
    const key = `${unit} ${scale}`;
    sums.set(key, { unit, scale, amount: (sums.get(key)?.amount ?? 0) - line.quantity });
  }
  return sums.size === 0 ? "0" : [...sums.values()].map((sum) => quantity(sum.amount, sum)).join(" + ");
}
