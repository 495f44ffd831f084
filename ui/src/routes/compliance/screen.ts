import { ShieldAlert } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { ComplianceCompanion } from "./ComplianceCompanion";
import { WaitingCount } from "./WaitingCount";

export const complianceScreen: Screen = {
  name: "compliance",
  icon: ShieldAlert,
  needs: ["see_compliance", "see_complaints"],
  Body: lazy(() => import("./ComplianceScreen")),
  Companion: ComplianceCompanion,
  Count: WaitingCount,
};
