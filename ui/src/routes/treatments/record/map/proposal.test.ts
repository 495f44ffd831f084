import { expect, test } from "vitest";
import type { BatchChoice, Product, Use } from "../../../../api/generated";
import { pointsOf, pointsReducer } from "./points";
import { type Shelf, amountOf, fillingOf, groupsOf, lookOf, nextPoint, shortOf, shortVials } from "./proposal";

const product = (id: string, change: Partial<Product>): Product => ({
  id, name: id, genericName: "", kind: "drug", deviceClass: null, manufacturer: "", registrationNumber: "", codes: [], specification: "", unit: "U", scale: 0, packQuantity: 100,
  ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: null, active: true, ...change,
});
const batch = (id: string, of: string, expiresOn: string, onHand: number, vials: BatchChoice["vials"] = []): BatchChoice => ({ batch: id, product: of, lot: id.toUpperCase(), expiresOn, onHand, vials });
const vial = (id: string, left: number) => ({ id, unitCode: `code-${id}`, left, shared: false });
const shelf: Shelf = {
  products: [product("botox", { toxin: true }), product("filler", { scale: 1, packQuantity: 8, unit: "mL" }), product("cream", { packQuantity: 10, unit: "g" })],
  choices: [batch("b1", "botox", "2027-01-31", 100, [vial("w1", 6), vial("w2", 80)]), batch("b2", "botox", "2027-06-30", 300), batch("f1", "filler", "2027-03-31", 8), batch("f2", "filler", "2027-09-30", 16)],
  usual: [{ productId: "cream", quantity: 3 }, { productId: "filler", quantity: 8 }, { productId: "botox", quantity: 40 }],
};
const use = (change: Partial<Use>): Use => ({ key: 1, map: "face_front", x: 0, y: 0, site: "", product: "botox", batch: "b1", vial: "w1", unit_code: null, quantity: 4, depth: "", ...change });

test("the first point is of the usual toxin, out of the batch that expires first and an opened vial", () => {
  expect(nextPoint(pointsOf([]), shelf)).toEqual({ filling: { product: "botox", batch: "b1", vial: "w1", unit_code: "code-w1" }, dose: { quantity: 4, depth: "" } });
});

test("what the record begins with is no use yet, and fillers come before creams", () => {
  const begun = [use({ map: null, product: "cream", batch: null, vial: null }), use({ key: 2, map: null, product: "filler", batch: "f1", vial: null, quantity: 8 })];
  expect(nextPoint(pointsOf(begun), { ...shelf, usual: shelf.usual.slice(0, 2) })).toMatchObject({ filling: { product: "filler", batch: "f1" }, dose: { quantity: 1 } });
});

test("the next point takes the product, dose and layer last used, and another vial once one is empty", () => {
  const points = pointsReducer(pointsOf([use({ quantity: 5, depth: "肌层" })]), { do: "fill", filling: { product: "botox", batch: "b1", vial: "w1", unit_code: null } });
  expect(nextPoint(points, shelf)).toEqual({ filling: { product: "botox", batch: "b1", vial: "w2", unit_code: "code-w2" }, dose: { quantity: 5, depth: "肌层" } });
});

test("a batch that was used up gives way to the next", () => {
  expect(fillingOf("filler", shelf, [use({ product: "filler", batch: "f1", quantity: 8 })], 1)).toMatchObject({ batch: "f2" });
  expect(fillingOf("cream", shelf, [], 3)).toEqual({ product: "cream", batch: null, vial: null, unit_code: null });
});

test("a batch chosen by scan stays for as long as it may be used", () => {
  const chosen = pointsReducer(pointsOf([]), { do: "fill", filling: { product: "filler", batch: "f2", vial: null, unit_code: "pack" } });
  expect(nextPoint(chosen, shelf)?.filling).toEqual({ product: "filler", batch: "f2", vial: null, unit_code: "pack" });
  expect(nextPoint(chosen, { ...shelf, choices: shelf.choices.filter(({ batch: id }) => id !== "f2") })?.filling.batch).toBe("f1");
});

test("without a usual product somebody has to choose one", () => {
  expect(nextPoint(pointsOf([]), { ...shelf, usual: [] })).toBeNull();
});

test("totals are by product and batch, in the order of their first use", () => {
  const uses = [use({}), use({ key: 2, product: "cream", batch: null, vial: null, map: null, quantity: 3 }), use({ key: 3, quantity: 6, vial: "w1" }), use({ key: 4, batch: "b2", quantity: 10, vial: null })];
  const groups = groupsOf(uses);
  expect(groups.map(({ product: of, batch: from, quantity, points }) => [of, from, quantity, points])).toEqual([["botox", "b1", 10, 2], ["cream", null, 3, 0], ["botox", "b2", 10, 1]]);
  expect(groups.map((group) => lookOf(groups, group))).toEqual([0, -1, 1]);
  expect(shortVials(uses, shelf.choices[0])).toEqual([{ vial: vial("w1", 6), by: 4 }]);
});

test("another product begins with an amount of its own", () => {
  expect([amountOf(shelf, "filler", true), amountOf(shelf, "botox", true), amountOf(shelf, "cream", false), amountOf({ ...shelf, usual: [] }, "cream", false)]).toEqual([1, 4, 3, 10]);
});

test("more than is on hand is said, nothing where it is not known", () => {
  const [group] = groupsOf([use({ product: "filler", batch: "f1", quantity: 11 })]);
  if (!group) throw new Error("a group");
  expect(shortOf(group, shelf.choices[2])).toBe(3);
  expect(shortOf(group, undefined)).toBe(0);
});
