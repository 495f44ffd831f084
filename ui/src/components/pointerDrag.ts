/**
 * Dragging by the pointer. Native drag and drop is not the same in every webview; this is.
 * A press that does not move stays a click; Esc lets go without doing anything.
 */
import type { PointerEvent as ReactPointerEvent } from "react";

export interface DragMoves {
  /** The pointer has moved; called from the first real movement on. */
  onMove: (event: PointerEvent) => void;
  /** The pointer was let go after a movement. */
  onDrop: (event: PointerEvent) => void;
  /** Over, however it ended; `moved` is false for a mere click. */
  onEnd: (moved: boolean) => void;
}

const threshold = 5;

export function drag(start: ReactPointerEvent, { onMove, onDrop, onEnd }: DragMoves): void {
  if (start.button !== 0) return;
  let moved = false;
  const { clientX, clientY } = start;
  const stop = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    window.removeEventListener("pointercancel", cancel);
    window.removeEventListener("keydown", key, true);
    onEnd(moved);
    if (moved) swallowClick();
  };
  const move = (event: PointerEvent) => {
    moved ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) > threshold;
    if (moved) onMove(event);
  };
  const up = (event: PointerEvent) => {
    if (moved) onDrop(event);
    stop();
  };
  const cancel = () => { stop(); };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    stop();
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", up);
  window.addEventListener("pointercancel", cancel);
  window.addEventListener("keydown", key, true);
}

/** The click that follows a drag means nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  window.setTimeout(() => { window.removeEventListener("click", swallow, { capture: true }); }, 0);
}
