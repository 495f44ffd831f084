/** Codes off packs, read as far as looking at the panel asks for. */
import type { Element, Scanned, ScanResult } from "../../src/api/generated";
import { GS } from "../../src/app/scannerKeys";
import { type Answers, type UploadAnswers, refuse } from "../mock";
import { productOf } from "./catalogue";

const titles: Record<string, string> = { "01": "GTIN", "10": "BATCH/LOT", "11": "PROD DATE", "17": "USE BY or EXPIRY", "21": "SERIAL", "240": "ADDITIONAL ID", "7040": "UIC+EXT" };
const fixed: Record<string, number> = { "01": 14, "11": 6, "17": 6 };

function date(ai: string, value: string): string | null {
  if (ai !== "11" && ai !== "17") return null;
  const [, year = "", month = "", day = ""] = /^(\d\d)(\d\d)(\d\d)$/.exec(value) ?? [];
  if (month === "" || Number(month) > 12) refuse("scan_date", null, { ai, value, part: value, title: titles[ai] ?? "" });
  return day === "00" ? new Date(Date.UTC(2000 + Number(year), Number(month), 0)).toISOString().slice(0, 10) : `20${year}-${month}-${day}`;
}

function elements(text: string): Element[] {
  const found: [string, string][] = [];
  if (text.startsWith("(")) for (const [, ai = "", value = ""] of text.matchAll(/\((\d{2,4})\)([^(]*)/g)) found.push([ai, value]);
  let rest = text.startsWith("(") ? "" : text.replace(/^\][A-Za-z]\d/, "").replace(new RegExp(`^${GS}`), "");
  while (rest !== "") {
    const ai = /^(7040|240|\d\d)/.exec(rest)?.[0] ?? refuse("scan_identifier", null, { position: String(text.length - rest.length + 1), value: rest.slice(0, 40).replaceAll(GS, "\u241d") });
    const after = rest.slice(ai.length);
    const length = fixed[ai] ?? (after.includes(GS) ? after.indexOf(GS) : after.length);
    found.push([ai, after.slice(0, length)]);
    rest = after.slice(length).replace(new RegExp(`^${GS}`), "");
  }
  return found.map(([ai, value]) => {
    const [least, most] = ai === "10" || ai === "21" ? [1, 20] : [fixed[ai] ?? 1, fixed[ai] ?? 90];
    if (value.length < least || value.length > most) refuse("scan_length", null, { ai, value, length: String(value.length), least: String(least), most: String(most), title: titles[ai] ?? "" });
    if (ai === "01" && value.endsWith("3")) refuse("scan_check_digit", null, { ai, value, part: value, expected: "2", title: "GTIN" });
    return { ai, title: titles[ai] ?? "", value, date: date(ai, value) };
  });
}

const nothing: Scanned = { kind: "gs1", text: "", productCode: null, lot: null, expiresOn: null, producedOn: null, serial: null, unitCode: null, elements: [] };

function read(typed: string): ScanResult {
  const text = typed.trim();
  const of = (scanned: Partial<Scanned>): ScanResult => ({ scanned: { ...nothing, text, ...scanned }, product: productOf(scanned.productCode ?? null), batch: null, packReceived: scanned.unitCode !== undefined, packUsed: false });
  if (/^(MA\.|AHM)/i.test(text)) return of({ kind: /^ma/i.test(text) ? "ma" : "ahm", productCode: text.split(".").slice(0, 5).join(".") });
  if (/^\d{8}$|^\d{12,14}$/.test(text)) return of({ kind: "gtin", productCode: text.padStart(14, "0") });
  if (/^8\d{19}$/.test(text)) return of({ kind: "trace", productCode: text.slice(0, 7), unitCode: text });
  if (!/^[([\]\d]/.test(text) && !text.startsWith(GS)) refuse("scan_unrecognised");
  const all = elements(text);
  const value = (ai: string) => all.find((element) => element.ai === ai)?.value ?? null;
  const day = (ai: string) => all.find((element) => element.ai === ai)?.date ?? null;
  return of({ productCode: value("01"), lot: value("10"), expiresOn: day("17"), producedOn: day("11"), serial: value("21"), elements: all });
}

export const scanAnswers: Answers = { "scan.read": ({ text }) => read(text) };

export const scanUploads: UploadAnswers = {
  "scan.picture": () => [read(`]d20106901234567892172709301124093010C3709-A${GS}21S1`), read("6921234500012"), read("81234560000000000001")],
};
