/** A birthday as it is typed quickly: 1990-5-3, 1990.5.3, 1990 5 3 or 19900503. */
import type { BirthdayCalendar } from "../../../api/generated";

const daysInLunarMonth = 30;

/** YYYY-MM-DD, or null where it is no three numbers of the right size. */
export function parseDay(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text);
  if (!parts) return null;
  const [, year = "", month = "", day = ""] = parts;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

export type DayFault = "wrong" | "future" | null;

/** What can be told here; whether a lunar year has that month and day only Rust knows. */
export function faultOf(typed: string, calendar: BirthdayCalendar, today: string): DayFault {
  if (typed.trim() === "") return null;
  const day = parseDay(typed);
  if (day === null || day < "1900") return "wrong";
  if (calendar === "solar") {
    const real = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day) return "wrong";
  } else if (Number(day.slice(8)) > daysInLunarMonth) {
    return "wrong";
  }
  return day > today ? "future" : null;
}
