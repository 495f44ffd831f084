import { expect, test } from "vitest";
import { addDays, instantOf, minuteOf, timeOfMinute, weekOf, weekdayOf } from "./zonedTime";

test("a minute of a day is the same minute when it is read back, whatever the zone", () => {
  for (const zone of ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"]) {
    const instant = instantOf("2026-11-22", 14 * 60 + 5, zone);
    expect(timeOfMinute(minuteOf(instant, zone))).toBe("14:05");
  }
  expect(instantOf("2026-11-22", 0, "Asia/Shanghai")).toBe(Date.parse("2026-11-21T16:00:00Z"));
});

test("the day on which the clocks change has its own noon", () => {
  expect(instantOf("2026-03-29", 720, "Europe/Berlin")).toBe(Date.parse("2026-03-29T10:00:00Z"));
  expect(instantOf("2026-03-28", 720, "Europe/Berlin")).toBe(Date.parse("2026-03-28T11:00:00Z"));
});

test("weeks begin on Monday", () => {
  expect(weekdayOf("2026-11-22")).toBe(7);
  expect(weekOf("2026-11-22")[0]).toBe("2026-11-16");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
});
