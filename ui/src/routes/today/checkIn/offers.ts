/** Whom the check-in field offers: those expected today first, in the order of their appointments. */
import type { Appointment, ClientHit } from "../../../api/generated";
import type { Arrival } from "./asked";

function arrivalOf(appointment: Appointment): Arrival {
  return { client: appointment.client, appointment: appointment.id, startsAt: appointment.startsAt };
}

/**
 * A client with an appointment stands only once, with the earliest; the rest follow as the search ranked them.
 * A name typed in part is looked for among the expected too, should the search have cut them off.
 */
export function offersFor(query: string, coming: readonly Appointment[], hits: readonly ClientHit[]): Arrival[] {
  const wanted = query.trim().toLowerCase();
  const found = new Set(hits.map((hit) => hit.id));
  const offered = new Set<string>();
  const offers: Arrival[] = [];
  for (const appointment of coming) {
    const { id, name } = appointment.client;
    if (offered.has(id) || !(wanted === "" || found.has(id) || name.toLowerCase().includes(wanted))) continue;
    offered.add(id);
    offers.push(arrivalOf(appointment));
  }
  if (wanted === "") return offers;
  for (const client of hits) {
    if (!offered.has(client.id)) offers.push({ client, appointment: null, startsAt: null });
  }
  return offers;
}
