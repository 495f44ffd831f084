/**
 * Prices and quantities are whole numbers of a smallest unit (fen; 0.1 mL). They are read and written here digit
 * by digit, as crates/clinic (amounts.rs) does: no float ever holds one, so none is ever rounded.
 */

/** "1,280.5" with 2 decimals is 128050; null for what is no number, or has more decimals than that. */
export function readDecimal(text: string, decimals: number): number | null {
  const plain = text.normalize("NFKC").replaceAll(/[,\s]/g, "");
  const [, whole = "", behind = ""] = /^(\d+)(?:\.(\d*))?$/.exec(plain) ?? [];
  const kept = behind.replace(/0+$/, "");
  if (whole === "" || kept.length > decimals) return null;
  const amount = Number(whole + kept.padEnd(decimals, "0"));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** A price as people write it, with ¥ or the word for yuan, in fen. */
export function readPrice(text: string): number | null {
  return readDecimal(text.normalize("NFKC").replaceAll(/[¥\u5143]/g, ""), 2);
}

/** 8 with one decimal is "0.8". */
export function writeDecimal(amount: number, decimals: number): string {
  if (decimals === 0) return String(amount);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** "0.8 mL" */
export function quantity(amount: number, { unit, scale }: { unit: string; scale: number }): string {
  return `${writeDecimal(amount, scale)} ${unit}`;
}
