import { expect, test } from "vitest";
import type { Batch, Product } from "../../../api/generated";
import { type Filter, isFound, isShown } from "./batchFilter";

const product = { id: "p1", name: "衡力 100U", genericName: "注射用A型肉毒毒素", specification: "100U/瓶", toxin: true } as Product;
const batch = (change: Partial<Batch>): Batch => ({ id: "b", product: "p1", lot: "A12", expiresOn: "2026-12-01", daysLeft: 200, producedOn: null, onHand: 100, status: "released", statusReason: "", ...change });
const around = { care: { month: 30, soon: 90 }, low: new Set(["p2"]) };
const shown = (pressed: Filter[], change: Partial<Batch>) => isShown(pressed, batch(change), product, around);

test("without a chip everything is shown that is there, whatever its state", () => {
  expect([shown([], {}), shown([], { daysLeft: -3 }), shown([], { status: "recalled" }), shown([], { onHand: -2 })]).toEqual([true, true, true, true]);
  expect(shown([], { onHand: 0 })).toBe(false);
});

test("the last day is within the month, and the month within the quarter", () => {
  expect([shown(["month"], { daysLeft: 0 }), shown(["month"], { daysLeft: 30 }), shown(["month"], { daysLeft: 31 }), shown(["soon"], { daysLeft: 12 }), shown(["month"], { daysLeft: -1 })]).toEqual([true, true, false, true, false]);
});

test("chips about the end of use add, the others narrow", () => {
  expect(shown(["expired", "month"], { daysLeft: -1 })).toBe(true);
  expect(shown(["expired", "held"], { daysLeft: -1 })).toBe(false);
  expect(shown(["toxin", "held"], { status: "quarantined" })).toBe(true);
  expect(shown(["low"], {})).toBe(false);
});

test("what is used up stands alone", () => {
  expect([shown(["usedUp"], { onHand: 0 }), shown(["usedUp"], {})]).toEqual([true, false]);
});

test("a search looks at both names and the lot", () => {
  expect([isFound("", batch({}), product), isFound("衡力 a12", batch({}), product), isFound("肉毒", batch({}), product), isFound("衡力 B12", batch({}), product)]).toEqual([true, true, true, false]);
});
