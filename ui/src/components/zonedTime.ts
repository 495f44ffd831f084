/** Days and minutes of the clinic's zone, to instants and back. */
import { inZone } from "./format";

const dayMs = 86_400_000;

/** "14:05" as minutes after midnight. */
export function minuteOfTime(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Minutes after midnight as "14:05". */
export function timeOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Minutes after midnight of an instant. */
export function minuteOf(instant: number, zone: string): number {
  return minuteOfTime(inZone(instant, zone).time);
}

/** The instant at which the clinic's clock shows this. */
export function instantOf(day: string, minute: number, zone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  let instant = wanted;
  // Twice, since the offset at the guess may not be that of the answer.
  for (let round = 0; round < 2; round += 1) {
    const shown = inZone(instant, zone);
    instant += wanted - (Date.parse(`${shown.day}T00:00:00Z`) + minuteOfTime(shown.time) * 60_000);
  }
  return instant;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function weekOf(day: string): string[] {
  const monday = addDays(day, 1 - weekdayOf(day));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}
