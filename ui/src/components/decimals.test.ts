import { expect, test } from "vitest";
import { quantity, readDecimal, readPrice, writeDecimal } from "./decimals";

test.each([["1280", 128_000], ["1,280.00", 128_000], ["¥1280.5", 128_050], ["１２８０．０５元", 128_005], ["0.10", 10], ["1280.500", 128_050], ["1.15", 115], ["0.29", 29], ["3.", 300]])("the price %s is %i fen", (typed, fen) => {
  expect(readPrice(typed)).toBe(fen);
});

test.each(["", ".", "-1", "1.005", "一千", "1e3", "1.2.3", "99999999999999999999"])("%s is no price", (typed) => {
  expect(readPrice(typed)).toBeNull();
});

test("a unit has no more decimals than it has", () => {
  expect([readDecimal("0.8", 1), readDecimal("0.85", 1), readDecimal("50", 0), readDecimal("0.5", 0), readDecimal("0.50", 1)]).toEqual([8, null, 50, null, 5]);
});

test("what is written is read back", () => {
  for (const decimals of [0, 1, 2, 3]) for (const amount of [0, 1, 9, 10, 105, 999_999, 1_000_000_000, Number.MAX_SAFE_INTEGER]) expect(readDecimal(writeDecimal(amount, decimals), decimals)).toBe(amount);
});

test("a quantity is said in its unit", () => {
  expect([quantity(8, { unit: "mL", scale: 1 }), quantity(50, { unit: "U", scale: 0 }), quantity(5, { unit: "g", scale: 2 })]).toEqual(["0.8 mL", "50 U", "0.05 g"]);
});
