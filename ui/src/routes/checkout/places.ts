/** What stands where in the address of the checkout. */
import type { Location } from "react-router";
import type { ClientId, Fen, HeldSaleId, PaidPoints, SaleId, VisitId } from "../../api/generated";

export const homePath = "/checkout";
/** Asks for the client first. */
export const choosePath = "/checkout/new";
export const salePath = (id: SaleId): string => `/checkout/sale/${id}`;

/** With what was paid too much chosen already. */
export const refundPath = (id: SaleId, overpaid = false): string => `${salePath(id)}/refund${overpaid ? "?overpaid" : ""}`;

export function newPath(client: ClientId, { visit = null, held = null }: { visit?: VisitId | null; held?: HeldSaleId | null } = {}): string {
  const asked = new URLSearchParams();
  if (visit !== null) asked.set("visit", visit);
  if (held !== null) asked.set("held", held);
  return [`/checkout/new/${client}`, asked.toString()].filter(Boolean).join("?");
}

/** Said to the page of a sale that has just been paid. */
export interface JustPaid {
  change: Fen;
  points: PaidPoints;
}

/** Where one came from to a sale: Esc leads back there. Its refund hands it on. */
export interface From {
  from: string;
}

/** The first page where one came from nowhere. */
export function cameFrom({ state }: Location<unknown>): string {
  return typeof state === "object" && state !== null && "from" in state && typeof state.from === "string" ? state.from : homePath;
}
