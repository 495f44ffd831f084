/** Of lines that are added and removed: one that was added is chosen in; one that was removed leaves the caret with the next. */
import { type RefObject, useEffect, useRef } from "react";

interface Follow {
  root: RefObject<HTMLDivElement | null>;
  /** This line has the caret once it is drawn. */
  follow: (line: number) => void;
}

export function useFollow(): Follow {
  const root = useRef<HTMLDivElement>(null);
  const line = useRef<number | null>(null);
  useEffect(() => {
    if (line.current === null) return;
    const inputs = root.current?.querySelectorAll<HTMLElement>("input[role=combobox]");
    (inputs?.[Math.min(line.current, inputs.length - 1)] ?? root.current?.querySelector<HTMLElement>("button"))?.focus();
    line.current = null;
  });
  return { root, follow: (next) => { line.current = next; } };
}
