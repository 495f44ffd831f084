import { DoorOpen } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { TodayCompanion } from "./TodayCompanion";

/** Loaded while somebody types a PIN: the board is what they wait for next. */
export const loadToday = () => import("./TodayScreen");

export const todayScreen: Screen = {
  name: "today",
  icon: DoorOpen,
  needs: "see_board",
  Body: lazy(loadToday),
  Companion: TodayCompanion,
};
