import i18next from "i18next";
import { expect, test } from "vitest";
import { ageWords, isOld } from "./age";

const hour = 3_600_000;

test("an age is in minutes, hours, and after a day in days", () => {
  const words = (age: number) => ageWords(i18next.t, 0, age);
  expect([words(0), words(hour / 2), words(5 * hour), words(30 * hour)]).toEqual(["刚刚", "30 分钟", "5 小时 00 分", "1 天 6 小时"]);
  expect([isOld(0, 23 * hour), isOld(0, 25 * hour)]).toEqual([false, true]);
});
