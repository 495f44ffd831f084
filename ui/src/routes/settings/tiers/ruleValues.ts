/** The owner's rules as their form holds them: read into what Rust takes, and where Rust's names for fields stand in it. */
import type { Failure, PreviewTiers, ProcedureId, SpendingCounts, StoredValueCounts, TierReview, TierRule, TierRules, TierWindow } from "../../../api/generated";
import { readPrice } from "../../../components/decimals";
import { money } from "../../../components/format";
import { discountText, readDiscount } from "../../checkout/new/discount";
import { once, readTimes, timesText } from "../points/ruleValues";

export type TierScope = "all" | "chosen";

export interface TierValue {
  /** A client keeps the tier by it, whatever it is called and wherever it stands. */
  code: string;
  name: string;
  amount: string;
  window: TierWindow;
  rate: string;
  scope: TierScope;
  procedures: ProcedureId[];
  cards: boolean;
  products: boolean;
  /** "1.5"; "" where points are not multiplied. */
  times: string;
  benefits: string;
}

export interface RuleValues {
  /** From the lowest to the highest. */
  tiers: TierValue[];
  counts: SpendingCounts;
  storedValue: StoredValueCounts;
  products: boolean;
  review: TierReview;
  warnDays: number | null;
  takesEffectOn: string | null;
}

/** As Rust has them (membership/tiers/schemes.rs). */
export const tiersMost = 12;
export const amountMost = 100_000_000_000;
export const warnMost = 365;
/** A full price in thousandths. */
export const full = 1_000;

export const windows: readonly TierWindow[] = ["lifetime", "rolling"];
export const scopes: readonly TierScope[] = ["all", "chosen"];
export const reviews: readonly TierReview[] = ["day", "month", "quarter", "year"];
export const countings: readonly SpendingCounts[] = ["sold", "executed"];
export const storedValues: readonly StoredValueCounts[] = ["used", "paid_in"];

export const newTier = (): TierValue => ({ code: crypto.randomUUID(), name: "", amount: "", window: "lifetime", rate: "", scope: "all", procedures: [], cards: false, products: false, times: "", benefits: "" });

export const rateText = (rate: number): string => discountText({ kind: "rate", value: rate });

/** In thousandths; null for what is no discount at all. What is left empty is the full price. */
export function readRate(text: string): number | null {
  return text.trim() === "" ? full : (readDiscount("rate", text)?.value ?? null);
}

function tierValue({ code, name, amount, window, rate, allProcedures, procedures, cards, products, pointsMultiplier, benefits }: TierRule): TierValue {
  return { code, name, amount: money(amount), window, rate: rate >= full ? "" : rateText(rate), scope: allProcedures ? "all" : "chosen", procedures, cards, products, times: pointsMultiplier > once ? timesText(pointsMultiplier) : "", benefits: benefits.join("\n") };
}

export function ruleValues({ counting, review, warnDays, tiers }: TierRules, takesEffectOn: string): RuleValues {
  return { ...counting, review, warnDays, tiers: tiers.map(tierValue), takesEffectOn };
}

function tierRule({ code, name, amount, window, rate, scope, procedures, cards, products, times, benefits }: TierValue): TierRule {
  return {
    code,
    name: name.trim(),
    amount: readPrice(amount) ?? 0,
    window,
    rate: readRate(rate) ?? full,
    allProcedures: scope === "all",
    procedures: scope === "all" ? [] : procedures,
    cards,
    products,
    pointsMultiplier: times.trim() === "" ? once : (readTimes(times, once) ?? once),
    benefits: benefits.split("\n").map((line) => line.trim()).filter((line) => line !== ""),
  };
}

export function previewInput({ tiers, counts, storedValue, products, review, warnDays, takesEffectOn }: RuleValues): PreviewTiers {
  return { rules: { counting: { counts, storedValue, products }, review, warnDays: warnDays ?? 0, tiers: tiers.map(tierRule) }, takesEffectOn: takesEffectOn ?? "" };
}

const plain = ["warnDays", "takesEffectOn"] as const satisfies (keyof RuleValues)[];
const ofTier = ["name", "amount", "window", "rate", "procedures", "times", "benefits"] as const satisfies (keyof TierValue)[];

export type FieldPath = (typeof plain)[number] | ["tiers", number, (typeof ofTier)[number]];

/** Where a refused field stands; null where it is none of the form's. Rust counts tiers from 1. */
export function pathOf({ field, params }: Failure): FieldPath | null {
  const tier = Number(params["tier"] ?? Number.NaN) - 1;
  if (!Number.isInteger(tier)) return plain.find((name) => name === field) ?? null;
  const name = ofTier.find((other) => other === (field === "pointsMultiplier" ? "times" : field));
  return name === undefined ? null : ["tiers", tier, name];
}
