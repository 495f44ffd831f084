/** Money, dates, minutes and phones as LOOK.md writes them. Business days are dates; instants are shown in the clinic's zone. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TFunction } from "i18next";
import { useZone } from "../app/zone";

const thousands = (whole: number): string => String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ",");

/** "1,200"; with a minus of its own width where it is below nothing. */
export const grouped = (count: number): string => `${count < 0 ? "\u2212" : ""}${thousands(Math.abs(count))}`;

/** 1280000 fen are "12,800.00". */
export function money(fen: number): string {
  const sign = fen < 0 ? "-" : "";
  const whole = Math.trunc(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, "0");
  return `${sign}${thousands(whole)}.${rest}`;
}

/** "13812346721" is "138 **** 6721"; what is already masked, or is no mobile number, stays as it came. */
export function phone(number: string, masked = true): string {
  const digits = number.replaceAll(/[\s-]/g, "");
  if (!/^\d{3}[\d*]{4}\d{4}$/.test(digits)) return masked && digits.length > 6 && !digits.includes("*") ? `${digits.slice(0, 3)} **** ${digits.slice(-2)}` : number;
  return `${digits.slice(0, 3)} ${masked ? "****" : digits.slice(3, 7)} ${digits.slice(7)}`;
}

/** How long someone waits. */
export function minutes(t: TFunction, count: number): string {
  if (count < 1) return t("format.justNow");
  if (count < 60) return t("format.minutes", { minutes: Math.floor(count) });
  return t("format.hoursMinutes", { hours: Math.floor(count / 60), minutes: String(Math.floor(count % 60)).padStart(2, "0") });
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** "2026-11-22" with the weekday after it. */
export function date(t: TFunction, day: string): string {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return weekday ? `${day} ${t(`format.${weekday}`)}` : day;
}

interface ZonedParts {
  day: string;
  time: string;
  seconds: string;
}

const zoned = new Map<string, Intl.DateTimeFormat>();

/** An instant's business day and wall time in a zone. */
export function inZone(instant: number, zone: string): ZonedParts {
  let format = zoned.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    });
    zoned.set(zone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = value;
  return {
    day: `${part["year"] ?? ""}-${part["month"] ?? ""}-${part["day"] ?? ""}`,
    time: `${part["hour"] ?? ""}:${part["minute"] ?? ""}`,
    seconds: part["second"] ?? "",
  };
}

/** Whole days from one date to another; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export interface Format {
  money: (fen: number) => string;
  phone: (number: string, masked?: boolean) => string;
  minutes: (count: number) => string;
  date: (day: string) => string;
  /** "14:05" */
  time: (instant: number) => string;
  /** "2026-11-22 14:05" */
  moment: (instant: number) => string;
  /** The business day of an instant. */
  dayOf: (instant: number) => string;
  today: () => string;
}

export function useFormat(): Format {
  const { t } = useTranslation();
  const zone = useZone();
  return useMemo(
    () => ({
      money,
      phone,
      minutes: (count) => minutes(t, count),
      date: (day) => date(t, day),
      time: (instant) => inZone(instant, zone).time,
      moment: (instant) => { const at = inZone(instant, zone); return `${at.day} ${at.time}`; },
      dayOf: (instant) => inZone(instant, zone).day,
      today: () => inZone(Date.now(), zone).day,
    }),
    [t, zone],
  );
}
