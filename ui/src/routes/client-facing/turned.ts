/** For whose visit the screen is turned round; null while it faces the staff. */
import { useSyncExternalStore } from "react";
import type { ClientHit, StaffId, VisitId } from "../../api/generated";

export interface Turned {
  visit: VisitId;
  client: ClientHit;
  /** Who turned it: the answers are kept as their draft. */
  by: StaffId;
}

let turned: Turned | null = null;
const listeners = new Set<() => void>();

function publish(next: Turned | null): void {
  turned = next;
  for (const listener of listeners) listener();
}

export function turnToClient(what: Turned): void {
  publish(what);
}

export function turnBack(): void {
  publish(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTurned(): Turned | null {
  return useSyncExternalStore(subscribe, () => turned);
}
