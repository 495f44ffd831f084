/** What of the treatments is found from everywhere, and what else their reads depend on. */
import { FilePlus2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAction } from "../../app/palette";
import { useMay } from "../../app/session";
import { useFollowTags } from "../../components/followTags";
import { newPath } from "./places";

export function TreatmentsCompanion() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayWrite = useMay()("write_treatments");
  useFollowTags("treatments.list", ["clients", "staff", "catalogue"]);
  useFollowTags("treatments.open", ["clients", "catalogue"]);
  useFollowTags("treatments.choices", ["catalogue"]);
  useFollowTags("plans.waiting", ["clients", "staff"]);
  useFollowTags("plans.of_client", ["clients", "staff"]);
  useAction({ id: "treatment-new", title: t("treatments.newTitle"), keywords: "treatment record new zhiliao jilu zl xinjian", icon: FilePlus2, run: () => void navigate(newPath) }, mayWrite);
  return null;
}
