/**
 * The lines of a delivery while they are typed and scanned. A pack that is scanned joins the line of its product, lot
 * and expiry; what its code does not say (an article number has no lot) it takes from the line before.
 */
import type { DeliveryLine, Product, ProductId, ScanResult } from "../../../api/generated";
import { readPrice } from "../../../components/decimals";

export interface Line {
  key: string;
  product: ProductId | null;
  lot: string;
  expiresOn: string | null;
  producedOn: string | null;
  packs: number | null;
  unitCodes: string[];
  /** As typed. */
  price: string;
}

export const mostPacks = 10_000;

export function emptyLine(key: string): Line {
  return { key, product: null, lot: "", expiresOn: null, producedOn: null, packs: 1, unitCodes: [], price: "" };
}

export type ScanOutcome =
  /** A line of its own, or one more pack of a line. */
  | { kind: "added" | "counted" | "filled"; line: string }
  /** The very pack stands in a line already. */
  | { kind: "twice"; line: string }
  /** The very pack came in before. */
  | { kind: "cameBefore" }
  | { kind: "unknown" | "noProduct" };

interface Scanning {
  /** Of a new line. */
  key: string;
  /** Though such a pack came in before. */
  anyway?: boolean;
}

export function addScan(lines: readonly Line[], { scanned, product, packReceived }: ScanResult, { key, anyway = false }: Scanning): { lines: Line[]; outcome: ScanOutcome } {
  const stay = (outcome: ScanOutcome) => ({ lines: [...lines], outcome });
  const put = (line: Line, kind: "counted" | "filled") => ({ lines: lines.map((other) => (other.key === line.key ? line : other)), outcome: { kind, line: line.key } as const });
  const { lot, expiresOn, producedOn, unitCode } = scanned;
  if (product === null) {
    if (scanned.productCode !== null) return stay({ kind: "unknown" });
    // Some packs have two codes: one of the article, and one of lot and expiry that belongs to it.
    const waiting = lines.findLast((line) => line.product !== null && line.lot === "");
    return waiting && lot !== null ? put({ ...waiting, lot, expiresOn: expiresOn ?? waiting.expiresOn, producedOn: producedOn ?? waiting.producedOn }, "filled") : stay({ kind: "noProduct" });
  }
  const twice = unitCode === null ? undefined : lines.find(({ unitCodes }) => unitCodes.includes(unitCode));
  if (twice) return stay({ kind: "twice", line: twice.key });
  if (packReceived && !anyway) return stay({ kind: "cameBefore" });
  const codes = unitCode === null ? [] : [unitCode];
  const same = lines.findLast((line) => line.product === product && line.lot === (lot ?? line.lot) && line.expiresOn === (expiresOn ?? line.expiresOn));
  if (same) return put({ ...same, producedOn: same.producedOn ?? producedOn, packs: (same.packs ?? 0) + 1, unitCodes: [...same.unitCodes, ...codes] }, "counted");
  // A line begun by hand, of which only the product is chosen, or nothing.
  const begun = lines.find((line) => (line.product ?? product) === product && line.lot === "" && line.expiresOn === null && line.unitCodes.length === 0);
  const says = { product, lot: lot ?? "", expiresOn, producedOn, unitCodes: codes };
  if (begun) return put({ ...begun, ...says, packs: begun.packs ?? 1 }, "filled");
  return { lines: [...lines, { ...emptyLine(key), ...says }], outcome: { kind: "added", line: key } };
}

/** A pack that was scanned by mistake is taken out with its code; the line keeps one. */
export function withoutPack(line: Line, code: string): Line {
  return { ...line, unitCodes: line.unitCodes.filter((other) => other !== code), packs: Math.max(1, (line.packs ?? 1) - 1) };
}

export type LineField = "product" | "lot" | "expiresOn" | "producedOn" | "packs" | "unitCodes" | "price";
export type LineProblem = "product" | "registration" | "lot" | "expiresOn" | "expired" | "producedOn" | "packs" | "unitCodes" | "price";
export type LineProblems = Partial<Record<LineField, LineProblem>>;

/** What of a line cannot stay so. */
export function problemsOf(line: Line, product: Product | undefined, today: string): LineProblems {
  const { lot, expiresOn, producedOn, packs, unitCodes, price } = line;
  const problems: LineProblems = {};
  if (!product) problems.product = "product";
  else if (product.registrationNumber === "" && product.kind !== "cosmetic") problems.product = "registration";
  if (lot.trim() === "") problems.lot = "lot";
  if (expiresOn === null) problems.expiresOn = "expiresOn";
  else if (expiresOn < today) problems.expiresOn = "expired";
  if (producedOn !== null && (producedOn > today || (expiresOn !== null && producedOn > expiresOn))) problems.producedOn = "producedOn";
  if (packs === null || packs < 1 || packs > mostPacks) problems.packs = "packs";
  else if (unitCodes.length > packs) problems.unitCodes = "unitCodes";
  if (price.trim() !== "" && readPrice(price) === null) problems.price = "price";
  return problems;
}

/** Said at once, not only when one wants to save: the pack itself is wrong, or the catalogue lacks something. */
export function saidAtOnce(problems: LineProblems): LineProblems {
  const { product, expiresOn, producedOn, unitCodes, price } = problems;
  return {
    ...(product === "registration" ? { product } : {}),
    ...(expiresOn === "expired" ? { expiresOn } : {}),
    ...(producedOn ? { producedOn } : {}),
    ...(unitCodes ? { unitCodes } : {}),
    ...(price ? { price } : {}),
  };
}

/** As Rust takes it; only of lines without problems. */
export function toDeliveryLine({ product, lot, expiresOn, producedOn, packs, unitCodes, price }: Line): DeliveryLine {
  return { product: product ?? "", lot: lot.trim(), expiresOn: expiresOn ?? "", producedOn, packs: packs ?? 0, unitCodes, price: price.trim() === "" ? null : readPrice(price) };
}

export interface Totals {
  packs: number;
  /** In fen; null where no line has one. */
  price: number | null;
}

export function totalsOf(lines: readonly Line[]): Totals {
  const prices = lines.flatMap(({ price }) => readPrice(price) ?? []);
  return { packs: lines.reduce((sum, { packs }) => sum + (packs ?? 0), 0), price: prices.length === 0 ? null : prices.reduce((sum, price) => sum + price, 0) };
}
