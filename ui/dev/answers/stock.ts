/** A small ledger of stock: batches, movements, deliveries, suppliers. Its vials are in vials.ts. */
import type { Batch, BatchStatus, Delivery, MovementKind, MovementLine, Product, ScanResult, SignIn, StockAlerts, Supplier } from "../../src/api/generated";
import { type Answers, type UploadAnswers, changed, refuse } from "../mock";
import { catalogueAnswers } from "./catalogue";
import { people } from "./desk";
import { scanAnswers } from "./scan";

const empty = new URLSearchParams(location.search).has("empty");
const hour = 3_600_000;
const day = 24 * hour;
const now = Date.now();
const dayOf = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 10);
const inDays = (days: number) => dayOf(now + days * day);

export const products = (): Product[] => {
  const catalogue = catalogueAnswers["catalogue.all"]?.({});
  return catalogue && "products" in catalogue ? catalogue.products : [];
};
export const productOf = (id: string): Product => products().find((product) => product.id === id) ?? refuse("not_found", "product");

export interface Kept extends Omit<Batch, "daysLeft" | "onHand"> {
  codes: string[];
}
export interface Moved extends MovementLine {
  batch: string;
}

const batch = (id: string, product: string, lot: string, expires: number, status: BatchStatus = "released", statusReason = ""): Kept => ({ id, product, lot, expiresOn: inDays(expires), producedOn: inDays(expires - 730), status, statusReason, codes: [] });
export const batches: Kept[] = empty ? [] : [
  batch("b1", "m1", "C3709A", 23), batch("b2", "m1", "C3811B", 410), batch("b3", "m2", "VB30A90512", -3), batch("b4", "m2", "VB30A91177", 74),
  batch("b5", "m3", "240311", 160, "quarantined", "冷链中断，待查"), batch("b6", "m4", "MZ20260214", 300), batch("b7", "m6", "H15-2207", 12, "recalled", "厂家召回 2026-11"), batch("b8", "m4", "MZ20250801", 55),
];
if (batches[1]) batches[1].codes = ["00690123456789221S1", "00690123456789221S2", "00690123456789221S3"];

let count = 0;
const nothing = { by: "林小满", witness: null, client: null, doctor: null, delivery: null, price: null, vial: null, unitCode: null, reason: "", reverses: null, reversed: false };
export const movements: Moved[] = [];

export function move(of: string, kind: MovementKind, quantity: number, change: Partial<Moved> = {}): string {
  count += 1;
  const id = `mv${count}`;
  movements.push({ ...nothing, id, batch: of, kind, quantity, at: Date.now(), ...change });
  return id;
}
export const onHand = (id: string) => movements.filter((movement) => movement.batch === id).reduce((sum, { quantity }) => sum + quantity, 0);

export const read = ({ id, product, lot, expiresOn, producedOn, status, statusReason }: Kept): Batch => ({ id, product, lot, expiresOn, producedOn, status, statusReason, onHand: onHand(id), daysLeft: Math.round((Date.parse(expiresOn) - Date.parse(inDays(0))) / day) });
export const batchOf = (id: string): Kept => batches.find((other) => other.id === id) ?? refuse("not_found", "batch");

const suppliers: Supplier[] = empty ? [] : [
  { id: "s1", name: "国药控股杭州有限公司", licenceNumber: "浙AA5710023", licenceExpiresOn: inDays(400), contact: "钱经理 13800138001", active: true },
  { id: "s2", name: "华东医药美学器械有限公司", licenceNumber: "浙杭药监械经营许20230188", licenceExpiresOn: inDays(19), contact: "", active: true },
  { id: "s3", name: "旧供应商", licenceNumber: "浙AA5710000", licenceExpiresOn: inDays(-90), contact: "", active: false },
];
const deliveries: Delivery[] = [];

