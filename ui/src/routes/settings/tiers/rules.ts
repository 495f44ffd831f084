/** What is wrong with a discount as it is typed. */
import type { TFunction } from "i18next";
import { readRate } from "./ruleValues";

/** What is left empty is none. */
export function rateRule(t: TFunction): { validator: (rule: unknown, typed: string) => Promise<void> } {
  return { validator: (_, typed) => (readRate(typed) === null ? Promise.reject(new Error(t("tierRules.wrong.rate"))) : Promise.resolve()) };
}
