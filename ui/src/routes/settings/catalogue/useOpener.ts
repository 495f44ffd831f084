/** What had the focus when a drawer or a dialog was opened gets it back. */
import { useRef } from "react";

interface Opener {
  note: () => void;
  /** `instead`: where what opened it is not there any more. */
  focus: (instead: string) => void;
}

export function useOpener(): Opener {
  const opener = useRef<HTMLElement | null>(null);
  return {
    note: () => { opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null; },
    focus: (instead) => {
      const from = opener.current;
      // After the dialog's own lock. A list takes its keys itself, not the row that was clicked.
      window.setTimeout(() => {
        const there = from?.isConnected === true && from !== document.body ? (from.closest<HTMLElement>('[role="grid"]') ?? from) : document.querySelector<HTMLElement>(instead);
        there?.focus();
      }, 0);
    },
  };
}
