/** What of the stock is found from everywhere, and what else its reads depend on. */
import { ClipboardList, PackagePlus, Syringe } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAction } from "../../app/palette";
import { useMay } from "../../app/session";
import { useFollowTags } from "../../components/followTags";
import { receivePath, tabPath } from "./places";

export function StockCompanion() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  // Limits are rules, what is toxin stands in the catalogue, and names are those of clients and staff.
  useFollowTags("stock.alerts", ["catalogue", "clinic"]);
  useFollowTags("stock.batch", ["clients", "staff"]);
  useFollowTags("vials.book", ["catalogue", "clients", "staff"]);
  useAction({ id: "stock-receive", title: t("stock.receive.title"), keywords: "receive delivery stock ruku rk daohuo", icon: PackagePlus, run: () => void navigate(receivePath) }, may("keep_stock"));
  useAction({ id: "stock-count", title: t("stock.tabs.count"), keywords: "count stock pandian pd", icon: ClipboardList, run: () => void navigate(tabPath("count")) }, may("keep_stock"));
  useAction({ id: "stock-vials", title: t("stock.tabs.vials"), keywords: "vials toxin book duxing dengji dx kaiping", icon: Syringe, run: () => void navigate(tabPath("vials")) }, may("use_vials"));
  return null;
}
