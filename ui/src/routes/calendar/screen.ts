import { CalendarDays } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { CalendarCompanion } from "./CalendarCompanion";

export const calendarScreen: Screen = {
  name: "calendar",
  icon: CalendarDays,
  needs: "see_calendar",
  Body: lazy(() => import("./CalendarScreen")),
  Companion: CalendarCompanion,
};
