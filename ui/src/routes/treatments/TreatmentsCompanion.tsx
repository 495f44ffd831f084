/** What of the treatments is found from everywhere, and what else their reads depend on. */
import { FilePlus2, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAction } from "../../app/palette";
import { useMay } from "../../app/session";
import { useFollowTags } from "../../components/followTags";
import { findPath, newPath } from "./places";

export function TreatmentsCompanion() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const mayWrite = may("write_treatments");
  useFollowTags("treatments.list", ["clients", "staff", "catalogue"]);
  useFollowTags("treatments.open", ["clients", "catalogue"]);
  useFollowTags("treatments.choices", ["catalogue"]);
  useFollowTags("treatments.obstacles", ["clients", "staff", "catalogue", "stock", "clinic"]);
  useFollowTags("treatments.signed", ["clients", "staff"]);
  useFollowTags("treatments.signed_of", ["clients", "staff"]);
  useFollowTags("consents.of_client", ["clients", "staff", "clinic"]);
  useFollowTags("traces.timeline", ["clients", "stock"]);
  useFollowTags("traces.batch", ["clients", "staff", "stock"]);
  useFollowTags("traces.find", ["clients", "staff", "stock"]);
  useFollowTags("traces.hands", ["staff", "stock", "photos"]);
  useFollowTags("seals.of_client", ["clients", "photos", "visits"]);
  useFollowTags("overrides.list", ["clients", "staff"]);
  useFollowTags("plans.waiting", ["clients", "staff"]);
  useFollowTags("plans.of_client", ["clients", "staff"]);
  useAction({ id: "treatment-new", title: t("treatments.newTitle"), keywords: "treatment record new zhiliao jilu zl xinjian", icon: FilePlus2, run: () => void navigate(newPath) }, mayWrite);
  useAction({ id: "treatment-find", title: t("traces.find.title"), keywords: "find treatments doctor equipment product supplier cha zhiliao jilu czl", icon: Search, run: () => void navigate(findPath) }, may("see_treatments"));
  return null;
}
