import { UsersRound } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { StaffCompanion } from "./StaffCompanion";

export const staffScreen: Screen = {
  name: "staff",
  icon: UsersRound,
  needs: "manage_staff",
  foot: true,
  Body: lazy(() => import("./StaffScreen")),
  Companion: StaffCompanion,
};
