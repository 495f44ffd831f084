/** What a scanned member code begins with (crates/clinic, clients/member.rs). */
const codePrefix = "JT1:";

export function isMemberCode(text: string): boolean {
  return text.toUpperCase().startsWith(codePrefix) && text.length > codePrefix.length;
}

/** The member code that a text ends with. */
export function memberCodeIn(text: string): string | null {
  const begins = text.toUpperCase().lastIndexOf(codePrefix);
  const code = begins < 0 ? "" : text.slice(begins);
  return isMemberCode(code) ? code : null;
}
