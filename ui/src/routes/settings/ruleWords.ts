/** A rule's value in words: minutes, percent, a time of the day, a choice, steps and lists. */
import type { TFunction } from "i18next";
import type { SettingKey } from "../../api/generated";
import { writeDecimal } from "../../components/decimals";
import { timeOfMinute } from "../../components/zonedTime";
import { zh } from "../../locales/zh";
import { stepWord } from "../today/words";

const timesOfDay: readonly SettingKey[] = ["day_starts_at", "day_ends_at"];

const inDays: readonly SettingKey[] = ["expiry_month_days", "expiry_soon_days", "stock_low_days", "stock_use_days", "consent_days", "arrears_days", "refund_free_days"];

const inHours: readonly SettingKey[] = ["complaint_answer_hours", "unsigned_hours"];

const inPercent: readonly SettingKey[] = ["discount_reception", "discount_consultant", "discount_cashier"];

/** In hundredths of a percent a year. */
const inRate: readonly SettingKey[] = ["refund_rate_clinic", "refund_rate_client"];

export const isTimeOfDay = (key: SettingKey): boolean => timesOfDay.includes(key);

export const isChoice = (key: SettingKey): key is "stored_value_order" | "arrears" | "refund_interest" => key in zh.settings.choices;

/** One of a choice's words. What is newer than the words stands as it came. */
export function choiceWord(t: TFunction, key: SettingKey, option: string): string {
  const words: Record<string, string> = isChoice(key) ? t(`settings.choices.${key}`, { returnObjects: true }) : {};
  return words[option] ?? option;
}

export function ruleValueWords(t: TFunction, key: SettingKey, value: number | string | readonly string[]): string {
  if (typeof value === "string") return choiceWord(t, key, value);
  if (typeof value === "number" && inPercent.includes(key)) return `${value} ${t("settings.percent")}`;
  if (typeof value === "number" && inRate.includes(key)) return `${writeDecimal(value, 2)} ${t("settings.percent")}`;
  if (typeof value === "number" && inDays.includes(key)) return t("catalogue.days", { days: value });
  if (typeof value === "number" && inHours.includes(key)) return `${value} ${t("settings.hours")}`;
  if (typeof value === "number") return isTimeOfDay(key) ? timeOfMinute(value) : t("format.minutes", { minutes: value });
  const lines = key === "visit_steps" ? value.map((step) => stepWord(t, step)) : value;
  return lines.length === 0 ? t("common.none") : lines.join(t("common.listGap"));
}
