/** The first key typed on a list searches it: the key goes into the list's search field. */
import { type RefObject, useEffect } from "react";
import { isInputMethodKey, isTextField } from "../app/shortcuts";

export function useTypeToSearch(field: RefObject<{ focus: () => void } | null>, when = true): void {
  useEffect(() => {
    if (!when) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const typed = isInputMethodKey(event) || (event.key.length === 1 && event.key !== " " && event.key !== "?");
      if (!typed || event.isComposing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTextField(event.target) || document.body.hasAttribute("data-covered")) return;
      if (document.querySelector(".ant-modal-wrap:not([style*='display: none']), .ant-drawer-open")) return;
      field.current?.focus();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => { window.removeEventListener("keydown", onKeyDown); };
  }, [field, when]);
}
