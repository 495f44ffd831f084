/** What stands where in the address of the treatments, and the way back to where one came from. */
import type { Location } from "react-router";
import type { ClientId, PlanId, SignedTreatmentId, TreatmentId } from "../../api/generated";

export const listPath = "/treatments";
export const findPath = "/treatments/find";
export const newPath = "/treatments/new";
export const recordPath = (id: TreatmentId): string => `/treatments/${id}`;
export const signedPath = (id: SignedTreatmentId): string => `/treatments/signed/${id}`;
/** Before the list: a plan that waits. */
export const planPath = (client: ClientId, plan: PlanId): string => `/treatments/plan/${client}/${plan}`;

/** Whose plan it is, for its title. */
export interface Named {
  name: string;
}

export function nameIn({ state }: Location<unknown>): string | undefined {
  const name = typeof state === "object" && state !== null && "name" in state ? state.name : undefined;
  return typeof name === "string" ? name : undefined;
}

export interface From {
  from: string;
}

export function cameFrom({ state }: Location<unknown>): string {
  const from = typeof state === "object" && state !== null && "from" in state ? state.from : null;
  return typeof from === "string" ? from : listPath;
}
