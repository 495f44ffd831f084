/** What is wrong with a price as it is typed, for the forms of what is sold. */
import type { TFunction } from "i18next";
import { readPrice } from "../../components/decimals";

/** Ten million yuan, as Rust has it. */
const priceMost = 1_000_000_000;

/** `least` in fen; what is left empty has no price, and is right. */
export function priceRule(t: TFunction, least = 0): { validator: (rule: unknown, typed: string) => Promise<void> } {
  return {
    validator: (_, typed) => {
      if (typed.trim() === "") return Promise.resolve();
      const price = readPrice(typed);
      if (price === null || price < least) return Promise.reject(new Error(t(price === null ? "catalogue.priceForm" : "catalogue.priceLeast")));
      return price > priceMost ? Promise.reject(new Error(t("catalogue.priceMost"))) : Promise.resolve();
    },
  };
}
