/** The part of a code that Rust could not read, named. */
import type { TFunction } from "i18next";
import { identifierWord } from "./identifiers";
import { visible } from "./visible";

const shown = ["ai", "value", "part", "length", "position", "character", "expected"] as const;

export interface WrongPart {
  name: (typeof shown)[number];
  words: string;
}

export function wrongParts(t: TFunction, params: Record<string, string>): WrongPart[] {
  const words = (name: WrongPart["name"]): string => {
    const value = params[name] ?? "";
    if (value === "") return "";
    if (name === "ai") return `(${value}) ${identifierWord(t, value, params["title"] ?? "")}`;
    if (name === "length") return lengthWords(t, value, params["least"], params["most"]);
    // Where the whole value is wrong, no part of it needs to be named.
    if (name === "part" && value === params["value"]) return "";
    return visible(value);
  };
  return shown.map((name) => ({ name, words: words(name) })).filter((part) => part.words !== "");
}

function lengthWords(t: TFunction, length: string, least: string | undefined, most: string | undefined): string {
  if (least === undefined || most === undefined) return t("scan.wrong.lengthOnly", { length });
  return t(least === most ? "scan.wrong.lengthExact" : "scan.wrong.lengthShould", { length, least, most });
}
