/** What of the calendar is found from everywhere, and what else its reading depends on. */
import { CalendarPlus, ListChecks } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useAction } from "../../app/palette";
import { useMay } from "../../app/session";
import { useFollowTags } from "../../components/followTags";

const alsoOn = ["clients", "clinic", "staff"] as const;

export function CalendarCompanion() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay()("edit_calendar");
  useFollowTags("appointments.calendar", alsoOn);
  useAction({ id: "appointment-new", title: t("calendar.new"), keywords: "book appointment yuyue yy", icon: CalendarPlus, run: () => void navigate("/calendar?new=1") }, mayEdit);
  useAction({ id: "calendar-tomorrow", title: t("calendar.tomorrow"), keywords: "tomorrow list mingri mr confirm", icon: ListChecks, run: () => void navigate("/calendar?view=list") });
  return null;
}
