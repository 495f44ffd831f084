/** In a line of several fields Enter is done with the field (a day, a choice), not with the form. */
import type { KeyboardEvent } from "react";

export function stayOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}
