import type { StaffId } from "../../../api/generated";
import { useSession } from "../../../app/session";

/** Whoever works here, where they are a doctor; else the record's. */
export function useProposedSigner(doctor: StaffId | null): StaffId | null {
  const { me } = useSession();
  return me.roles.includes("doctor") ? me.staffId : doctor;
}
