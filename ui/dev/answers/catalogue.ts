/** What the clinic offers, where and with what; its history, the starter catalogue and a list to import. */
import type { Catalogue, CatalogueEdit, CataloguePreview, Equipment, FieldChange, Item, Procedure, Product, StarterItem } from "../../src/api/generated";
import { type Answers, type UploadAnswers, changed, refuse } from "../mock";

const day = 86_400_000;
const on = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

const product = (id: string, name: string, change: Partial<Product>): Product => ({
  id, name, genericName: "", kind: "device", deviceClass: null, manufacturer: "", registrationNumber: "", codes: [], specification: "", unit: "支", scale: 0, packQuantity: 1,
  ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: null, active: true, ...change,
});
const products: Product[] = [
  product("m1", "肉毒毒素（保妥适）100U", { genericName: "注射用A型肉毒毒素", kind: "drug", manufacturer: "艾尔建（Allergan）", registrationNumber: "S20171005", codes: ["06901234567892", "8123456"], specification: "100U/瓶", unit: "U", packQuantity: 100, ingredients: "A型肉毒毒素、人血白蛋白", contraindications: "对本品成分过敏、注射部位感染、重症肌无力等神经肌肉疾病者禁用；妊娠、哺乳期不应使用。", storage: "2–8℃冷藏避光", toxin: true }),
  product("m2", "玻尿酸（乔雅登极致）0.8mL", { genericName: "注射用交联透明质酸钠凝胶", deviceClass: 3, manufacturer: "艾尔建（Allergan）", registrationNumber: "国械注进20163130001", codes: ["00300230000019"], specification: "0.8mL/支", unit: "mL", scale: 1, packQuantity: 8, ingredients: "透明质酸钠、利多卡因" }),
  product("m3", "利多卡因乳膏 5% 10g", { genericName: "利多卡因乳膏", kind: "drug", specification: "10g/支", unit: "g", packQuantity: 10, ingredients: "利多卡因" }),
  product("m4", "医用透明质酸钠修复贴", { genericName: "医用透明质酸钠修复敷料", deviceClass: 2, specification: "5 片/盒", unit: "片", packQuantity: 5, retailPrice: 19_800 }),
  product("m5", "舒敏保湿特护霜", { kind: "cosmetic", manufacturer: "云南贝泰妮", specification: "50g", unit: "支", retailPrice: 18_000 }),
  product("m6", "嗨体 1.5mL", { genericName: "注射用透明质酸钠复合溶液", deviceClass: 3, specification: "1.5mL/支", unit: "mL", scale: 1, packQuantity: 15, active: false }),
];
const procedure = (id: string, name: string, standardName: string, change: Partial<Procedure>): Procedure => ({
  id, name, standardName, specialty: "dermatology", level: null, listPrice: null, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active: true, ...change,
});
const procedures: Procedure[] = [
  procedure("c1", "肉毒除皱", "A型肉毒毒素美容注射（面部皱纹）", { listPrice: 298_000, returnIntervalDays: 120, consentTemplate: "肉毒毒素注射知情同意书", aftercare: "四小时内不要平躺、不要按摩注射部位。\n两周内避免桑拿。", usualProducts: [{ productId: "m1", quantity: 40 }, { productId: "m3", quantity: 3 }] }),
  procedure("c2", "热玛吉", "射频治疗（面部除皱）", { listPrice: 1_980_000, minutes: 90, numbingMinutes: 45, returnIntervalDays: 365 }),
  procedure("c3", "玻尿酸填充", "填充物注射（透明质酸钠）", { listPrice: 680_000, minutes: 45, numbingMinutes: 20, returnIntervalDays: 240, usualProducts: [{ productId: "m2", quantity: 8 }, { productId: "m3", quantity: 5 }] }),
  procedure("c4", "皮秒祛斑", "激光治疗（色素性皮肤病）", { minutes: 60, numbingMinutes: 30, returnIntervalDays: 45 }),
  procedure("c5", "钻石美雕", "射频治疗", { minutes: 60, active: false }),
  procedure("c6", "重睑", "重睑成形术", { specialty: "surgery", level: 2, listPrice: 1_280_000, minutes: 90 }),
  ...Array.from({ length: Number(new URLSearchParams(location.search).get("many") ?? 0) }, (_, index) => procedure(`x${index}`, `项目 ${index + 1}`, "激光治疗", { listPrice: index * 1_000 })),
];
const piece = (id: string, name: string, change: Partial<Equipment>): Equipment => ({
  id, name, manufacturer: "", model: "", serialNumber: "", registrationNumber: "", registrationExpiresOn: null, filingNumber: "", filingExpiresOn: null, lastMaintainedOn: null, maintenanceMonths: null, active: true, ...change,
});
const equipment: Equipment[] = [
  piece("e1", "热玛吉五代", { model: "Thermage FLX", manufacturer: "Solta Medical", serialNumber: "TG-5-0231", registrationNumber: "国械注进20193090222", registrationExpiresOn: on(62), lastMaintainedOn: on(-170), maintenanceMonths: 6 }),
  piece("e2", "皮秒激光", { model: "PicoWay", serialNumber: "PW-11872", registrationExpiresOn: on(-9), lastMaintainedOn: on(-420), maintenanceMonths: 12 }),
  piece("e3", "光子嫩肤仪", { model: "M22", serialNumber: "M22-0098", registrationExpiresOn: on(900), lastMaintainedOn: on(-30), maintenanceMonths: 12 }),
];
const full: Catalogue = { procedures, products, rooms: ["诊室一", "诊室二", "注射室", "光电室"].map((name, index) => ({ id: `r${index + 1}`, name, active: true })), equipment };
const catalogue: Catalogue = new URLSearchParams(location.search).has("empty") ? { procedures: [], products: [], rooms: [], equipment: [] } : full;

