import i18next from "i18next";
import { expect, test } from "vitest";
import { date, daysBetween, inZone, minutes, money, phone } from "./format";

const t = i18next.getFixedT("zh");

test.each([
  [1_280_000, "12,800.00"],
  [0, "0.00"],
  [5, "0.05"],
  [-123_456_789, "-1,234,567.89"],
])("%i fen are %s", (fen, shown) => {
  expect(money(fen)).toBe(shown);
});

test("a phone is masked, and shown in full where that was asked for", () => {
  expect(phone("13812346721")).toBe("138 **** 6721");
  expect(phone("138****6721")).toBe("138 **** 6721");
  expect(phone("13812346721", false)).toBe("138 1234 6721");
  expect(phone("+86 571 8888 6666")).not.toContain("8888");
});

test("waiting is said as people say it", () => {
  expect([0, 12, 65].map((count) => minutes(t, count))).toEqual(["刚刚", "12 分钟", "1 小时 05 分"]);
});

test("a date has its weekday, whatever the computer's zone", () => {
  expect(date(t, "2026-11-22")).toBe("2026-11-22 周日");
});

test("an instant belongs to the clinic's day", () => {
  expect(inZone(Date.UTC(2026, 10, 22, 16, 30), "Asia/Shanghai")).toMatchObject({ day: "2026-11-23", time: "00:30" });
});

test("days are counted across the end of a year", () => {
  expect(daysBetween("2026-12-31", "2027-01-02")).toBe(2);
  expect(daysBetween("2027-01-02", "2026-12-31")).toBe(-2);
});
