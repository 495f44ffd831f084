/** A value once it has not changed for a moment. */
import { useEffect, useState } from "react";

const pauseMs = 180;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => { setSettled(value); }, pauseMs);
    return () => { window.clearTimeout(timer); };
  }, [value]);
  return settled;
}
