/**
 * Once a drawer has closed, the row that opened it gets the focus again, or nothing does where it was closed while it
 * still opened. Either way the arrows are taken by the list beneath.
 */
import { type RefObject, useEffect, useRef } from "react";

/** Longer than a drawer moves; on a busy computer it may move on for a while. */
const closedMs = 250;
const busyMs = 1_500;

export function useBackToList(list: RefObject<HTMLElement | null>, opened: boolean): void {
  const was = useRef(opened);
  useEffect(() => {
    const closed = was.current && !opened;
    was.current = opened;
    const beneath = list.current;
    if (!closed || !beneath) return;
    const take = () => {
      const focused = document.activeElement;
      if (focused === document.body || focused?.closest('[role="row"]')) beneath.querySelector<HTMLElement>('[role="grid"]')?.focus();
    };
    const done = () => { beneath.removeEventListener("focusin", take); };
    beneath.addEventListener("focusin", take);
    const timers = [window.setTimeout(take, closedMs), window.setTimeout(done, busyMs)];
    return () => {
      for (const timer of timers) window.clearTimeout(timer);
      done();
    };
  }, [list, opened]);
}
