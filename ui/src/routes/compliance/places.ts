/** Where the desk's pages are, and what one brings along when a complaint is begun elsewhere. */
import type { ClientRef, ComplaintId, SignedTreatmentId } from "../../api/generated";

export const deskPath = "/compliance";
export const complaintsPath = "/compliance/complaints";
export const newComplaintPath = "/compliance/complaints/new";
export const complaintPath = (id: ComplaintId) => `${complaintsPath}/${id}`;

/** The state of a navigation to a new complaint. */
export interface NewComplaintState {
  client: ClientRef;
  signed?: SignedTreatmentId;
}
