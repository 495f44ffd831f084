import type { TFunction } from "i18next";
import type { Low } from "../../../api/generated";
import type { Products } from "../products";

/** A product with how long it lasts. */
export function lowWords(t: TFunction, { product, usable, lastsDays }: Low, { of }: Products): string {
  const { name } = of(product);
  if (usable <= 0) return t("stock.alerts.none", { product: name });
  return lastsDays < 1 ? t("stock.alerts.lastsToday", { product: name }) : t("stock.alerts.lasts", { product: name, days: lastsDays });
}
