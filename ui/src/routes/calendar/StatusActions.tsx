/** What becomes of an appointment: confirmed, arrived, missed, cancelled with a reason, put back. */
import { AutoComplete, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import styles from "./calendar.module.css";
import { type AppointmentActs, isOpen } from "./useAppointmentActs";

export function StatusActions({ appointment, acts, onDone }: { appointment: Appointment; acts: AppointmentActs; onDone: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const [cancelling, setCancelling] = useState(false);
  const { status } = appointment;
  const open = isOpen(appointment);
  const edits = may("edit_calendar");
  if (cancelling) return <Cancel appointment={appointment} acts={acts} onKeep={() => { setCancelling(false); }} onDone={onDone} />;
  return (
    <div className={styles.actions}>
      {edits && status === "booked" && <Button type="primary" ghost loading={acts.pending} data-testid="appointment-confirm" onClick={() => void acts.confirm(appointment)}>{t("calendar.act.confirm")}</Button>}
      {may("run_visits") && (open || status === "no_show") && <Button data-testid="appointment-arrived" onClick={() => { onDone(); void acts.arrive(appointment); }}>{t("calendar.act.arrived")}</Button>}
      {edits && open && <Button data-testid="appointment-no-show" onClick={() => void acts.noShow(appointment)}>{t("calendar.act.noShow")}</Button>}
      {edits && open && <Button data-testid="appointment-cancel" onClick={() => { setCancelling(true); }}>{t("calendar.act.cancel")}</Button>}
      {edits && (status === "cancelled" || status === "no_show") && <Button data-testid="appointment-reopen" onClick={() => void acts.reopen(appointment)}>{t("calendar.act.reopen")}</Button>}
    </div>
  );
}

function Cancel({ appointment, acts, onKeep, onDone }: { appointment: Appointment; acts: AppointmentActs; onKeep: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const settings = useRead("clinic", "settings.all", {});
  const offered = settings.data?.find(({ key }) => key === "cancel_reasons")?.value;
  const cancel = async () => {
    if (reason.trim() !== "" && (await acts.cancel(appointment, reason))) onDone();
  };
  return (
    <div className={styles.actions}>
      <AutoComplete
        autoFocus
        defaultOpen
        value={reason}
        style={{ flex: "1 0 100%" }}
        options={(Array.isArray(offered) ? offered : []).map((value) => ({ value }))}
        placeholder={t("calendar.act.cancelReasonHint")}
        aria-label={t("calendar.act.cancelReason")}
        data-testid="appointment-cancel-reason"
        showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
        onChange={setReason}
      />
      <Button danger disabled={reason.trim() === ""} loading={acts.pending} data-testid="appointment-cancel-confirm" onClick={() => void cancel()}>{t("calendar.act.doCancel")}</Button>
      <Button type="text" onClick={onKeep}>{t("calendar.act.keep")}</Button>
    </div>
  );
}
