/**
 * A hand scanner is a keyboard that types faster than anyone. Its codes are taken whichever field has the caret
 * and whatever input method is on: they are read from the keys themselves, and what of them landed in a field is
 * taken out again. Who wants a code says so with `useScan`; who asked last is asked first.
 */
import { useEffect, useRef } from "react";
import { preferences } from "./preferences";
import { characterOf, chordOf, isModifier } from "./scannerKeys";
import { isTextField } from "./shortcuts";

/** Milliseconds between two keys of a scan, on a computer that is busy with it. */
const slowest = 300;
/** Nobody types eight keys like that: no pause longer than the first, on average the second. */
const fastGap = 100;
const fastMean = 50;
/** A scanner that sends no key at the end has sent all after such a silence. */
const silence = 150;
/** More keys than any symbol holds are not kept. */
const longest = 4_000;
/** How the codes of packs and members begin; four digits, for there is no key among shortcuts that is one. */
const beginning = /^(\d{4}|\]|\(\d|MA\.|AHM|JT1:)/i;

/** What was typed without a pause, ended by Enter, Tab or silence. */
export interface Burst {
  /** All of it, a blank for each key that is no character. */
  typed: string;
  /** Its keys' names, one for each of these characters. */
  chords: readonly string[];
  /** As much of its end as only a scanner types so fast; "" where there is none. */
  scanned: string;
  /** Whether some of that went into a field. */
  inField: boolean;
}

interface Taker {
  /** The code in it that this one takes: the end of `typed`. */
  wants: (burst: Burst) => string | null;
  take: (code: string) => void;
  last: boolean;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field as it was before a key. */
interface Before {
  field: Field;
  value: string;
  start: number | null;
  end: number | null;
}

interface Struck {
  char: string;
  chord: string;
  /** When the key was struck, not when the page got round to it. */
  at: number;
  before: Before | null;
}

let takers: readonly Taker[] = [];
let keys: Struck[] = [];
let composing = false;
/** The digits of a character that the scanner sends as Alt and numbers (Alt 029 is GS). */
let altDigits = "";
let waiting = 0;

function before(target: EventTarget | null): Before | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null;
  return { field: target, value: target.value, start: target.selectionStart, end: target.selectionEnd };
}

function put({ field, value, start, end }: Before): void {
  if (field.value === value) return;
  // React hears of what the page writes only through the element's own setter.
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (start !== null) field.setSelectionRange(start, end);
}

/** The field as it was before a code. Its first key may have been what moved the caret into a list's search field. */
function fieldBefore(struck: readonly Struck[]): Before | null {
  const at = struck.findIndex((key) => key.before !== null);
  const was = struck[at]?.before;
  if (!was) return null;
  const typed = struck.slice(0, at).map(({ char }) => char).join("");
  const caret = was.start ?? was.value.length;
  if (typed === "" || !was.value.slice(0, caret).toLowerCase().endsWith(typed.toLowerCase())) return was;
  const start = caret - typed.length;
  return { ...was, value: was.value.slice(0, start) + was.value.slice(caret), start, end: start };
}

/** Where the keys begin that only a scanner strikes so fast. */
function scannedFrom(struck: readonly Struck[]): number {
  let from = struck.length;
  while (from > 0) {
    const key = struck[from - 1];
    const next = struck[from];
    if (!key || key.char === "" || (next && next.at - key.at > fastGap)) break;
    from -= 1;
  }
  const [first, last] = [struck[from], struck.at(-1)];
  return first && last && last.at - first.at <= fastMean * (struck.length - from - 1) ? from : struck.length;
}

const textOf = (struck: readonly Struck[]) => struck.map(({ char }) => char || " ").join("");

function strike(key: Struck): void {
  const previous = keys.at(-1);
  if (previous && key.at - previous.at > slowest) keys = [];
  keys.push(key);
  if (keys.length > longest) keys.shift();
  window.clearTimeout(waiting);
  if (preferences().scanner.end === "pause") waiting = window.setTimeout(() => { finish(null); }, silence);
}

/** Gives what was typed to who wants it; nobody may, and then the last key is an Enter like any other. */
function finish(event: KeyboardEvent | null): void {
  const { prefix, suffix } = preferences().scanner;
  const without = (text: string) => (suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text);
  const struck = keys;
  keys = [];
  window.clearTimeout(waiting);
  const run = struck.slice(scannedFrom(struck));
  const typed = without(textOf(struck));
  const fast = without(textOf(run));
  const burst: Burst = {
    typed,
    chords: struck.slice(0, typed.length).map(({ chord }) => chord),
    scanned: prefix !== "" && fast.startsWith(prefix) ? fast.slice(prefix.length) : fast,
    inField: run.some((key) => key.before !== null),
  };
  const asked = takers.toReversed().toSorted((one, other) => Number(one.last) - Number(other.last));
  for (const taker of asked) {
    const code = taker.wants(burst);
    if (code === null) continue;
    event?.preventDefault();
    event?.stopPropagation();
    const begins = typed.lastIndexOf(code);
    const from = prefix !== "" && typed.slice(0, begins).endsWith(prefix) ? begins - prefix.length : begins;
    const was = fieldBefore(struck.slice(from));
    // An input method holds on to what it composes until the field is left.
    if (was && composing) was.field.blur();
    window.setTimeout(() => {
      if (was) put(was);
      // Under the lock, or with the screen turned to the client, a code opens nothing and answers nothing.
      if (!document.body.hasAttribute("data-covered")) taker.take(code);
    }, 0);
    return;
  }
}

function onKeyDown(event: KeyboardEvent): void {
  composing = event.isComposing;
  // The key may have been let go in another window.
  if (!event.altKey) altDigits = "";
  if (event.altKey && /^Numpad\d$/.test(event.code)) altDigits += event.code.slice(-1);
  if (isModifier(event) || altDigits !== "") return;
  // A key that is held down repeats as fast as a scanner.
  if (event.repeat) {
    keys = [];
    return;
  }
  if (event.code === "Enter" || event.code === "NumpadEnter" || event.code === "Tab" || event.key === "Enter") {
    const last = keys.at(-1);
    if (last && event.timeStamp - last.at > slowest) keys = [];
    finish(event);
    return;
  }
  strike({ char: characterOf(event, preferences().scanner.separator), chord: chordOf(event), at: event.timeStamp, before: before(event.target) });
  if (isTextField(event.target)) return;
  // The letters of a code are not what they are as shortcuts.
  const text = textOf(keys.slice(scannedFrom(keys)));
  if (text.length > 4 && beginning.test(text)) event.stopPropagation();
}

function onKeyUp(event: KeyboardEvent): void {
  if (event.key !== "Alt" || altDigits === "") return;
  strike({ char: String.fromCharCode(Number(altDigits) & 0x7f), chord: "", at: event.timeStamp, before: before(event.target) });
  altDigits = "";
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  window.addEventListener("keydown", onKeyDown, true);
  window.addEventListener("keyup", onKeyUp, true);
}

interface ScanOptions {
  when?: boolean;
  /** Asked after all others. */
  last?: boolean;
}

export function useScan(wants: Taker["wants"], take: Taker["take"], { when = true, last = false }: ScanOptions = {}): void {
  const latest = useRef({ wants, take });
  useEffect(() => {
    latest.current = { wants, take };
  });
  useEffect(() => {
    if (!when) return;
    listen();
    const taker: Taker = { wants: (burst) => latest.current.wants(burst), take: (code) => { latest.current.take(code); }, last };
    takers = [...takers, taker];
    return () => { takers = takers.filter((other) => other !== taker); };
  }, [when, last]);
}
