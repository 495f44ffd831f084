/** How long a pack may still be used. */
import type { TFunction } from "i18next";
import { daysBetween } from "../../components/format";

/** From when on the end is worth a look. */
const soonDays = 90;

export interface ExpiryState {
  words: string;
  tone: "" | "caution" | "danger";
}

export function expiryState(t: TFunction, expiresOn: string, today: string): ExpiryState {
  const days = daysBetween(today, expiresOn);
  if (days < 0) return { words: t("scan.expired", { days: -days }), tone: "danger" };
  if (days === 0) return { words: t("scan.lastDay"), tone: "caution" };
  return { words: t("scan.daysLeft", { days }), tone: days <= soonDays ? "caution" : "" };
}
