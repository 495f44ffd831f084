/** Quantities of a product in words: in its unit, and in packs where they come out whole. */
import type { TFunction } from "i18next";
import type { Product, Quantity } from "../../api/generated";
import { quantity, readDecimal } from "../../components/decimals";

export type Measured = Pick<Product, "unit" | "scale" | "packQuantity" | "specification">;

/** What a pack is called: what stands behind the last stroke of its specification. */
export function packWord(t: TFunction, { specification }: Pick<Product, "specification">): string {
  return [...specification.matchAll(/\/\s*(\p{Script=Han})/gu)].at(-1)?.[1] ?? t("stock.pack");
}

/** So many packs; "" where the unit is the pack, or the packs are not whole. */
export function packWords(t: TFunction, amount: Quantity, product: Measured): string {
  const { packQuantity, scale } = product;
  if (packQuantity <= 0 || amount === 0 || (packQuantity === 1 && scale === 0) || amount % packQuantity !== 0) return "";
  return `${amount / packQuantity} ${packWord(t, product)}`;
}

/** In the unit, and in packs. */
export function quantityWords(t: TFunction, amount: Quantity, product: Measured): string {
  return [quantity(amount, product), packWords(t, amount, product)].filter(Boolean).join(" · ");
}

/** "+300 U", "−20 U" */
export function signedWords(amount: Quantity, product: Measured): string {
  return amount < 0 ? `\u2212${quantity(-amount, product)}` : `+${quantity(amount, product)}`;
}

/** A quantity as it is typed, in the unit ("300", "300 U") or in packs. */
export function readAmount(t: TFunction, typed: string | undefined, product: Measured): Quantity | null {
  const text = (typed ?? "").normalize("NFKC").trim();
  for (const word of [packWord(t, product), t("stock.pack")]) {
    // The unit of tablets may be the word of their pack: then it is the unit.
    if (word === product.unit || !text.endsWith(word)) continue;
    const packs = readDecimal(text.slice(0, -word.length), 0);
    return packs === null ? null : packs * product.packQuantity;
  }
  return readDecimal(product.unit !== "" && text.toLowerCase().endsWith(product.unit.toLowerCase()) ? text.slice(0, -product.unit.length) : text, product.scale);
}
