/**
 * The window is a program, not a page: nothing of the webview's own reloads it or leafs through it, least of
 * all while it is turned to a client, and its menu is offered only where it helps to type.
 */
import { isTextField, listenForShortcuts } from "./shortcuts";

function isReload({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key === "F5" || key === "BrowserRefresh" || ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "r");
}

function onReloadKey(event: KeyboardEvent): void {
  if (isReload(event)) event.preventDefault();
}

function onLeafKey(event: KeyboardEvent): void {
  // Option and an arrow go by words through a text of macOS, and there is no leafing by them.
  if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight") && !navigator.userAgent.includes("Macintosh")) event.preventDefault();
}

function onContextMenu(event: MouseEvent): void {
  if (!isTextField(event.target)) event.preventDefault();
}

export function guardPage(): void {
  window.addEventListener("keydown", onReloadKey, { capture: true });
  // The calendar moves appointments with Alt and the arrows, and a shortcut leaves alone what was prevented: it is asked first.
  listenForShortcuts();
  window.addEventListener("keydown", onLeafKey);
  window.addEventListener("contextmenu", onContextMenu, { capture: true });
}
