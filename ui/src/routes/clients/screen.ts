import { ContactRound } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { ClientsCompanion } from "./ClientsCompanion";

export const clientsScreen: Screen = {
  name: "clients",
  icon: ContactRound,
  needs: "see_clients",
  Body: lazy(() => import("./ClientsScreen")),
  Companion: ClientsCompanion,
};