if (!empty) {
  const client = { id: "k3", name: "何田田", memberNumber: "A000103" };
  const came = (id: string, days: number, supplier: string, lines: [string, number, number | null][]) => {
    const [kept] = suppliers.filter((other) => other.id === supplier);
    deliveries.unshift({
      id, supplier: kept?.name ?? "", licenceNumber: kept?.licenceNumber ?? "", noteNumber: `SH-2026-${id.slice(1).padStart(4, "0")}`, receivedOn: inDays(-days), at: now - days * day, by: "林小满", inspectedBy: "林小满", witness: "沈静仪",
      inspection: "包装完好、标签齐全、冷链合格", noteMediaType: null,
      lines: lines.map(([of, quantity, price]) => {
        const movement = move(of, "received", quantity, { at: now - days * day, delivery: id, price, witness: "沈静仪" });
        const { product, lot, expiresOn } = batchOf(of);
        return { movement, product, batch: of, lot, expiresOn, quantity, price, reversed: false };
      }),
    });
  };
  came("d1", 90, "s2", [["b3", 80, 960_000], ["b5", 50, null], ["b7", 45, 36_000], ["b8", 10, 9_900]]);
  came("d2", 40, "s1", [["b1", 300, 720_000], ["b4", 160, 1_920_000]]);
  came("d3", 6, "s1", [["b2", 300, 738_000], ["b6", 200, 188_000]]);
  move("b1", "used", -20, { at: now - 8 * day, client, doctor: "周予安", witness: "沈静仪", vial: "w0" });
  move("b1", "wasted", -80, { at: now - 8 * day, reason: "治疗后余量，按规程灭活弃去", witness: "沈静仪", vial: "w0" });
  const wrong = move("b6", "used", -20, { at: now - 5 * day, reason: "院内领用" });
  move("b6", "used", 20, { at: now - 5 * day + hour, reason: "数量输错", reverses: wrong });
  const reversed = movements.find(({ id }) => id === wrong);
  if (reversed) reversed.reversed = true;
  move("b6", "used", -2, { at: now - 5 * day + hour, reason: "院内领用" });
  move("b4", "counted", -8, { at: now - 2 * day, reason: "货架少一支，原因不明" });
  move("b8", "returned", -10, { at: now - 2 * day, reason: "退回供应商" });
}

export const name = (id: string) => people.find(({ staffId }) => staffId === id)?.name ?? "";

/** The PIN of all is 135790. */
export function prove(witness: SignIn | null, needed: boolean): string | null {
  if (witness === null) return needed ? refuse("witness_required", "witness") : null;
  if (witness.pin !== "135790") refuse("pin_wrong", "pin", { waitSeconds: "0" });
  return name(witness.staffId);
}
const isToxin = (of: string) => productOf(batchOf(of).product).toxin;
const hasReason = (reason: string) => reason.trim() !== "" || refuse("reason_required", "reason");

const alerts = (): StockAlerts => ({
  expiring: batches.map(read).filter(({ onHand: there, daysLeft }) => there > 0 && daysLeft <= 90).toSorted((a, b) => a.daysLeft - b.daysLeft)
    .map(({ id, product, lot, expiresOn, onHand: there, daysLeft }) => ({ batch: id, product, lot, expiresOn, onHand: there, care: daysLeft < 0 ? "now" : daysLeft <= 30 ? "month" : "soon" })),
  low: empty ? [] : [{ product: "m1", usable: 200, used: 900, lastsDays: 6 }, { product: "m3", usable: 0, used: 30, lastsDays: 0 }],
  vials: empty ? [] : [{ vial: "w1", product: "m1", lot: "C3709A", openedOn: inDays(-1) }],
});

function scan(text: string): ScanResult {
  const result = scanAnswers["scan.read"]?.({ text }) as ScanResult;
  const { scanned, product } = result;
  const unitCode = scanned.unitCode ?? (scanned.serial === null ? null : `${scanned.productCode ?? ""} ${scanned.serial}`);
  const byCode = batches.find(({ codes }) => unitCode !== null && codes.includes(unitCode));
  const byLot = batches.find((other) => other.product === product && other.lot === scanned.lot);
  return { ...result, scanned: { ...scanned, unitCode }, batch: (byCode ?? byLot)?.id ?? null, packReceived: byCode !== undefined, packUsed: false };
}