const edits = new Map<string, CatalogueEdit[]>([
  ["m2", [
    { at: Date.now() - 3 * day, by: "林小满", changes: [{ field: "registrationNumber", before: "", after: "国械注进20163130001" }, { field: "codes", before: [], after: ["00300230000019"] }] },
    { at: Date.now() - 40 * day, by: "沈静仪", changes: [{ field: "packQuantity", before: 1, after: 8 }, { field: "scale", before: 0, after: 1 }, { field: "unit", before: "支", after: "mL" }] },
    { at: Date.now() - 41 * day, by: null, changes: [{ field: "name", before: null, after: "玻尿酸（乔雅登极致）0.8mL" }, { field: "kind", before: null, after: "device" }, { field: "packQuantity", before: null, after: 1 }, { field: "unit", before: null, after: "支" }] },
  ]],
  ["c1", [
    { at: Date.now() - 2 * day, by: "沈静仪", changes: [{ field: "listPrice", before: 258_000, after: 298_000 }, { field: "usualProducts", before: [{ productId: "m1", quantity: 50 }], after: [{ productId: "m1", quantity: 40 }, { productId: "m3", quantity: 3 }] }, { field: "returnIntervalDays", before: null, after: 120 }] },
    { at: Date.now() - 90 * day, by: "沈静仪", changes: [{ field: "specialty", before: "surgery", after: "dermatology" }, { field: "level", before: 1, after: null }, { field: "listPrice", before: null, after: 258_000 }] },
  ]],
]);

function put<Kind extends { id: string; name: string }>(items: Kind[], id: string | null, item: Omit<Kind, "id">, field = "name"): string {
  if (items.some((other) => other.name === item.name && other.id !== id)) refuse("name_taken", field);
  const kept = { ...item, id: id ?? crypto.randomUUID() } as Kind;
  const at = items.findIndex((other) => other.id === id);
  const was: Record<string, unknown> = at === -1 ? {} : { ...items[at] };
  const changes: FieldChange[] = Object.entries(kept).filter(([name, value]) => name !== "id" && JSON.stringify(value) !== JSON.stringify(was[name] ?? null)).map(([name, after]) => ({ field: name, before: was[name] ?? null, after }));
  if (changes.length > 0) edits.set(kept.id, [{ at: Date.now(), by: "沈静仪", changes }, ...(edits.get(kept.id) ?? [])]);
  if (at === -1) items.push(kept);
  else items[at] = kept;
  changed("catalogue");
  return kept.id;
}

const offers: [item: Item, group: string, names: string[]][] = [
  ["procedure", "dermatology", ["光子嫩肤", "皮秒祛斑", "热玛吉", "超声炮", "水光针", "肉毒除皱", "玻尿酸填充", "果酸焕肤", "黄金微针", "激光脱毛（腋下）"]],
  ["procedure", "surgery", ["重睑", "线雕", "假体隆鼻", "眼袋切除"]],
  ["procedure", "dentistry", ["冷光美白", "牙齿贴面"]],
  ["procedure", "tcm", ["艾灸调理", "面部刮痧"]],
  ["product", "drug", ["肉毒毒素（保妥适）100U", "肉毒毒素（衡力）100U", "利多卡因乳膏 5% 10g", "盐酸利多卡因注射液 5mL"]],
  ["product", "device", ["玻尿酸（乔雅登极致）0.8mL", "玻尿酸（伊婉V）1.0mL", "嗨体 1.5mL", "一次性无菌注射针 34G"]],
  ["product", "cosmetic", ["舒敏保湿特护霜", "防晒乳 SPF50"]],
];
const starter = (): StarterItem[] => offers.flatMap(([item, group, names]) => names.map((name) => ({ item, group, name, present: (item === "procedure" ? catalogue.procedures : catalogue.products).some((other) => other.name === name) })));

