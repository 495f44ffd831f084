/** The rules of points in words: a sentence each. */
import type { TFunction } from "i18next";
import type { PointsItem, PointsRules } from "../../../api/generated";
import { grouped, money } from "../../../components/format";
import { once, timesText } from "./ruleValues";

/** What things are called. */
export interface Names {
  procedure: (id: string) => string;
  product: (id: string) => string;
  card: (id: string) => string;
}

export function itemName(t: TFunction, item: PointsItem, names: Names): string {
  switch (item.kind) {
    case "procedure":
    case "product":
    case "card": return names[item.kind](item.id) || t("checkout.gone");
    case "specialty": return t("pointsRules.allOf", { specialty: t(`common.specialty.${item.specialty}`) });
    default: return t(`pointsRules.every.${item.kind}`);
  }
}

export const timesWords = (t: TFunction, multiplier: number): string => (multiplier === 0 ? t("pointsRules.none") : t("pointsRules.times", { times: timesText(multiplier) }));

/** What is earned, and how long it lasts. */
export function earnWords(t: TFunction, { fenPerPoint, months, memberDays, memberDayMultiplier, birthdayMultiplier }: PointsRules): string[] {
  const lasts = months === null ? t("pointsRules.view.forEver") : t("pointsRules.view.months", { count: months });
  if (fenPerPoint === null) return [t("pointsRules.view.off"), lasts];
  return [
    t("pointsRules.view.earns", { amount: money(fenPerPoint) }),
    lasts,
    memberDays.length === 0 ? t("pointsRules.view.noMemberDay") : t("pointsRules.view.memberDay", { days: memberDays.join(t("common.listGap")), times: timesText(memberDayMultiplier) }),
    birthdayMultiplier > once ? t("pointsRules.view.birthday", { times: timesText(birthdayMultiplier) }) : "",
    t("pointsRules.view.highest"),
  ].filter(Boolean);
}

/** What is given beside what is bought, and what points pay. */
export function otherWords(t: TFunction, { signIn, referral, money: asMoney }: PointsRules): string[] {
  return [
    signIn > 0 ? t("pointsRules.view.signIn", { points: grouped(signIn) }) : t("pointsRules.view.noSignIn"),
    referral > 0 ? t("pointsRules.view.referral", { points: grouped(referral) }) : t("pointsRules.view.noReferral"),
    asMoney === null ? t("pointsRules.view.noMoney") : t("pointsRules.view.money", { points: grouped(asMoney.pointsPerYuan), percent: asMoney.mostPercent }),
    asMoney !== null && asMoney.least > 0 ? t("pointsRules.view.least", { points: grouped(asMoney.least) }) : "",
  ].filter(Boolean);
}
