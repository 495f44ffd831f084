/**
 * What a scanner's keys stand for. They are read as those of the US keyboard that scanners act as
 * (KeyboardEvent.code), whatever layout or input method the computer has.
 */

/** FNC1 between two elements of a code, as scanners send it. */
export const GS = "\u001d";

export interface ScannerSettings {
  /** Characters that the scanner sends before and behind each code. */
  prefix: string;
  suffix: string;
  /** What ends a code: Enter or Tab, or else the scanner's silence. */
  end: "key" | "pause";
  /** The key that the scanner presses for GS, as `chordOf` names it; null where it is one of those always understood. */
  separator: string | null;
}

export const scannerAsDelivered: ScannerSettings = { prefix: "", suffix: "", end: "key", separator: null };

type Key = Pick<KeyboardEvent, "code" | "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

/** Each key's character without and with Shift. */
const punctuation: Record<string, string> = {
  Minus: "-_", Equal: "=+", BracketLeft: "[{", BracketRight: "]}", Backslash: "\\|", Semicolon: ";:",
  Quote: "'\"", Backquote: "`~", Comma: ",<", Period: ".>", Slash: "/?", Space: "  ",
  NumpadAdd: "++", NumpadSubtract: "--", NumpadMultiply: "**", NumpadDivide: "//", NumpadDecimal: "..",
};
const digitsShifted = ")!@#$%^&*(";
const modifiers = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock"];

export function isModifier({ key }: Pick<KeyboardEvent, "key">): boolean {
  return modifiers.includes(key);
}

/** A key with what is held beside it: "Ctrl+BracketRight", "F8". */
export function chordOf({ code, key, shiftKey, ctrlKey, altKey }: Key): string {
  return [ctrlKey ? "Ctrl" : "", altKey ? "Alt" : "", shiftKey ? "Shift" : "", code || key].filter(Boolean).join("+");
}

/** "" for a key that is no character. */
export function characterOf(event: Key, separator: string | null): string {
  const { code, key, shiftKey, ctrlKey, altKey, metaKey } = event;
  const chord = chordOf(event);
  if (chord === separator || chord === "Ctrl+BracketRight" || key === GS) return GS;
  if (ctrlKey || altKey || metaKey) return "";
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return shiftKey && code.startsWith("Digit") ? digitsShifted.charAt(Number(digit)) : digit;
  return punctuation[code]?.charAt(shiftKey ? 1 : 0) ?? (key.length === 1 ? key : "");
}

/** A chord as it stands on the keys. */
export function chordWords(chord: string): string {
  const parts = chord.split("+");
  const code = parts.at(-1) ?? "";
  const shifted = parts.includes("Shift");
  const typed = characterOf({ code, key: code, shiftKey: shifted, ctrlKey: false, altKey: false, metaKey: false }, null);
  if (typed.trim() === "") return chord;
  return [...parts.slice(0, -1).filter((part) => part !== "Shift"), typed.toUpperCase()].join("+");
}
