import { expect, test } from "vitest";
import type { Product, ScanResult, Scanned } from "../../../api/generated";
import { type Line, type ScanOutcome, addScan, emptyLine, problemsOf, toDeliveryLine, totalsOf, withoutPack } from "./lines";

const scan = (change: Partial<Scanned> = {}, result: Partial<ScanResult> = {}): ScanResult => ({
  scanned: { kind: "gs1", text: "", productCode: "06901234567892", lot: "A12", expiresOn: "2027-06-30", producedOn: "2025-07-01", serial: "S1", unitCode: "06901234567892 S1", elements: [], ...change },
  product: "toxin", batch: null, packReceived: false, packUsed: false, ...result,
});

/** Scans one after the other; the lines are called l0, l1… */
function scanning(scans: ScanResult[], lines: Line[] = []): { lines: Line[]; outcomes: ScanOutcome["kind"][] } {
  const outcomes: ScanOutcome["kind"][] = [];
  for (const [index, one] of scans.entries()) {
    const added = addScan(lines, one, { key: `l${index}` });
    lines = added.lines;
    outcomes.push(added.outcome.kind);
  }
  return { lines, outcomes };
}

test("a pack begins a line with all that its code says", () => {
  const { lines, outcomes } = scanning([scan()]);
  expect(outcomes).toEqual(["added"]);
  expect(lines).toEqual([{ key: "l0", product: "toxin", lot: "A12", expiresOn: "2027-06-30", producedOn: "2025-07-01", packs: 1, unitCodes: ["06901234567892 S1"], price: "" }]);
});

test("another pack of the same lot and expiry joins the line, one of another lot does not", () => {
  const { lines, outcomes } = scanning([scan(), scan({ unitCode: "S2" }), scan({ unitCode: "S3", lot: "B7" }), scan({ unitCode: "S4", expiresOn: "2027-07-31" }), scan({ unitCode: "S5" })]);
  expect(outcomes).toEqual(["added", "counted", "added", "added", "counted"]);
  expect(lines.map(({ lot, packs, unitCodes }) => [lot, packs, unitCodes.length])).toEqual([["A12", 3, 3], ["B7", 1, 1], ["A12", 1, 1]]);
});

test("the same pack twice, one that came in before and one nobody knows add nothing", () => {
  const before = scanning([scan()]).lines;
  const { lines, outcomes } = scanning([scan(), scan({ unitCode: "S9" }, { packReceived: true }), scan({}, { product: null }), scan({ productCode: null }, { product: null })], before);
  expect(outcomes).toEqual(["twice", "cameBefore", "unknown", "noProduct"]);
  expect(lines).toEqual(before);
});

test("what came in and was taken back can come in again", () => {
  const added = addScan([], scan({}, { packReceived: true }), { key: "x", anyway: true });
  expect(added.outcome).toEqual({ kind: "added", line: "x" });
});

test("a code without lot counts on the last line of its product", () => {
  const article = scan({ lot: null, expiresOn: null, producedOn: null, unitCode: null });
  const trace = (unitCode: string) => scan({ lot: null, expiresOn: null, unitCode });
  expect(scanning([scan(), article]).lines.map(({ packs, unitCodes }) => [packs, unitCodes.length])).toEqual([[2, 1]]);
  expect(scanning([trace("T1"), trace("T2")]).lines.map(({ lot, packs }) => [lot, packs])).toEqual([["", 2]]);
});

test("a second code of lot and expiry fills the line of the first", () => {
  const article = scan({ lot: null, expiresOn: null, producedOn: null, unitCode: null });
  const rest = scan({ productCode: null, unitCode: null, lot: "C3" }, { product: null });
  const { lines, outcomes } = scanning([article, rest, rest]);
  expect(outcomes).toEqual(["added", "filled", "noProduct"]);
  expect(lines.map(({ lot, expiresOn, packs }) => [lot, expiresOn, packs])).toEqual([["C3", "2027-06-30", 1]]);
});

test("a line begun by hand is filled before another is begun", () => {
  const { lines, outcomes } = scanning([scan(), scan({ unitCode: "S2" })], [{ ...emptyLine("hand"), packs: 2 }]);
  expect(outcomes).toEqual(["filled", "counted"]);
  expect(lines.map(({ key, product, packs }) => [key, product, packs])).toEqual([["hand", "toxin", 3]]);
});

test("a pack scanned by mistake goes with its code", () => {
  const [line] = scanning([scan(), scan({ unitCode: "S2" })]).lines;
  const less = withoutPack(line as Line, "S2");
  expect([less.packs, less.unitCodes]).toEqual([1, ["06901234567892 S1"]]);
  expect(withoutPack(less, "06901234567892 S1")).toMatchObject({ packs: 1, unitCodes: [] });
});

test("what is wrong with a line is known before it is sent", () => {
  const product = { registrationNumber: "", kind: "drug" } as Product;
  expect(problemsOf(emptyLine("x"), undefined, "2026-11-22")).toEqual({ product: "product", lot: "lot", expiresOn: "expiresOn" });
  const line: Line = { ...emptyLine("x"), product: "p", lot: "A", expiresOn: "2026-11-21", producedOn: "2026-11-23", packs: 1, unitCodes: ["a", "b"], price: "1.234" };
  expect(problemsOf(line, product, "2026-11-22")).toEqual({ product: "registration", expiresOn: "expired", producedOn: "producedOn", unitCodes: "unitCodes", price: "price" });
  expect(problemsOf({ ...line, expiresOn: "2026-11-22", producedOn: null, packs: 2, price: "" }, { ...product, kind: "cosmetic" }, "2026-11-22")).toEqual({});
});

test("prices are summed in fen and sent as such", () => {
  const lines = [{ ...emptyLine("a"), packs: 3, price: "1,280.5" }, { ...emptyLine("b"), packs: null, price: "0.1" }, emptyLine("c")];
  expect(totalsOf(lines)).toEqual({ packs: 4, price: 128060 });
  expect(totalsOf([emptyLine("c")])).toEqual({ packs: 1, price: null });
  expect(toDeliveryLine({ ...emptyLine("a"), lot: " A1 ", price: "12" })).toMatchObject({ lot: "A1", price: 1200 });
});
