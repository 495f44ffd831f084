/** What of the checkout is there on every screen: F4 asks who pays, and its reads hear of everything they show. */
import { HandCoins } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAction } from "../../app/palette";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { useFollowTags } from "../../components/followTags";
import { choosePath } from "./places";

export function CheckoutCompanion() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySell = useMay()("sell");
  const choose = () => void navigate(choosePath);
  useFollowTags("sales.begin", ["clients", "treatments", "catalogue", "clinic"]);
  useFollowTags("sales.quote", ["clients", "treatments", "catalogue", "stock", "clinic"]);
  useFollowTags("sales.held", ["clients", "treatments", "catalogue", "stock", "staff"]);
  useFollowTags("sales.of_day", ["clients", "staff"]);
  useFollowTags("sales.open", ["clients", "staff", "treatments"]);
  useFollowTags("refunds.quote", ["clients", "treatments", "stock", "clinic", "staff"]);
  useFollowTags("billing.offers", ["catalogue"]);
  useFollowTags("entitlements.history", ["clients", "staff", "treatments"]);
  useFollowTags("points.of_client", ["clients", "staff"]);
  useShortcut("F4", t("checkout.home.chooseClient"), choose, { when: maySell, inFields: true });
  useAction({ id: "checkout-new", title: t("checkout.home.chooseClient"), keywords: "checkout pay sale shouyin shoufei sy sf", keys: "F4", icon: HandCoins, run: choose }, maySell);
  return null;
}
