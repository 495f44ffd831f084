/** What the check-in dialog shows: a search, or who has just been checked in and what to know of them. */
import { useSyncExternalStore } from "react";
import type { AppointmentId, CheckedIn, ClientHit } from "../../../api/generated";

export interface Arrival {
  client: ClientHit;
  /** Null for a walk-in. */
  appointment: AppointmentId | null;
  /** When the appointment begins. */
  startsAt: number | null;
}

export type Asked = { kind: "search"; query: string } | { kind: "arrived"; arrival: Arrival; checkedIn: CheckedIn };

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function publish(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

export function askToCheckIn(query = ""): void {
  publish({ kind: "search", query });
}

export function showArrived(arrival: Arrival, checkedIn: CheckedIn): void {
  publish({ kind: "arrived", arrival, checkedIn });
}

export function closeCheckIn(): void {
  publish(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAsked(): Asked | null {
  return useSyncExternalStore(subscribe, () => asked);
}
