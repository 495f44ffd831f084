/** Who works at this computer now, and in which clinic. Only the frame's insides may ask. */
import { createContext, use } from "react";
import type { ClinicCard, DeskState, Me, Permission } from "../api/generated";

export interface Session {
  me: Me;
  clinic: ClinicCard;
  desk: DeskState;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("useSession outside the signed-in frame");
  return session;
}

/** For showing or hiding; what is allowed is decided in Rust. */
export function useMay(): (permission: Permission | null) => boolean {
  const { me } = useSession();
  return (permission) => permission === null || me.permissions.includes(permission);
}
