import { UserRoundPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAction } from "../../app/palette";

export function StaffCompanion() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useAction({ id: "staff-add", title: t("staff.add"), keywords: "staff add", icon: UserRoundPlus, run: () => void navigate("/staff/new") });
  return null;
}
