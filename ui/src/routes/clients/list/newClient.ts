/** Where a new file begins, with what was typed in a search: digits are a phone, anything else a name. */
import { isMemberCode } from "../memberCode";

export function isPhoneLike(text: string): boolean {
  return /^\+?[\d\s-]{3,24}$/.test(text);
}

export function newClientPath(typed: string): string {
  const text = typed.trim();
  if (text === "" || isMemberCode(text)) return "/clients/new";
  return `/clients/new?${new URLSearchParams(isPhoneLike(text) ? { phone: text } : { name: text }).toString()}`;
}
