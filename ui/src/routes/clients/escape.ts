/** Esc goes back one step; an open dialog, menu, list or popover takes it first. */
import { useEffect, useRef } from "react";
import { useShortcut } from "../../app/shortcuts";

const floating = [".ant-select-dropdown", ".ant-popover", ".ant-dropdown", ".ant-picker-dropdown"].map((name) => `${name}:not(${name}-hidden)`).concat(".ant-modal-wrap:not([style*='display: none'])").join();

export function useEscape(description: string, back: () => void, when = true): void {
  // By the time the shortcut is asked, what floats has already closed.
  const floated = useRef(false);
  useEffect(() => {
    const note = (event: KeyboardEvent) => {
      if (event.key === "Escape") floated.current = document.querySelector(floating) !== null;
    };
    window.addEventListener("keydown", note, true);
    return () => { window.removeEventListener("keydown", note, true); };
  }, []);
  useShortcut("Escape", description, () => { if (!floated.current) back(); }, { when, inFields: true });
}
