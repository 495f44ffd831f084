/**
 * What the search box (Ctrl+K) finds: actions, which screens and their companions register, and
 * sources, which answer a query (the clients). Both live as long as the component that registers them;
 * what must be found from everywhere is registered by the screen's companion (screens.ts).
 */
import type { LucideIcon } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Action {
  id: string;
  title: string;
  /** More words it is found by: pinyin initials, English, synonyms. */
  keywords?: string;
  keys?: string;
  icon?: LucideIcon;
  run: () => void;
}

export interface Found {
  id: string;
  title: string;
  /** The quiet words after the title. */
  note?: string;
  run: () => void;
  /** What Shift+Enter does instead. */
  shift?: () => void;
}

export interface Source {
  id: string;
  title: string;
  search: (query: string) => Promise<Found[]>;
}

function makeRegistry<T extends { id: string }>() {
  let entries: readonly T[] = [];
  const listeners = new Set<() => void>();
  const publish = (next: readonly T[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  return {
    add: (entry: T): (() => void) => {
      publish([...entries.filter((other) => other.id !== entry.id), entry]);
      return () => { publish(entries.filter((other) => other !== entry)); };
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    all: () => entries,
  };
}

const actions = makeRegistry<Action>();
const sources = makeRegistry<Source>();

export function useAction({ id, title, keywords, keys, icon, run }: Action, when = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!when) return;
    return actions.add({
      id,
      title,
      ...(keywords === undefined ? {} : { keywords }),
      ...(keys === undefined ? {} : { keys }),
      ...(icon === undefined ? {} : { icon }),
      run: () => { latest.current(); },
    });
  }, [id, title, keywords, keys, icon, when]);
}

export function usePaletteSource({ id, title, search }: Source, when = true): void {
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    if (!when) return;
    return sources.add({ id, title, search: (query) => latest.current(query) });
  }, [id, title, when]);
}

export const useActions = (): readonly Action[] => useSyncExternalStore(actions.subscribe, actions.all);
export const useSources = (): readonly Source[] => useSyncExternalStore(sources.subscribe, sources.all);
