/** What the scan panel shows: nothing yet, or a code that was scanned, pasted or typed. */
import { useSyncExternalStore } from "react";

export interface Asked {
  /** "" waits for a code. */
  text: string;
  /** Tells two scans of one code apart. */
  key: number;
}

let asked: Asked | null = null;
/** Had the focus before. */
let opener: Element | null = null;
let count = 0;
const listeners = new Set<() => void>();

function publish(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

export function openScan(text = ""): void {
  count += 1;
  if (asked === null) opener = document.activeElement;
  publish({ text, key: count });
}

/** For what is opened instead, which takes the focus. */
export function closeScan(): void {
  publish(null);
}

export function leaveScan(): void {
  const from = opener;
  publish(null);
  // After the panel's own lock.
  window.setTimeout(() => { if (from instanceof HTMLElement) from.focus(); }, 0);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAsked(): Asked | null {
  return useSyncExternalStore(subscribe, () => asked);
}
