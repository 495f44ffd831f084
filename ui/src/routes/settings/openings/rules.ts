/** What is wrong with an amount or a count as it is typed. */
import type { TFunction } from "i18next";
import type { Fen } from "../../../api/generated";
import { readPrice } from "../../../components/decimals";
import { grouped, money } from "../../../components/format";
import { priceMost } from "./handValues";

interface Rule<Typed> {
  validator: (rule: unknown, typed: Typed) => Promise<void>;
}

const wrong = (words: string): Promise<never> => Promise.reject(new Error(words));

/** What is left empty is none. */
export function amountRule(t: TFunction, most: Fen = priceMost): Rule<string> {
  return {
    validator: (_, typed) => {
      if (typed.trim() === "") return Promise.resolve();
      const amount = readPrice(typed);
      if (amount === null) return wrong(t("openings.byHandForm.amountForm"));
      return amount > most ? wrong(t("openings.byHandForm.amountMost", { most: money(most) })) : Promise.resolve();
    },
  };
}

export function countRule(t: TFunction, most: number): Rule<number | null> {
  return { validator: (_, typed) => (typed !== null && Number.isInteger(typed) && typed >= 1 && typed <= most ? Promise.resolve() : wrong(t("openings.byHandForm.countWrong", { most: grouped(most) }))) };
}
