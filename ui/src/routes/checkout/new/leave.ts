/** Esc and Enter leave a field of words: the page's keys (digits, Enter) work again. */
import type { KeyboardEvent } from "react";
import { isComposing } from "../../../app/shortcuts";

export function leave(event: KeyboardEvent<HTMLInputElement>): void {
  if (isComposing(event) || (event.key !== "Escape" && event.key !== "Enter")) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.blur();
}
