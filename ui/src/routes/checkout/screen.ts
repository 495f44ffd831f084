import { HandCoins } from "lucide-react";
import { lazy } from "react";
import type { Screen } from "../../app/screens";
import { CheckoutCompanion } from "./CheckoutCompanion";

export const checkoutScreen: Screen = {
  name: "checkout",
  icon: HandCoins,
  needs: "see_money",
  Body: lazy(() => import("./CheckoutScreen")),
  Companion: CheckoutCompanion,
};
