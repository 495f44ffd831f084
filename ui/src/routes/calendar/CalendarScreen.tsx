/** The calendar: a day by doctor or room, a week, or a day's list for calling; with everything by keys. */
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead } from "../../api/hooks";
import type { Appointment, AppointmentInput, Calendar } from "../../api/generated";
import { useMay } from "../../app/session";
import { useZone } from "../../app/zone";
import { Loaded } from "../../components/States";
import { useDirectory } from "../../components/directory";
import { useFormat } from "../../components/format";
import { useNow } from "../../components/now";
import { instantOf, minuteOf, timeOfMinute } from "../../components/zonedTime";
import { AppointmentDrawer, type Editing } from "./AppointmentDrawer";
import { DayList } from "./DayList";
import { Grid } from "./Grid";
import { LeaveDialog } from "./LeaveDialog";
import { Toolbar } from "./Toolbar";
import styles from "./calendar.module.css";
import { type Column, columnsFor, spanOf } from "./columns";
import type { FormValues } from "./formValues";
import { type Place, usePlace } from "./place";
import { useAppointmentActs } from "./useAppointmentActs";
import { useBlockKeys, usePlaceKeys } from "./keys";
import { useLeaves } from "./useLeaves";

const usualMinutes = 30;

export default function CalendarScreen() {
  const place = usePlace();
  const calendar = useRead("appointments", "appointments.calendar", { from: place.days[0] ?? place.day, to: place.days.at(-1) ?? place.day }, { keepPrevious: true });
  return <Loaded read={calendar} rows={12}>{(data) => <Days place={place} calendar={data} loading={calendar.isPlaceholderData} />}</Loaded>;
}

function Days({ place, calendar, loading }: { place: Place; calendar: Calendar; loading: boolean }) {
  const { t } = useTranslation();
  const zone = useZone();
  const now = useNow();
  const format = useFormat();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const directory = useDirectory();
  const mayEdit = useMay()("edit_calendar");
  const leaves = useLeaves();
  const [withCancelled, setWithCancelled] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const [opened, setOpened] = useState<Editing | null>(null);
  const [typed, setTyped] = useState(false);
  const [leaveOf, setLeaveOf] = useState<Column | null>(null);
  const acts = useAppointmentActs((appointment: Appointment, wanted: AppointmentInput) => { setOpened({ kind: "edit", appointment, wanted }); });

  const shown = withCancelled ? calendar : { ...calendar, appointments: calendar.appointments.filter(({ status }) => status !== "cancelled") };
  const words = { none: t(place.by === "doctor" ? "calendar.noDoctor" : "calendar.noRoom"), day: (day: string) => format.date(day).slice(5) };
  const columns = columnsFor(place, shown, directory, zone, words);
  const alive = calendar.appointments.filter(({ status }) => status !== "cancelled");
  const toConfirm = alive.filter(({ status }) => status === "booked").length;
  const counts = t("calendar.count", { count: alive.length }) + (place.view === "list" && toConfirm > 0 ? ` · ${t("calendar.list.openConfirm", { count: toConfirm })}` : "");

  const values = (change: Partial<FormValues>): FormValues => ({
    client: null, procedure: null, doctor: place.by === "doctor" ? place.who : null, room: place.by === "room" ? place.who : null, equipment: null,
    day: place.day, time: nextSlot(place, calendar, now, zone), minutes: usualMinutes, note: "", clashReason: "", ...change,
  });
  const openNew = (change: Partial<FormValues> = {}) => { setOpened({ kind: "new", values: values(change), client: null }); };
  // Asked for from elsewhere, by the address.
  const wanted: Editing | null = place.wanted && mayEdit ? { kind: "new", values: values({}), client: place.wanted.client } : null;
  const editing = opened ?? wanted;
  // What is open is shown as it stands now.
  const live: Editing | null = editing?.kind === "edit" ? { ...editing, appointment: calendar.appointments.find(({ id }) => id === editing.appointment.id) ?? editing.appointment } : editing;
  const done = () => {
    setOpened(null);
    setTyped(false);
    if (place.wanted) place.go({});
  };
  const close = () => {
    if (typed) message.info(t("common.draft.kept"));
    done();
  };

  const start = (column: Column, from: number, to: number | null) => {
    openNew({
      day: column.day, time: timeOfMinute(from), minutes: to === null ? usualMinutes : to - from,
      ...(column.doctor === undefined ? {} : { doctor: column.doctor }), ...(column.room === undefined ? {} : { room: column.room }),
    });
  };
  const move = (appointment: Appointment, column: Column | null, from: number, to: number) => {
    const day = column?.day ?? format.dayOf(appointment.startsAt);
    const startsAt = instantOf(day, from, zone);
    void acts.move(appointment, {
      startsAt, endsAt: startsAt + (to - from) * 60_000,
      ...(column?.doctor === undefined ? {} : { doctor: column.doctor }), ...(column?.room === undefined ? {} : { room: column.room }),
    });
  };
  const open = (appointment: Appointment) => {
    setCurrent(appointment.id);
    setOpened({ kind: "edit", appointment });
  };
  usePlaceKeys(place, mayEdit ? openNew : undefined, acts.undoLast);
  useBlockKeys({ active: place.view !== "list", columns, current, slot: calendar.slot, zone, mayEdit, acts, onMove: move });

  return (
    <div className={styles.screen}>
      <Toolbar place={place} directory={directory} words={place.view === "week" ? "" : counts} cancelled={calendar.appointments.length - alive.length} withCancelled={withCancelled} onCancelled={setWithCancelled} onNew={mayEdit ? () => { openNew(); } : undefined} />
      {place.view === "list" ? (
        <DayList appointments={shown.appointments} directory={directory} loading={loading} mayEdit={mayEdit} onOpen={open} onConfirm={(appointment) => void acts.confirm(appointment)} />
      ) : (
        <Grid
          columns={columns}
          span={spanOf(shown, zone)}
          slot={calendar.slot}
          by={place.by}
          days={place.view === "week"}
          today={place.today}
          directory={directory}
          mayEdit={mayEdit}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onNew={start}
          onMove={move}
          onLeave={setLeaveOf}
          onEndLeave={(leave) => void leaves.end(leave)}
          onWeekOf={(column) => { place.go({ view: "week", who: column.key }); }}
        />
      )}
      <AppointmentDrawer
        editing={live}
        slot={calendar.slot}
        directory={directory}
        acts={acts}
        onClose={close}
        onTyped={() => { setTyped(true); }}
        onBooked={(id, { startsAt }, name) => {
          done();
          acts.booked(id, name, startsAt);
          void navigate(`/calendar?${new URLSearchParams({ view: place.view, by: place.by, day: format.dayOf(startsAt) }).toString()}`, { replace: true });
        }}
        onSaved={(before) => { done(); acts.saved(before, before.client.name); }}
      />
      <LeaveDialog column={leaveOf} dayStarts={calendar.dayStarts} dayEnds={calendar.dayEnds} slot={calendar.slot} onClose={() => { setLeaveOf(null); }} />
    </div>
  );
}

/** The next slot from now on today, the day's first on others. */
function nextSlot(place: Place, { dayStarts, dayEnds, slot }: Calendar, now: number, zone: string): string {
  if (place.day !== place.today) return timeOfMinute(dayStarts);
  const next = Math.ceil(minuteOf(now, zone) / slot) * slot;
  return timeOfMinute(Math.max(dayStarts, Math.min(next, dayEnds - slot)));
}
