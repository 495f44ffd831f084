import { Settings } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { SettingsCompanion } from "./SettingsCompanion";

export const settingsScreen: Screen = {
  name: "settings",
  icon: Settings,
  needs: null,
  foot: true,
  Body: lazy(() => import("./SettingsScreen")),
  Companion: SettingsCompanion,
};
