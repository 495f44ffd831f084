import { expect, test } from "vitest";
import type { PastRecord } from "./unfold";
import { filterOf, noFilter, shownBy } from "./filter";

const record = (procedure: string, products: string[], sites: string[]): PastRecord => ({
  id: procedure, at: 0, procedure, procedureName: `name ${procedure}`, doctorName: "", points: [], devices: [], reactions: "", amendments: 0, photos: 0, complaints: [], withdrawn: false, sites,
  uses: products.map((product) => ({ product, name: `product ${product}`, unit: "U", scale: 0, batch: null, lot: "", suppliers: [], quantity: 1 })),
});
const records = [record("a", ["x"], ["brow"]), record("b", ["x", "y"], ["brow", "chin"]), record("b", ["y"], [])];

test("what can be chosen is what stands there, the most frequent first", () => {
  const choices = filterOf(records);
  expect(choices.procedure.map(({ label }) => label)).toEqual(["name b 2", "name a 1"]);
  expect(choices.product.map(({ value }) => value)).toEqual(["x", "y"]);
  expect(choices.site).toEqual([{ value: "brow", label: "brow 2" }, { value: "chin", label: "chin 1" }]);
});

test("filters narrow together", () => {
  const count = (filter: Partial<typeof noFilter>) => records.filter((one) => shownBy(one, { ...noFilter, ...filter })).length;
  expect(count({})).toBe(3);
  expect(count({ product: "y" })).toBe(2);
  expect(count({ product: "y", site: "chin" })).toBe(1);
  expect(count({ procedure: "a", product: "y" })).toBe(0);
});
