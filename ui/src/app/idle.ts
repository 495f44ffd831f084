/** Locks a computer that nobody touches. The first touch after the limit locks too, instead of starting anew. */
import { useEffect } from "react";

const touches = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"] as const;

export function useIdleLock(minutes: number, lock: () => void): void {
  useEffect(() => {
    if (minutes <= 0) return;
    const limit = minutes * 60_000;
    let last = Date.now();
    let locked = false;
    const check = () => {
      if (locked || Date.now() - last < limit) return;
      locked = true;
      lock();
    };
    const touched = () => {
      check();
      last = Date.now();
    };
    for (const touch of touches) window.addEventListener(touch, touched, { capture: true, passive: true });
    const timer = window.setInterval(check, 5_000);
    return () => {
      for (const touch of touches) window.removeEventListener(touch, touched, { capture: true });
      window.clearInterval(timer);
    };
  }, [minutes, lock]);
}