export const stockAnswers: Answers = {
  "scan.read": ({ text }) => scan(text),
  "stock.batches": ({ usedUp }) => batches.map(read).filter(({ onHand: there }) => usedUp || there !== 0).toSorted((a, b) => a.daysLeft - b.daysLeft),
  "stock.batch": ({ id }) => {
    const kept = batchOf(id);
    const own = movements.filter((movement) => movement.batch === id);
    const sum = (kind: MovementKind) => own.filter((movement) => movement.kind === kind).reduce((all, { quantity }) => all + quantity, 0);
    return { batch: read(kept), received: sum("received"), used: 0 - sum("used"), wasted: 0 - sum("wasted"), returned: 0 - sum("returned"), counted: sum("counted"), movements: own.toReversed(), unitCodes: kept.codes };
  },
  "stock.alerts": alerts,
  "stock.suppliers": () => suppliers.map((supplier) => ({ ...supplier })),
  "stock.set_supplier": ({ id, ...supplier }) => {
    if (suppliers.some((other) => other.name === supplier.name && other.id !== id)) refuse("name_taken", "name");
    const kept = { ...supplier, id: id ?? crypto.randomUUID() };
    const at = suppliers.findIndex((other) => other.id === id);
    if (at === -1) suppliers.push(kept);
    else suppliers[at] = kept;
    changed("stock");
    return kept.id;
  },
  "stock.deliveries": ({ before }) => (before === null ? structuredClone(deliveries) : []),
  "stock.hold": ({ batch: id, recalled, reason }) => {
    hasReason(reason);
    Object.assign(batchOf(id), { status: recalled ? "recalled" : "quarantined", statusReason: reason });
    changed("stock");
    return null;
  },
  "stock.release": ({ batch: id, reason }) => {
    hasReason(reason);
    Object.assign(batchOf(id), { status: "released", statusReason: "" });
    changed("stock");
    return null;
  },
  "stock.take_out": ({ input, witness }) => {
    const by = prove(witness, isToxin(input.batch));
    hasReason(input.reason);
    if (input.quantity > onHand(input.batch)) refuse("not_enough_stock", "quantity", { onHand: String(onHand(input.batch)) });
    const id = move(input.batch, input.leaving === "house" ? "used" : input.leaving, -input.quantity, { reason: input.reason, witness: by });
    changed("stock");
    return id;
  },
  "stock.reverse": ({ input, witness }) => {
    const was = movements.find(({ id }) => id === input.id) ?? refuse("not_found", "id");
    const by = prove(witness, isToxin(was.batch));
    hasReason(input.reason);
    if (was.reversed) refuse("already_reversed", "id");
    if (onHand(was.batch) - was.quantity < 0) refuse("not_enough_stock", "quantity", { onHand: String(onHand(was.batch)) });
    was.reversed = true;
    for (const line of deliveries.flatMap(({ lines }) => lines)) if (line.movement === was.id) line.reversed = true;
    const { kind, quantity, client, doctor, vial, delivery } = was;
    const id = move(was.batch, kind, -quantity, { client, doctor, vial, delivery, reason: input.reason, witness: by, reverses: was.id });
    changed("stock");
    return id;
  },
  "stock.count": ({ input, witness }) => {
    for (const [place, line] of input.lines.entries()) if (onHand(line.batch) !== line.expected) refuse("changed_meanwhile", "counted", { line: String(place), onHand: String(onHand(line.batch)) });
    const differing = input.lines.filter(({ counted, expected }) => counted !== expected);
    const by = prove(witness, differing.some((line) => isToxin(line.batch)));
    for (const line of differing) move(line.batch, "counted", line.counted - line.expected, { reason: line.reason, witness: by });
    changed("stock");
    return { batches: input.lines.length, differences: differing.length };
  },
};

export const stockUploads: UploadAnswers = {
  "stock.receive": ({ input, witness }) => {
    const by = prove(witness, input.lines.some(({ product }) => productOf(product).toxin));
    const supplier = suppliers.find(({ id }) => id === input.supplier) ?? refuse("not_found", "supplier");
    if (supplier.licenceExpiresOn !== null && supplier.licenceExpiresOn < input.receivedOn) refuse("licence_expired", "supplier");
    const id = crypto.randomUUID();
    for (const [place, { product, lot, expiresOn }] of input.lines.entries()) {
      const other = batches.find((kept) => kept.product === product && kept.lot === lot && kept.expiresOn !== expiresOn);
      if (other) refuse("lot_has_other_expiry", "expiresOn", { line: String(place), expiresOn: other.expiresOn });
    }
    const lines = input.lines.map(({ product, lot, expiresOn, producedOn, packs, unitCodes, price }) => {
      let kept = batches.find((other) => other.product === product && other.lot === lot);
      if (!kept) {
        kept = { id: crypto.randomUUID(), product, lot, expiresOn, producedOn, status: "released", statusReason: "", codes: [] };
        batches.push(kept);
      }
      kept.codes.push(...unitCodes);
      const quantity = packs * productOf(product).packQuantity;
      return { movement: move(kept.id, "received", quantity, { delivery: id, price, witness: by }), product, batch: kept.id, lot, expiresOn, quantity, price, reversed: false };
    });
    deliveries.unshift({
      id, supplier: supplier.name, licenceNumber: supplier.licenceNumber, noteNumber: input.noteNumber, receivedOn: input.receivedOn, at: Date.now(), by: "沈静仪", inspectedBy: name(input.inspectedBy), witness: by,
      inspection: input.inspection, noteMediaType: null, lines,
    });
    changed("stock");
    return id;
  },
};
