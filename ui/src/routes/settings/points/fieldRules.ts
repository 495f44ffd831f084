/** What is wrong with a number of the rules as it is typed. */
import type { TFunction } from "i18next";
import { grouped } from "../../../components/format";
import { readTimes, timesText } from "./ruleValues";

interface Rule<Typed> {
  validator: (rule: unknown, typed: Typed) => Promise<void>;
}

const wrong = (words: string): Promise<never> => Promise.reject(new Error(words));

/** `least` in thousandths. */
export function timesRule(t: TFunction, least: number): Rule<string> {
  return { validator: (_, typed) => (readTimes(typed, least) === null ? wrong(t("pointsRules.wrong.times", { least: timesText(least) })) : Promise.resolve()) };
}

/** A whole number; what is left empty is wrong unless nothing is asked for. */
export function countRule(t: TFunction, least: number, most: number): Rule<number | null> {
  return { validator: (_, typed) => ((typed ?? (least === 0 ? 0 : -1)) >= least && (typed ?? 0) <= most ? Promise.resolve() : wrong(t("pointsRules.wrong.between", { least: grouped(least), most: grouped(most) }))) };
}
