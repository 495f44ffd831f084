import { ScrollText } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";

export const auditScreen: Screen = {
  name: "audit",
  icon: ScrollText,
  needs: "read_audit",
  foot: true,
  Body: lazy(() => import("./AuditScreen")),
};
