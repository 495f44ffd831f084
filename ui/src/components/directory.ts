/** Names by id: colleagues, procedures, rooms, equipment; for every screen that shows more than ids. */
import { useMemo } from "react";
import { useRead } from "../api/hooks";
import type { Equipment, Procedure, Room, StaffMember } from "../api/generated";

export interface Directory {
  staff: readonly StaffMember[];
  doctors: readonly StaffMember[];
  consultants: readonly StaffMember[];
  procedures: readonly Procedure[];
  rooms: readonly Room[];
  equipment: readonly Equipment[];
  /** The name of whatever has this id; "" where nothing has. */
  name: (id: string | null) => string;
  procedure: (id: string | null) => Procedure | undefined;
}

const none: readonly never[] = [];

export function useDirectory(): Directory {
  const staff = useRead("staff", "staff.all", {}).data ?? none;
  const catalogue = useRead("catalogue", "catalogue.all", {}).data;
  return useMemo(() => {
    const procedures = catalogue?.procedures ?? none;
    const rooms = catalogue?.rooms ?? none;
    const equipment = catalogue?.equipment ?? none;
    const names = new Map([...staff, ...procedures, ...rooms, ...equipment].map(({ id, name }) => [id, name]));
    const active = staff.filter((member) => member.active);
    return {
      staff,
      doctors: active.filter((member) => member.roles.includes("doctor")),
      consultants: active.filter((member) => member.roles.includes("consultant")),
      procedures,
      rooms,
      equipment,
      name: (id) => (id === null ? "" : (names.get(id) ?? "")),
      procedure: (id) => procedures.find((procedure) => procedure.id === id),
    };
  }, [staff, catalogue]);
}

export interface Choice {
  value: string;
  label: string;
}

/** What is in use, and whatever is chosen now even if it no longer is. */
export function choices(all: readonly { id: string; name: string; active: boolean }[], chosen: string | null): Choice[] {
  return all.filter(({ id, active }) => active || id === chosen).map(({ id, name }) => ({ value: id, label: name }));
}
