import type { TFunction } from "i18next";

/** What an application identifier means: in words for those that clinics meet, else as GS1 has it. */
export function identifierWord(t: TFunction, ai: string, title: string): string {
  const words: Record<string, string> = t("scan.ai", { returnObjects: true });
  return words[ai] ?? (title === "" ? t("scan.unknownIdentifier") : title);
}
