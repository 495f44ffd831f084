/**
 * A hand scanner is a keyboard that types faster than anyone. A member code is taken whichever field has the
 * caret and whatever input method is on: it is read from the keys themselves (KeyboardEvent.code, those of the
 * US keyboard that scanners act as), and what of it landed in a field is taken out again.
 */
import { useEffect, useRef } from "react";
import { codePrefix, isMemberCode } from "../routes/clients/memberCode";

/** Milliseconds between two keys of a scan, on a computer that is busy with it. */
const slowest = 300;

/** Each key's character without and with Shift. */
const punctuation: Record<string, string> = {
  Minus: "-_", Equal: "=+", BracketLeft: "[{", BracketRight: "]}", Backslash: "\\|", Semicolon: ";:",
  Quote: "'\"", Backquote: "`~", Comma: ",<", Period: ".>", Slash: "/?", Space: "  ",
};
const digitsShifted = ")!@#$%^&*(";

function character({ code, key, shiftKey }: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return shiftKey && code.startsWith("Digit") ? digitsShifted.charAt(Number(digit)) : digit;
  return punctuation[code]?.charAt(shiftKey ? 1 : 0) ?? (key.length === 1 ? key : "");
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field as it was before a key. */
interface Before {
  field: Field;
  value: string;
  start: number | null;
  end: number | null;
}

function before(target: EventTarget | null): Before | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null;
  return { field: target, value: target.value, start: target.selectionStart, end: target.selectionEnd };
}

function takeOut({ field, value, start, end }: Before): void {
  if (field.value === value) return;
  // React hears of what the page writes only through the element's own setter.
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (start !== null) field.setSelectionRange(start, end);
}

export function useScannedCode(found: (code: string) => void, when: boolean): void {
  const latest = useRef(found);
  useEffect(() => {
    latest.current = found;
  });
  useEffect(() => {
    if (!when) return;
    let keys: { char: string; before: Before | null }[] = [];
    let last = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Shift") return;
      // When the key was struck, not when the page got round to it.
      if (event.timeStamp - last > slowest) keys = [];
      last = event.timeStamp;
      if (event.code !== "Enter" && event.code !== "Tab" && event.key !== "Enter") {
        keys.push({ char: character(event), before: before(event.target) });
        return;
      }
      const struck = keys;
      keys = [];
      const text = struck.map(({ char }) => char || " ").join("");
      const begins = text.toUpperCase().lastIndexOf(codePrefix);
      const code = text.slice(begins);
      if (begins < 0 || !isMemberCode(code)) return;
      event.preventDefault();
      event.stopPropagation();
      const was = struck[begins]?.before;
      // An input method holds on to what it composes until the field is left.
      if (was && event.isComposing) was.field.blur();
      window.setTimeout(() => {
        if (was) takeOut(was);
        // Under the lock, or with the screen turned to the client, a code opens nothing and answers nothing.
        if (!document.body.hasAttribute("data-covered")) latest.current(code);
      }, 0);
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => { window.removeEventListener("keydown", onKeyDown, true); };
  }, [when]);
}
