/** The specialties for which who is signed in is registered today; what counts is decided in Rust. */
import type { Specialty } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useSession } from "../../app/session";
import { useFormat } from "../../components/format";

export function useOwnSpecialties(): readonly Specialty[] {
  const { me } = useSession();
  const today = useFormat().today();
  const staff = useRead("staff", "staff.all", {});
  const registrations = staff.data?.find(({ id }) => id === me.staffId)?.registrations ?? [];
  return registrations.filter(({ filedOn, expiresOn }) => filedOn <= today && (expiresOn === null || expiresOn >= today)).map(({ specialty }) => specialty);
}
