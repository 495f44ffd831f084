/** A member code scanned while no field has the caret: a scanner types faster than anyone. */
import { useEffect, useRef } from "react";
import { isTextField } from "../../../app/shortcuts";

const prefix = "JT1:";
const fastest = 60;

export function useScannedCode(found: (code: string) => void, when: boolean): void {
  const latest = useRef(found);
  useEffect(() => {
    latest.current = found;
  });
  useEffect(() => {
    if (!when) return;
    let typed = "";
    let last = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTextField(event.target) || document.body.hasAttribute("data-covered") || event.key === "Shift") return;
      const now = performance.now();
      if (now - last > fastest) typed = "";
      last = now;
      if (event.key === "Enter") {
        if (typed.toUpperCase().startsWith(prefix)) {
          event.preventDefault();
          event.stopPropagation();
          latest.current(typed);
        }
        typed = "";
      } else if (event.key.length === 1) typed += event.key;
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => { window.removeEventListener("keydown", onKeyDown, true); };
  }, [when]);
}
