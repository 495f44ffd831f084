import { Package } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { StockCompanion } from "./StockCompanion";

export const stockScreen: Screen = {
  name: "stock",
  icon: Package,
  needs: "see_stock",
  Body: lazy(() => import("./StockScreen")),
  Companion: StockCompanion,
};
