/** The rules of points as their form holds them, and what is read out of it. */
import type { PointsItem, PointsItemRule, PointsRules } from "../../../api/generated";
import { readDecimal, readPrice, writeDecimal } from "../../../components/decimals";
import { money } from "../../../components/format";

export interface ItemValue {
  /** What it is about, as a word ({@link itemKey}); null while it is chosen. */
  item: string | null;
  /** "2" for twice as many; "0" for none. */
  times: string;
}

export interface RuleValues {
  earns: boolean;
  /** What earns a point, in yuan. */
  perPoint: string;
  months: number | null;
  memberDays: number[];
  memberDayTimes: string;
  birthdayTimes: string;
  items: ItemValue[];
  signIn: number | null;
  referral: number | null;
  paysAsMoney: boolean;
  pointsPerYuan: number | null;
  least: number | null;
  mostPercent: number | null;
}

/** As Rust has them (membership/points/rules.rs). */
export const perPointMost = 1_000_000;
export const monthsMost = 600;
export const givenMost = 1_000_000;
export const itemsMost = 500;
const timesMost = 100_000;
/** What nothing multiplies, in thousandths. */
export const once = 1_000;

/** 1500 thousandths are "1.5". */
export const timesText = (multiplier: number): string => writeDecimal(multiplier, 3).replace(/\.?0+$/, "");

/** In thousandths; null for what is no number, or beyond what Rust takes. `least` is in thousandths too. */
export function readTimes(text: string, least: number): number | null {
  const times = readDecimal(text.replace(/^[x\u00d7]/i, ""), 3);
  return times !== null && times >= least && times <= timesMost ? times : null;
}

export function itemKey(item: PointsItem): string {
  switch (item.kind) {
    case "procedure":
    case "card":
    case "product": return `${item.kind}:${item.id}`;
    case "specialty": return `specialty:${item.specialty}`;
    default: return item.kind;
  }
}

export function itemOf(key: string): PointsItem {
  const [kind = "", id = ""] = key.split(":");
  if (kind === "procedure" || kind === "card" || kind === "product") return { kind, id };
  return kind === "specialty" ? { kind, specialty: id as "surgery" } : { kind: kind as "cards" };
}

export function ruleValues({ fenPerPoint, months, memberDays, memberDayMultiplier, birthdayMultiplier, items, signIn, referral, money: asMoney }: PointsRules): RuleValues {
  return {
    earns: fenPerPoint !== null,
    perPoint: money(fenPerPoint ?? 100),
    months,
    memberDays,
    memberDayTimes: timesText(memberDayMultiplier),
    birthdayTimes: timesText(birthdayMultiplier),
    items: items.map(({ item, multiplier }) => ({ item: itemKey(item), times: timesText(multiplier) })),
    signIn,
    referral,
    paysAsMoney: asMoney !== null,
    pointsPerYuan: asMoney?.pointsPerYuan ?? 100,
    least: asMoney?.least ?? 0,
    mostPercent: asMoney?.mostPercent ?? 100,
  };
}

export function rulesOf(values: RuleValues): PointsRules {
  const { earns, perPoint, months, memberDays, memberDayTimes, birthdayTimes, items, signIn, referral, paysAsMoney, pointsPerYuan, least, mostPercent } = values;
  return {
    fenPerPoint: earns ? (readPrice(perPoint) ?? 0) : null,
    months,
    memberDays: memberDays.toSorted((one, other) => one - other),
    memberDayMultiplier: readTimes(memberDayTimes, once) ?? once,
    birthdayMultiplier: readTimes(birthdayTimes, once) ?? once,
    items: items.flatMap(({ item, times }): PointsItemRule[] => (item === null ? [] : [{ item: itemOf(item), multiplier: readTimes(times, 0) ?? once }])),
    signIn: signIn ?? 0,
    referral: referral ?? 0,
    money: paysAsMoney ? { pointsPerYuan: pointsPerYuan ?? 0, least: least ?? 0, mostPercent: mostPercent ?? 0 } : null,
  };
}

/** Where Rust's name for a field is not the form's. */
export const fields: Record<string, keyof RuleValues> = { fenPerPoint: "perPoint", memberDayMultiplier: "memberDayTimes", birthdayMultiplier: "birthdayTimes", multiplier: "items" };
