/** Taking a leave back, and entering it again. */
import { useTranslation } from "react-i18next";
import type { Leave } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useUndoToast } from "../../components/undoToast";

export function useLeaves(): { end: (leave: Leave) => Promise<void> } {
  const { t } = useTranslation();
  const toast = useUndoToast();
  const end = useWrite("staff.end_leave");
  const add = useWrite("staff.add_leave");
  return {
    end: async ({ id, staffId, startsAt, endsAt, reason }) => {
      if (await end.run({ id })) toast(t("calendar.leave.ended"), () => void add.run({ staffId, startsAt, endsAt, reason }));
    },
  };
}
