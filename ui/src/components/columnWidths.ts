/** Column widths by table, kept in localStorage: a matter of this screen, not of the clinic. */
import { useState } from "react";

type Widths = Record<string, number>;
const storageKey = (name: string) => `jingtai.columns.${name}`;

function kept(name: string): Widths {
  try {
    return JSON.parse(localStorage.getItem(storageKey(name)) ?? "{}") as Widths;
  } catch {
    return {};
  }
}

export function useColumnWidths(name: string, columns: readonly { key: string; width: number }[]): [Widths, (key: string, width: number) => void] {
  const [chosen, setChosen] = useState<Widths>(() => kept(name));
  const widths: Widths = {};
  for (const { key, width } of columns) widths[key] = chosen[key] ?? width;
  const set = (key: string, width: number) => {
    setChosen((before) => {
      const next = { ...before, [key]: Math.round(width) };
      localStorage.setItem(storageKey(name), JSON.stringify(next));
      return next;
    });
  };
  return [widths, set];
}
