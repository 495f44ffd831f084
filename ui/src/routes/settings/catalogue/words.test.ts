import i18next from "i18next";
import { expect, test } from "vitest";
import type { CatalogueEdit, Product } from "../../../api/generated";
import { dated, fieldsBefore } from "./history";
import { changeWords, valueWords } from "./words";

const t = i18next.getFixedT("zh");
const filler: Product = {
  id: "p1", name: "玻尿酸", genericName: "", kind: "device", deviceClass: 3, manufacturer: "", registrationNumber: "", codes: [], specification: "", unit: "mL", scale: 1, packQuantity: 8,
  ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: null, active: true,
};
const around = { products: [filler], unit: filler };

test.each([
  ["listPrice", 128_000, "1,280.00 元"], ["listPrice", null, "未定价"], ["specialty", "surgery", "美容外科"], ["level", 3, "三级"], ["deviceClass", 2, "二类"], ["kind", "drug", "药品"],
  ["minutes", 30, "30 分钟"], ["returnIntervalDays", 120, "120 天"], ["maintenanceMonths", 6, "6 个月"], ["packQuantity", 8, "0.8 mL"], ["scale", 2, "0.01 mL"], ["toxin", true, "是"],
  ["codes", ["06901234567892", "8123456"], "06901234567892、8123456"], ["codes", [], "空"], ["aftercare", "", "空"], ["usualProducts", [{ productId: "p1", quantity: 16 }, { productId: "x", quantity: 2 }], "玻尿酸 1.6 mL、文件中的新产品"],
])("%s %j is %s", (field, value, words) => {
  expect(valueWords(t, field, value, around)).toBe(words);
});

test("changes are said in the form's order, from what to what", () => {
  const changes = [{ field: "listPrice", before: null, after: 98_000 }, { field: "name", before: "旧名", after: "新名" }];
  expect(changeWords(t, changes, { before: around, after: around })).toEqual([
    { field: "名称", before: "旧名", after: "新名" },
    { field: "价目", before: "未定价", after: "980.00 元" },
  ]);
});

const edit = (at: number, fields: Record<string, [unknown, unknown]>): CatalogueEdit => ({ at, by: null, changes: Object.entries(fields).map(([field, [before, after]]) => ({ field, before, after })) });

test("a quantity of before the decimals changed is read with the decimals of then", () => {
  const [last, changed, made] = dated([edit(3, { packQuantity: [100, 80] }), edit(2, { scale: [1, 2], packQuantity: [10, 100] }), edit(1, { name: [null, "玻尿酸"], packQuantity: [null, 10] })], { unit: "mL", scale: 2 });
  const words = (dates: typeof last) => dates && changeWords(t, dates.changes, { before: { products: [], unit: dates.unitBefore }, after: { products: [], unit: dates.unitAfter } }).find(({ field }) => field === "每包装含量");
  expect([words(last), words(changed), made?.made, made?.unitAfter]).toEqual([
    { field: "每包装含量", before: "1.00 mL", after: "0.80 mL" },
    { field: "每包装含量", before: "1.0 mL", after: "1.00 mL" },
    true, { unit: "mL", scale: 1 },
  ]);
});

test("what is put back of a quantity has its decimals with it", () => {
  const [, older] = dated([edit(2, { scale: [1, 2] }), edit(1, { packQuantity: [5, 10] })], { unit: "mL", scale: 2 });
  expect(older && fieldsBefore(older, { unit: "mL", scale: 2 })).toEqual({ packQuantity: 5, scale: 1 });
});
