/** How long a supplier's licence still holds. */
import type { TFunction } from "i18next";
import { daysBetween } from "../../../components/format";

/** A licence is renewed within a month, or another supplier is found. */
const soonDays = 30;

export interface LicenceState {
  words: string;
  tone: "" | "quiet" | "caution" | "danger";
}

export function licenceState(t: TFunction, on: string | null, today: string): LicenceState {
  if (on === null) return { words: "", tone: "" };
  const days = daysBetween(today, on);
  if (days < 0) return { words: t("stock.expired", { days: -days }), tone: "danger" };
  if (days === 0) return { words: t("stock.lastDay"), tone: "caution" };
  return { words: t("stock.daysLeft", { days }), tone: days <= soonDays ? "caution" : "quiet" };
}
