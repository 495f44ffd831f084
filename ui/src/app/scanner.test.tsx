import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { prefer } from "./preferences";
import { type Burst, useScan } from "./scanner";
import { GS, chordOf, chordWords, scannerAsDelivered } from "./scannerKeys";
import { useShortcut } from "./shortcuts";

const taken = vi.fn();
const bursts: Burst[] = [];
let now = 1_000_000;
beforeEach(() => {
  taken.mockReset();
  bursts.length = 0;
  now += 10_000;
  prefer({ scanner: scannerAsDelivered });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => { vi.useRealTimers(); });

function Page({ onLetter }: { onLetter?: () => void }) {
  useScan((burst) => { bursts.push(burst); return burst.scanned.length > 5 ? burst.scanned : null; }, taken);
  useShortcut("U", "", () => onLetter?.());
  return <input aria-label="field" />;
}

/** A key as the window hears it; jsdom would stamp it with its own time. */
function press(target: Element, init: KeyboardEventInit, pause = 5) {
  now += pause;
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, "timeStamp", { value: now });
  const goesOn = fireEvent(target, event);
  if (goesOn && target instanceof HTMLInputElement && init.key?.length === 1 && !init.ctrlKey) target.value += init.key;
  return goesOn;
}
const keyOf = (char: string): KeyboardEventInit => {
  if (char === GS) return { key: "]", code: "BracketRight", ctrlKey: true };
  if (/\d/.test(char)) return { key: char, code: `Digit${char}` };
  if (char === "-") return { key: char, code: "Minus" };
  return { key: char, code: `Key${char.toUpperCase()}`, shiftKey: char !== char.toLowerCase() };
};
const scan = (target: Element, text: string, pause = 5) => { for (const char of text) press(target, keyOf(char), pause); };
const enter = (target: Element) => press(target, { key: "Enter", code: "Enter" });

test("a code is read with its separators, whatever the input method makes of its keys", () => {
  render(<Page />);
  scan(document.body, `0106901234567892${GS}10aB-1`);
  expect(enter(document.body)).toBe(false);
  vi.runAllTimers();
  expect(taken).toHaveBeenCalledWith(`0106901234567892${GS}10aB-1`);
});

test("what a person types is not a scan", () => {
  render(<Page />);
  scan(document.body, "123456789012", 90);
  expect(enter(document.body)).toBe(true);
  expect(bursts.at(-1)).toMatchObject({ typed: "123456789012", scanned: "", inField: false });
});

test("of a burst only the end that is fast enough is scanned", () => {
  render(<Page />);
  scan(document.body, "ab", 200);
  press(document.body, keyOf("1"), 200);
  scan(document.body, "23456789");
  enter(document.body);
  expect(bursts.at(-1)).toMatchObject({ typed: "ab123456789", scanned: "123456789" });
});

test("a key that is held down is not a scan", () => {
  render(<Page />);
  for (let times = 0; times < 30; times += 1) press(document.body, { ...keyOf("1"), repeat: times > 0 });
  enter(document.body);
  expect(bursts.at(-1)?.scanned ?? "").toBe("");
});

test("what landed in a field is taken out, and what stood there stays", () => {
  render(<Page />);
  const field = screen.getByLabelText<HTMLInputElement>("field");
  field.value = "note";
  scan(field, "6901234567892");
  expect(field.value).toBe("note6901234567892");
  enter(field);
  vi.runAllTimers();
  expect([field.value, bursts.at(-1)?.inField]).toEqual(["note", true]);
});

test("a code whose first key moved the caret into a field leaves nothing there", () => {
  render(<Page />);
  const field = screen.getByLabelText<HTMLInputElement>("field");
  press(document.body, keyOf("6"));
  field.value = "old6";
  field.setSelectionRange(4, 4);
  scan(field, "901234567892");
  enter(field);
  vi.runAllTimers();
  expect([field.value, taken.mock.calls[0]]).toEqual(["old", ["6901234567892"]]);
});

test("no more is kept than a symbol holds", () => {
  render(<Page />);
  scan(document.body, "1".repeat(9_000));
  enter(document.body);
  expect(bursts.at(-1)?.typed.length).toBe(4_000);
});

test("the letters of a code are no shortcuts", () => {
  const letter = vi.fn();
  render(<Page onLetter={letter} />);
  scan(document.body, "010690u");
  expect(letter).not.toHaveBeenCalled();
  press(document.body, keyOf("u"), 1_000);
  expect(letter).toHaveBeenCalledTimes(1);
});

test.each([
  ["F8", { key: "F8", code: "F8" }],
  ["Shift+Backslash", { key: "|", code: "Backslash", shiftKey: true }],
  ["Shift+Backquote", { key: "~", code: "Backquote", shiftKey: true }],
])("the key %s stands for GS where it is set so", (separator, key) => {
  prefer({ scanner: { ...scannerAsDelivered, separator } });
  render(<Page />);
  scan(document.body, "10ABC");
  press(document.body, key);
  scan(document.body, "21D");
  enter(document.body);
  expect([bursts.at(-1)?.scanned, chordOf({ ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...key })]).toEqual([`10ABC${GS}21D`, separator]);
});

test("a character sent as Alt and its number is that character", () => {
  render(<Page />);
  scan(document.body, "10ABC");
  press(document.body, { key: "Alt", code: "AltLeft", altKey: true });
  for (const digit of "029") press(document.body, { key: digit, code: `Numpad${digit}`, altKey: true });
  const up = new KeyboardEvent("keyup", { key: "Alt", bubbles: true });
  Object.defineProperty(up, "timeStamp", { value: now });
  fireEvent(document.body, up);
  scan(document.body, "21D");
  enter(document.body);
  expect(bursts.at(-1)?.scanned).toBe(`10ABC${GS}21D`);
});

test("the scanner's own prefix and suffix are left out, also out of the field", () => {
  prefer({ scanner: { ...scannerAsDelivered, prefix: "Z", suffix: "Q" } });
  render(<Page />);
  const field = screen.getByLabelText<HTMLInputElement>("field");
  scan(field, "Z6901234567892Q");
  enter(field);
  vi.runAllTimers();
  expect([taken.mock.calls[0], field.value]).toEqual([["6901234567892"], ""]);
});

test("a scanner that sends no key at the end is done when it is silent", () => {
  prefer({ scanner: { ...scannerAsDelivered, end: "pause" } });
  render(<Page />);
  scan(document.body, "6901234567892");
  expect(taken).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(taken).toHaveBeenCalledWith("6901234567892");
});

test("under the lock a code does nothing", () => {
  render(<Page />);
  document.body.setAttribute("data-covered", "");
  scan(document.body, "6901234567892");
  enter(document.body);
  vi.runAllTimers();
  document.body.removeAttribute("data-covered");
  expect(taken).not.toHaveBeenCalled();
});

test("who asked last is asked first, and who is to be last is", () => {
  const calls: string[] = [];
  function Taker({ name, last = false }: { name: string; last?: boolean }) {
    useScan(({ scanned }) => { calls.push(name); return name === "first" ? scanned : null; }, taken, { last });
    return null;
  }
  render(<><Taker name="first" last={false} /><Taker name="last" last /><Taker name="page" /></>);
  scan(document.body, "6901234567892");
  enter(document.body);
  expect(calls).toEqual(["page", "first"]);
});

test.each([["Ctrl+BracketRight", "Ctrl+]"], ["F8", "F8"], ["Shift+Backslash", "|"], ["Shift+Backquote", "~"]])("%s is shown as %s", (chord, words) => {
  expect(chordWords(chord)).toBe(words);
});
