import i18next from "i18next";
import { expect, test } from "vitest";
import type { Batch, Product } from "../../../api/generated";
import type { Products } from "../products";
import { type Entry, type Judged, judge, sumOf, toCountLines, typedCount } from "./entries";

const { t } = i18next;
const toxin = { id: "t", unit: "U", scale: 0, packQuantity: 100, specification: "100U/瓶", toxin: true } as Product;
const filler = { id: "f", unit: "mL", scale: 1, packQuantity: 8, specification: "0.8 mL/支", toxin: false } as Product;
const products: Products = { all: [toxin, filler], loaded: true, of: (id) => (id === "t" ? toxin : filler) };
const batch = (product: string, onHand: number): Batch => ({ id: `${product}${onHand}`, product, lot: "A", expiresOn: "2027-01-01", daysLeft: 200, producedOn: null, onHand, status: "released", statusReason: "" });
const judged = (of: Batch, counted: string, change: Partial<Entry> = {}): Judged => judge(t, of, { ...typedCount(of, undefined, counted), ...change }, products) as Judged;

test("what nobody has counted is not in the count", () => {
  expect([judge(t, batch("t", 300), undefined, products), judge(t, batch("t", 300), typedCount(batch("t", 300), undefined, "  "), products)]).toEqual([null, null]);
});

test("a count is compared in the smallest unit, typed in the unit or in packs", () => {
  expect(["2.4", "3 支", "2.4 mL", "3件"].map((typed) => judged(batch("f", 24), typed).difference)).toEqual([0, 0, 0, 0]);
  expect([judged(batch("f", 24), "1.6").difference, judged(batch("t", 300), "4瓶").difference, judged(batch("t", 0), "0").difference]).toEqual([-8, 100, 0]);
  expect(["x", "2.45", "-1", "1.5支"].map((typed) => judged(batch("f", 24), typed).problem)).toEqual(["counted", "counted", "counted", "counted"]);
});

test("a difference has to be explained, the same quantity does not", () => {
  expect([judged(batch("t", 300), "290").problem, judged(batch("t", 300), "290", { reason: "破损" }).problem, judged(batch("t", 300), "300").problem]).toEqual(["reason", null, null]);
});

test("a book that has moved since is looked at again", () => {
  const moved = judged(batch("t", 290), "300", { expected: 300 });
  expect([moved.problem, moved.difference]).toEqual(["changed", 0]);
});

test("differences are counted, and toxin among them asks for a second person", () => {
  expect(sumOf([judged(batch("t", 300), "300"), judged(batch("f", 24), "1.6", { reason: "破损" })], products)).toEqual({ batches: 2, differences: 1, toxin: false });
  expect(sumOf([judged(batch("t", 300), "200", { reason: "破损" })], products)).toEqual({ batches: 1, differences: 1, toxin: true });
});

test("only a difference takes its reason along", () => {
  expect(toCountLines([judged(batch("t", 300), "300", { reason: "typed before" }), judged(batch("t", 200), "1瓶", { reason: "破损" })])).toEqual([
    { batch: "t300", expected: 300, counted: 300, reason: "" },
    { batch: "t200", expected: 200, counted: 100, reason: "破损" },
  ]);
});
