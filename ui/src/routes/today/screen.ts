import { DoorOpen } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { TodayCompanion } from "./TodayCompanion";

export const todayScreen: Screen = {
  name: "today",
  icon: DoorOpen,
  needs: "see_board",
  Body: lazy(() => import("./TodayScreen")),
  Companion: TodayCompanion,
};
