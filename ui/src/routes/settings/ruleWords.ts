/** A rule's value in words: minutes, a time of the day, steps and lists. */
import type { TFunction } from "i18next";
import type { SettingKey } from "../../api/generated";
import { timeOfMinute } from "../../components/zonedTime";
import { stepWord } from "../today/words";

const timesOfDay: readonly SettingKey[] = ["day_starts_at", "day_ends_at"];

const inDays: readonly SettingKey[] = ["expiry_month_days", "expiry_soon_days", "stock_low_days", "stock_use_days", "consent_days"];

const inHours: readonly SettingKey[] = ["complaint_answer_hours", "unsigned_hours"];

export const isTimeOfDay = (key: SettingKey): boolean => timesOfDay.includes(key);

export function ruleValueWords(t: TFunction, key: SettingKey, value: number | readonly string[]): string {
  if (typeof value === "number" && inDays.includes(key)) return t("catalogue.days", { days: value });
  if (typeof value === "number" && inHours.includes(key)) return `${value} ${t("settings.hours")}`;
  if (typeof value === "number") return isTimeOfDay(key) ? timeOfMinute(value) : t("format.minutes", { minutes: value });
  const lines = key === "visit_steps" ? value.map((step) => stepWord(t, step)) : value;
  return lines.length === 0 ? t("common.none") : lines.join(t("common.listGap"));
}
