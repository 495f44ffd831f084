/** Whether a text may be a pack's code. What it says is read in Rust (crates/clinic, scan). */
import type { Burst } from "../../app/scanner";
import { GS } from "../../app/scannerKeys";

const gs = new RegExp(`[${GS}\u241d]`);
const marked = /^(?:\][A-Za-z][0-9]|[(\uff08]\s*\d{2,4}\s*[)\uff09]|MA\.|AHM)./i;
const mobile = /^1[3-9]\d{9}$/;
const landline = /^0\d{9,10}$/;
/** Fewer characters are no code. */
const shortest = 8;

/** The GS1 check digit: weights 3 and 1 from the right. */
export function hasCheckDigit(digits: string): boolean {
  const weighted = Array.from(digits).toReversed().map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 3));
  return weighted.reduce((sum, one) => sum + one, 0) % 10 === 0;
}

/** For what is typed or pasted into the search: offered, not taken. */
export function looksLikeCode(text: string): boolean {
  const plain = text.trim();
  if (plain.length < shortest) return false;
  if (gs.test(plain) || marked.test(plain)) return true;
  if (/^\d+$/.test(plain)) return !mobile.test(plain) && !landline.test(plain);
  return /^01\d{14}/.test(plain);
}

/** 20261122, as a day is typed into a field. */
const day = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/**
 * For what only a scanner types so fast. In a field it may still be something else that is scanned there on purpose
 * (a tracking number, an ID card): only what can be nothing but a pack's code is taken out of it.
 */
export function packCodeIn({ scanned, inField }: Pick<Burst, "scanned" | "inField">): string | null {
  const plain = scanned.trim();
  if (plain.length < shortest) return null;
  const taken =
    !inField || gs.test(plain) || marked.test(plain) ||
    (/^01\d{14}/.test(plain) && hasCheckDigit(plain.slice(2, 16))) ||
    /^17\d{6}(?:10|21)./.test(plain) && !/^\d{18}$/.test(plain) ||
    (/^(?:\d{8}|\d{12,14})$/.test(plain) && hasCheckDigit(plain) && !day.test(plain)) ||
    /^\d{20}$/.test(plain);
  return taken ? scanned : null;
}
