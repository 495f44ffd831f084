/** Where the desk's pages are, and what one brings along when a complaint is begun elsewhere. */
import type { Location } from "react-router";
import type { ClientRef, ComplaintId, SignedTreatmentId } from "../../api/generated";
import { cameFrom, listPath } from "../treatments/places";

export const deskPath = "/compliance";
export const complaintsPath = "/compliance/complaints";
export const newComplaintPath = "/compliance/complaints/new";
export const complaintPath = (id: ComplaintId) => `${complaintsPath}/${id}`;

/** The state of a navigation to a new complaint. */
export interface NewComplaintState {
  from: string;
  client?: ClientRef;
  signed?: SignedTreatmentId;
}

/** The way back from a complaint: the list, unless one came from elsewhere. */
export function backFrom(location: Location<unknown>): string {
  const from = cameFrom(location);
  return from === listPath ? complaintsPath : from;
}
