import { expect, test } from "vitest";
import type { ClientAlert, Product } from "../../../api/generated";
import { heldAlerts, meetings } from "./allergies";

const alert = (substance: string, change: Partial<ClientAlert> = {}): ClientAlert => ({ id: substance, kind: "allergy", substance, severity: "moderate", reaction: "", notedAt: 0, notedBy: null, endedAt: null, endedReason: null, ...change });
const product = (ingredients: string): Product => ({
  id: "m2", name: "乔雅登", genericName: "", kind: "device", deviceClass: 3, manufacturer: "", registrationNumber: "", codes: [], specification: "", unit: "mL", scale: 1, packQuantity: 8,
  ingredients, contraindications: "", storage: "", toxin: false, retailPrice: null, active: true,
});
const found = (alerts: ClientAlert[], ingredients: string) => meetings(alerts, [product(ingredients)]).map(({ ingredient }) => ingredient);

test("an allergen within an ingredient is found, and an ingredient within what the client says", () => {
  expect(found([alert("利多卡因")], "透明质酸钠、盐酸利多卡因")).toEqual(["盐酸利多卡因"]);
  expect(found([alert("对利多卡因过敏")], "透明质酸钠、利多卡因")).toEqual(["利多卡因"]);
  expect(found([alert("Lidocaine HCl，青霉素")], "Hyaluronate; lidocaine")).toEqual(["lidocaine"]);
});

test("nothing is found where nothing meets, nor of what has ended or is no allergy", () => {
  expect(found([alert("青霉素")], "透明质酸钠、利多卡因")).toEqual([]);
  expect(found([alert("利多卡因", { endedAt: 1 }), alert("利多卡因", { kind: "contraindication" })], "利多卡因")).toEqual([]);
  expect(found([alert("酸")], "透明质酸钠")).toEqual([]);
});

test("allergies come before contraindications, the severe first", () => {
  const alerts = [alert("妊娠", { kind: "contraindication", severity: "severe" }), alert("轻", { severity: "mild" }), alert("重", { severity: "severe" }), alert("旧", { endedAt: 1 })];
  expect(heldAlerts(alerts).map(({ substance }) => substance)).toEqual(["重", "轻", "妊娠"]);
});
