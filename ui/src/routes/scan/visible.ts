import { GS } from "../../app/scannerKeys";

/** A code with a picture for its separators, which have none of their own. */
export function visible(text: string): string {
  return text.replaceAll(GS, "\u241d");
}
