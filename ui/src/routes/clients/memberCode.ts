/** What a scanned member code begins with (crates/clinic, clients/member.rs). */
export const codePrefix = "JT1:";

export function isMemberCode(text: string): boolean {
  return text.toUpperCase().startsWith(codePrefix) && text.length > codePrefix.length;
}
