/**
 * Keys that do something. A screen says `useShortcut("Ctrl+Enter", t("..."), save)` and the key works
 * while the screen is shown (hidden screens lose their effects, and so their keys), and stands in the
 * list that `?` opens. What was registered last is asked first.
 *
 * Never taken: keys an input method is composing with; plain keys inside a text field (unless
 * `inFields`); plain keys while a dialog is open (unless `inDialog`); anything under the lock.
 */
import { useEffect, useRef, useSyncExternalStore } from "react";

export interface ShortcutOptions {
  /** False switches it off without unregistering the hook. */
  when?: boolean;
  inFields?: boolean;
  inDialog?: boolean;
  /** Works on the lock and sign-in layer instead of beneath it. */
  onCover?: boolean;
}

export interface Shortcut {
  keys: string;
  description: string;
  options: ShortcutOptions;
  handler: (event: KeyboardEvent) => void;
}

let registered: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly Shortcut[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

interface Key {
  isComposing?: boolean;
  keyCode?: number;
}

/** An input method's first key comes before `isComposing` is set, with code 229. */
export function isInputMethodKey(key: Key): boolean {
  return key.keyCode === 229;
}

export function isComposing(event: Key & { nativeEvent?: Key }): boolean {
  const key = event.nativeEvent ?? event;
  return key.isComposing === true || isInputMethodKey(key);
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit", "range", "file"].includes(target.type);
  return target.getAttribute("role") === "combobox" || target instanceof HTMLSelectElement;
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+").filter((part) => part !== "");
  const key = parts.at(-1) ?? "+";
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const printable = key.length === 1 && !/[a-z0-9]/i.test(key);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === wants("Ctrl") &&
    event.altKey === wants("Alt") &&
    (printable || event.shiftKey === wants("Shift"))
  );
}

function isPlain(keys: string): boolean {
  return !/^(Ctrl|Alt)\+/.test(keys) && !/^F\d+$/.test(keys);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return;
  const covered = document.body.hasAttribute("data-covered");
  const inField = isTextField(event.target);
  const dialog = document.querySelector(".ant-modal-wrap:not([style*='display: none']), .ant-drawer-open") !== null;
  for (const { keys, options, handler } of registered.toReversed()) {
    if (options.when === false || !matches(keys, event)) continue;
    if ((options.onCover ?? false) !== covered) continue;
    if (isPlain(keys) && ((inField && !options.inFields) || (dialog && !options.inDialog))) continue;
    event.preventDefault();
    handler(event);
    return;
  }
}

let listening = false;

export function listenForShortcuts(): void {
  if (listening) return;
  listening = true;
  window.addEventListener("keydown", onKeyDown);
}

export function useShortcut(keys: string, description: string, handler: (event: KeyboardEvent) => void, options: ShortcutOptions = {}): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const { when = true, inFields = false, inDialog = false, onCover = false } = options;
  useEffect(() => {
    listenForShortcuts();
    const shortcut: Shortcut = {
      keys,
      description,
      options: { when, inFields, inDialog, onCover },
      handler: (event) => { latest.current(event); },
    };
    publish([...registered, shortcut]);
    return () => { publish(registered.filter((other) => other !== shortcut)); };
  }, [keys, description, when, inFields, inDialog, onCover]);
}

/** What works now, for the list that `?` opens. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => registered,
  );
}