type Row = { item: Item; number: number; name: string; outcome: "new" | "changed" | "failed"; changes: FieldChange[]; problem: { code: string; field: string | null; params: Record<string, string> } | null };
const rows: Row[] = [
  { item: "product", number: 2, name: "玻尿酸（乔雅登极致）0.8mL", outcome: "changed", changes: [{ field: "packQuantity", before: 8, after: 10 }, { field: "manufacturer", before: "艾尔建（Allergan）", after: "艾伯维（AbbVie）" }], problem: null },
  { item: "product", number: 3, name: "童颜针（艾维岚）", outcome: "new", changes: [], problem: null },
  { item: "procedure", number: 4, name: "皮秒祛斑", outcome: "changed", changes: [{ field: "listPrice", before: null, after: 298_000 }, { field: "usualProducts", before: [], after: [{ productId: "m3", quantity: 5 }, { productId: "00000000-0000-0000-0000-000000000001", quantity: 1 }] }], problem: null },
];
const failed: Row[] = [
  { item: "procedure", number: 5, name: "水光针", outcome: "failed", changes: [], problem: { code: "cell_unreadable", field: "listPrice", params: { cell: "面议" } } },
  { item: "procedure", number: 6, name: "果酸", outcome: "failed", changes: [], problem: { code: "invalid_value", field: "minutes", params: { least: "5", most: "600" } } },
  { item: "product", number: 9, name: "嗨体", outcome: "failed", changes: [], problem: { code: "scan_check_digit", field: "codes", params: { ai: "", value: "6901234567893", expected: "2" } } },
];
const looks = { times: 0 };
const preview = (shown: Row[]): CataloguePreview => ({
  rows: shown as unknown as CataloguePreview["rows"], new: shown.filter(({ outcome }) => outcome === "new").length, changed: shown.filter(({ outcome }) => outcome === "changed").length, same: 21, failed: shown.filter(({ outcome }) => outcome === "failed").length,
});

export const catalogueUploads: UploadAnswers = {
  // The first file has mistakes, the next one none.
  "catalogue.import_preview": () => {
    looks.times += 1;
    return preview(looks.times === 1 ? [...rows, ...failed] : rows);
  },
  "catalogue.import": () => preview(rows),
};

export const catalogueAnswers: Answers = {
  "catalogue.all": () => structuredClone(catalogue),
  "catalogue.history": ({ id }) => structuredClone(edits.get(id) ?? []),
  "catalogue.set_procedure": ({ id, ...item }) => put(catalogue.procedures, id, item),
  "catalogue.set_product": ({ id, ...item }) => {
    for (const code of item.codes) {
      if (!/^\d{7}$|^\d{14}$|^(MA|AHM)/.test(code)) refuse("scan_length", "codes", { ai: "", value: code, length: String(code.length) });
      if (catalogue.products.some((other) => other.id !== id && other.codes.includes(code))) refuse("code_taken", "codes", { code });
    }
    const before = catalogue.products.find((other) => other.id === id);
    if (before && before.scale !== item.scale && catalogue.procedures.some(({ usualProducts }) => usualProducts.some(({ productId }) => productId === id))) refuse("unit_in_use", "scale");
    return put(catalogue.products, id, item);
  },
  "catalogue.set_room": ({ id, ...item }) => put(catalogue.rooms, id, item),
  "catalogue.set_equipment": ({ id, ...item }) => put(catalogue.equipment, id, item, "serialNumber"),
  "catalogue.starter": starter,
  "catalogue.add_starter": ({ procedures: wanted, products: further, withPrices }) => {
    for (const name of wanted) catalogue.procedures.push(procedure(crypto.randomUUID(), name, name, { listPrice: withPrices ? 128_000 : null }));
    for (const name of further) catalogue.products.push(product(crypto.randomUUID(), name, {}));
    changed("catalogue");
    return { rows: [], new: wanted.length + further.length, changed: 0, same: 0, failed: 0 };
  },
  "catalogue.export": () => ({ path: "/home/clinic/Downloads/catalogue-2026-11-22.xlsx", rows: catalogue.procedures.length + catalogue.products.length + catalogue.equipment.length }),
};

/** For a scan: which product has a code. */
export const productOf = (code: string | null): string | null => catalogue.products.find(({ codes }) => code !== null && codes.includes(code))?.id ?? null;
