/** What stands where in the address of the checkout. */
import type { ClientId, HeldSaleId, SaleId, VisitId } from "../../api/generated";

export const homePath = "/checkout";
/** Asks for the client first. */
export const choosePath = "/checkout/new";
export const salePath = (id: SaleId): string => `/checkout/sale/${id}`;

export function newPath(client: ClientId, { visit = null, held = null }: { visit?: VisitId | null; held?: HeldSaleId | null } = {}): string {
  const asked = new URLSearchParams();
  if (visit !== null) asked.set("visit", visit);
  if (held !== null) asked.set("held", held);
  return [`/checkout/new/${client}`, asked.toString()].filter(Boolean).join("?");
}

/** Said to the page of a sale that has just been paid. */
export interface JustPaid {
  change: number;
}

/** Where one came from to a sale: Esc leads back there. */
export interface From {
  from: string;
}
