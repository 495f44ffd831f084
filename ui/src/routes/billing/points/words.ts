/** Points in words. */
import type { TFunction } from "i18next";
import type { Points, PointsLine, PointsLot } from "../../../api/generated";
import { grouped } from "../../../components/format";

export const signedPoints = (points: number): string => (points > 0 ? `+${grouped(points)}` : grouped(points));

export function kindWord(t: TFunction, { kind, expired, cause, points }: Pick<PointsLine, "kind" | "expired" | "cause" | "points">): string {
  if (expired !== null) return t("billing.points.kind.expired");
  // What follows a refund is no correction of anybody's.
  if (kind === "reverse" && (cause?.kind === "refund" || cause?.kind === "referral")) return t(points > 0 ? "billing.points.kind.returned" : "billing.points.kind.takenBack");
  return t(`billing.points.kind.${kind}`);
}

/** What a line is about, or why it was done. */
export function aboutWords(t: TFunction, { cause, reason }: Pick<PointsLine, "cause" | "reason">): string {
  switch (cause?.kind) {
    case undefined: return reason;
    case "sale": return t("billing.points.cause.sale", { number: cause.number });
    case "reward": return t("billing.points.cause.reward", { name: cause.name, number: cause.number });
    case "refund": return t("billing.points.cause.refund", { refund: cause.refund });
    case "sign_in": return t("billing.points.cause.signIn");
    case "referral": return cause.refund === null ? t("billing.points.cause.referral", { name: cause.client.name }) : t("billing.points.cause.referralOver", { name: cause.client.name, refund: cause.refund });
  }
}

export const endsWords = (t: TFunction, day: string | null): string => (day === null ? t("billing.noEnd") : t("billing.endsOn", { day }));

/** What ends first, all that ends on that day; undefined where nothing ends. */
export function nextToEnd({ lots }: Points): { points: number; day: string } | undefined {
  const day = lots[0]?.expiresOn ?? null;
  return day === null ? undefined : { points: lots.reduce((sum, { expiresOn, left }) => sum + (expiresOn === day ? left : 0), 0), day };
}

/** So many left, and of how many where some are gone. */
export const lotWords = (t: TFunction, { left, points }: PointsLot): string => (left === points ? t("billing.points.lot.left", { left: grouped(left) }) : t("billing.points.lot.of", { left: grouped(left), points: grouped(points) }));

/** What was given or taken by hand, and was not taken back. */
export const isReversible = ({ kind, expired, reversed }: PointsLine): boolean => kind === "adjust" && expired === null && !reversed;
