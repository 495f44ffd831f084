/** What is wrong with the products that a procedure usually takes, in words. */
import type { TFunction } from "i18next";
import type { Product } from "../../../api/generated";
import { readDecimal } from "../../../components/decimals";
import type { UsualValue } from "./values";

export function quantityProblem(t: TFunction, typed: string, scale: number): string | null {
  const amount = readDecimal(typed, scale);
  if (amount !== null && amount > 0 && amount <= 1_000_000_000) return null;
  return scale === 0 ? t("catalogue.quantityWhole") : t("catalogue.quantityForm", { decimals: scale });
}

export function usualProblem(t: TFunction, usual: readonly UsualValue[], products: readonly Product[]): string | null {
  for (const [index, { productId, quantity }] of usual.entries()) {
    const product = products.find(({ id }) => id === productId);
    if (!product) return t("catalogue.productMissing");
    if (usual.findIndex((other) => other.productId === productId) < index) return t("catalogue.productTwice", { name: product.name });
    const problem = quantityProblem(t, quantity, product.scale);
    if (problem !== null) return t("catalogue.quantityOf", { name: product.name, problem });
  }
  return null;
}
