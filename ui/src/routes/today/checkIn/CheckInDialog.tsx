/** The check-in: one field, then what to know of who came. F3, three characters, Enter, Enter. */
import { useTranslation } from "react-i18next";
import { Modal } from "../../../components/dialogs";
import { Arrived } from "./Arrived";
import { Search } from "./Search";
import { closeCheckIn, useAsked } from "./asked";

export function CheckInDialog() {
  const { t } = useTranslation();
  const asked = useAsked();
  return (
    <Modal
      open={asked !== null}
      title={t("today.checkIn.title")}
      footer={null}
      width={560}
      style={{ top: 96 }}
      destroyOnHidden
      focusable={{ focusTriggerAfterClose: false }}
      onCancel={closeCheckIn}
    >
      {asked?.kind === "search" && <Search key={asked.query} initial={asked.query} />}
      {asked?.kind === "arrived" && <Arrived arrival={asked.arrival} checkedIn={asked.checkedIn} />}
    </Modal>
  );
}
