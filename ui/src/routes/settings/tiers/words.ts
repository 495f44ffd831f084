/** Tiers in words: what one asks for, gives and holds for, what counts, and what is wrong with it. */
import type { TFunction } from "i18next";
import { wordsFor } from "../../../api/failure";
import type { Failure, TierName, TierRule, TierRules } from "../../../api/generated";
import { money } from "../../../components/format";
import { percentOf } from "../../checkout/new/discount";
import { once, timesText } from "../points/ruleValues";
import { full, rateText } from "./ruleValues";

const dot = " \u00b7 ";

export const nameWords = (t: TFunction, tier: TierName | null): string => tier?.name ?? t("tierRules.none");

export function thresholdWords(t: TFunction, { amount, window }: Pick<TierRule, "amount" | "window">): string {
  return amount === 0 ? t("tierRules.threshold.first") : t(`tierRules.threshold.${window}`, { amount: money(amount) });
}

/** `below`: the tiers beneath it, whose discounts it has as well. */
export function discountWords(t: TFunction, rate: number, below: readonly TierRule[] = []): string {
  if (rate < full) return t("tierRules.discount", { tenths: rateText(rate), percent: percentOf(full - rate) });
  return t(below.some((tier) => tier.rate < full) ? "tierRules.discountBelow" : "tierRules.noDiscount");
}

/** What the discount holds for; "" where there is none. */
export function scopeWords(t: TFunction, { rate, allProcedures, procedures, cards, products }: TierRule): string {
  if (rate >= full) return "";
  const some = procedures.length > 0 ? t("tierRules.scope.some", { count: procedures.length }) : "";
  const holds = [allProcedures ? t("tierRules.scope.all") : some, cards ? t("tierRules.scope.cards") : "", products ? t("tierRules.scope.products") : ""].filter(Boolean);
  return holds.length === 0 ? t("tierRules.scope.open") : holds.join(t("common.listGap"));
}

/** In one line, but for its name. */
export function tierWords(t: TFunction, tier: TierRule, below: readonly TierRule[]): string {
  return [thresholdWords(t, tier), discountWords(t, tier.rate, below), scopeWords(t, tier), tier.pointsMultiplier > once ? t("tiers.gives.points", { times: timesText(tier.pointsMultiplier) }) : "", tier.benefits.join(t("common.listGap"))].filter(Boolean).join(dot);
}

/** All of them, the highest first, with what each asks for. */
export function tiersWords(t: TFunction, { tiers }: TierRules): string {
  return tiers.toReversed().map((tier) => t("tierRules.earlier.line", { name: tier.name, threshold: thresholdWords(t, tier) })).join(t("common.listGap"));
}

/** What counts, and when a tier is lost: a sentence each. */
export function basisWords(t: TFunction, { counting: { counts, storedValue, products }, review, warnDays }: TierRules): string[] {
  return [
    t(`tierRules.basis.counts.${counts}`),
    t(`tierRules.basis.storedValue.${storedValue}`),
    t(`tierRules.basis.products.${products ? "yes" : "no"}`),
    t(`tierRules.basis.review.${review}`),
    warnDays === 0 ? t("tierRules.basis.noWarn") : t("tierRules.basis.warn", { days: warnDays }),
    t("tierRules.basis.below"),
  ];
}

function boundsWords(t: TFunction, field: string, least: string, most: string): string | null {
  if (field === "amount") return t("tierRules.wrong.amountBetween", { least: money(Number(least)), most: money(Number(most)) });
  if (field === "rate") return t("tierRules.wrong.rateBetween", { least: rateText(Number(least)), most: rateText(Number(most)) });
  if (field === "benefits") return t("tierRules.wrong.benefits", { most });
  if (field === "warnDays") return t("tierRules.wrong.between", { least, most });
  return field === "tiers" ? t("tierRules.editor.full", { most }) : null;
}

function ownWords(t: TFunction, { code, field, params: { least, most, name } }: Failure): string | null {
  if (code === "name_taken") return t("tierRules.wrong.name");
  if (code === "tier_not_above") return t("tierRules.wrong.notAbove", { name: name ?? "" });
  if (code === "day_past") return t("tierRules.wrong.dayPast");
  if (code === "invalid_date" && field === "takesEffectOn") return t("tierRules.wrong.dayFar");
  if (field === "procedures" && (code === "required" || code === "not_found")) return t(code === "required" ? "tierRules.wrong.procedures" : "tierRules.wrong.proceduresGone");
  if (code !== "invalid_value" || field === null) return null;
  if (field === "window") return t("tierRules.wrong.window");
  return least === undefined || most === undefined ? null : boundsWords(t, field, least, most);
}

/** What is wrong, where the field itself stands beside it. */
export function wrongWords(t: TFunction, failure: Failure): string {
  const { message, remedy } = wordsFor(t, failure);
  return ownWords(t, failure) ?? [message, remedy].filter(Boolean).join(t("common.sentenceGap"));
}
