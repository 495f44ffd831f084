/** Points in words. */
import type { TFunction } from "i18next";
import type { Points, PointsLine, PointsLot } from "../../../api/generated";
import { grouped } from "../../../components/format";

export const signedPoints = (points: number): string => (points > 0 ? `+${grouped(points)}` : grouped(points));

export const kindWord = (t: TFunction, { kind, expired }: Pick<PointsLine, "kind" | "expired">): string => t(`billing.points.kind.${expired === null ? kind : "expired"}`);

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
