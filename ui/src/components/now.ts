/** The present in steps of ten seconds, for minutes that tick while nothing is read anew. */
import { useSyncExternalStore } from "react";

const step = 10_000;

function everyTick(listener: () => void): () => void {
  const timer = window.setInterval(listener, step / 2);
  return () => { window.clearInterval(timer); };
}

export function useNow(): number {
  return useSyncExternalStore(everyTick, () => Math.floor(Date.now() / step) * step);
}
