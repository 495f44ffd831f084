import { Syringe } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { TreatmentsCompanion } from "./TreatmentsCompanion";

export const treatmentsScreen: Screen = {
  name: "treatments",
  icon: Syringe,
  needs: "see_treatments",
  Body: lazy(() => import("./TreatmentsScreen")),
  Companion: TreatmentsCompanion,
};
