/** How long a record has been open. */
import type { TFunction } from "i18next";
import { minutes } from "../../components/format";

const hour = 3_600_000;
const day = 24 * hour;

export const isOld = (createdAt: number, now: number): boolean => now - createdAt > day;

export function ageWords(t: TFunction, createdAt: number, now: number): string {
  const age = Math.max(0, now - createdAt);
  if (age <= day) return minutes(t, age / 60_000);
  return t("treatments.days", { days: Math.floor(age / day), hours: Math.floor((age % day) / hour) });
}
