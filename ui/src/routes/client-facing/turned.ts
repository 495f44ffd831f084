/**
 * For whose visit the screen is turned round; null while it faces the staff. A reloaded page must come up
 * turned as it was, so it is kept for the session: ids only, since the webview writes that to disk in the clear.
 */
import { useSyncExternalStore } from "react";
import type { ClientHit, StaffId, VisitId } from "../../api/generated";

export interface Turned {
  visit: VisitId;
  /** Null after a reload: the board knows. */
  client: Pick<ClientHit, "name" | "sex"> | null;
  /** Who turned it: the answers are kept as their draft. */
  by: StaffId;
}

const storageKey = "jingtai.turned";

function kept(): Turned | null {
  try {
    const { visit, by } = JSON.parse(sessionStorage.getItem(storageKey) ?? "{}") as Partial<Turned>;
    return visit !== undefined && by !== undefined ? { visit, by, client: null } : null;
  } catch {
    return null;
  }
}

let turned: Turned | null = kept();
const listeners = new Set<() => void>();

function publish(next: Turned | null): void {
  turned = next;
  if (next) sessionStorage.setItem(storageKey, JSON.stringify({ visit: next.visit, by: next.by }));
  else sessionStorage.removeItem(storageKey);
  for (const listener of listeners) listener();
}

export function turnToClient(what: Turned): void {
  publish(what);
}

export function turnBack(): void {
  publish(null);
}

/** Who signs out, or gives the computer to another, leaves no screen turned behind. */
export function turnBackUnlessBy(staffId: StaffId | null): void {
  if (turned && turned.by !== staffId) turnBack();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTurned(): Turned | null {
  return useSyncExternalStore(subscribe, () => turned);
}
