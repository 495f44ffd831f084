/** What of it is found from everywhere, and what else its reads depend on. */
import { MessageSquareWarning } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { Tag } from "../../api/generated";
import { useAction } from "../../app/palette";
import { useMay } from "../../app/session";
import { useFollowTags } from "../../components/followTags";
import { type NewComplaintState, newComplaintPath } from "./places";

const counted: Tag[] = ["clinic", "staff", "catalogue", "stock", "treatments", "money"];

export function ComplianceCompanion() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const mayTake = useMay()("take_complaints");
  useFollowTags("compliance.desk", [...counted, "clients"]);
  // It names nobody: a check-in or a new phone counts nothing anew.
  useFollowTags("compliance.counts", counted);
  useFollowTags("complaints.list", ["clinic", "staff", "clients", "treatments"]);
  useFollowTags("complaints.open", ["clinic", "staff", "clients", "treatments"]);
  useFollowTags("visits.board", ["complaints"]);
  useFollowTags("traces.timeline", ["complaints"]);
  useAction({ id: "complaint-take", title: t("complaints.take"), keywords: "complaint adverse reaction tousu buliang fanying ts blfy dj", icon: MessageSquareWarning, run: () => void navigate(newComplaintPath, { state: { from: pathname } satisfies NewComplaintState }) }, mayTake);
  return null;
}
