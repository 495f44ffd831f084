import { expect, test } from "vitest";
import type { Procedure, Product } from "../../../api/generated";
import { only, procedureInput, procedureValues, productInput, productValues } from "./values";

const product: Product = {
  id: "p1", name: "玻尿酸", genericName: "", kind: "device", deviceClass: 3, manufacturer: "", registrationNumber: "", codes: ["06901234567892"], specification: "", unit: "mL", scale: 1, packQuantity: 10,
  ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: null, active: true,
};
const procedure: Procedure = {
  id: "c1", name: "填充", standardName: "注射填充", specialty: "surgery", level: 2, listPrice: 128_050, minutes: 30, numbingMinutes: 0, returnIntervalDays: 180, consentTemplate: "", aftercare: "", usualProducts: [{ productId: "p1", quantity: 8 }], active: true,
};

test("what is opened and saved unchanged is sent as it was", () => {
  expect(procedureInput("c1", procedureValues(procedure, [product]), [product])).toEqual(procedure);
  expect(productInput("p1", productValues(product, null))).toEqual(product);
});

test("amounts are typed and sent without rounding", () => {
  const values = procedureValues(procedure, [product]);
  expect([values.listPrice, values.usualProducts]).toEqual(["1280.50", [{ productId: "p1", quantity: "0.8" }]]);
  const sent = procedureInput("c1", { ...values, listPrice: "¥1,280.29", usualProducts: [{ productId: "p1", quantity: "1.1" }] }, [product]);
  expect([sent.listPrice, sent.usualProducts]).toEqual([128_029, [{ productId: "p1", quantity: 11 }]]);
  expect(procedureInput(null, { ...values, listPrice: " " }, []).listPrice).toBeNull();
});

test("a product is sold at its retail price or not at all, and toxin never", () => {
  const sold = { ...product, kind: "drug", deviceClass: null, retailPrice: 39_800 } as const;
  const values = productValues({ ...sold }, null);
  expect([values.retailPrice, productInput("p1", values).retailPrice]).toEqual(["398.00", 39_800]);
  expect([productInput("p1", { ...values, retailPrice: " " }).retailPrice, productInput("p1", { ...values, toxin: true }).retailPrice]).toEqual([null, null]);
});

test("what does not belong to a kind is not sent with it", () => {
  expect(procedureInput("c1", { ...procedureValues(procedure, []), specialty: "tcm" }, []).level).toBeNull();
  const asDrug = productInput("p1", { ...productValues(product, null), kind: "drug", toxin: true });
  expect([asDrug.deviceClass, asDrug.toxin, productInput("p1", { ...productValues(product, null), toxin: true }).toxin]).toEqual([null, true, false]);
});

test("a new product begins with the code that was scanned", () => {
  expect(productValues(null, "06901234567892").codes).toEqual(["06901234567892"]);
  expect(only(productValues(product, null), ["name", "codes"])).toEqual({ name: "玻尿酸", codes: ["06901234567892"] });
});
