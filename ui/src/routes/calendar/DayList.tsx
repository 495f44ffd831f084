/** All appointments of a day in full, for calling the clients: C confirms, Enter opens. */
import { CalendarDays } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment, ClientHit } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useShortcut } from "../../app/shortcuts";
import { type Column, DataTable } from "../../components/DataTable";
import { EmptyState } from "../../components/States";
import type { Directory } from "../../components/directory";
import { useFormat } from "../../components/format";
import { MaskedNumber } from "../clients/file/MaskedNumber";
import styles from "./calendar.module.css";

interface DayListProps {
  appointments: readonly Appointment[];
  directory: Directory;
  loading: boolean;
  mayEdit: boolean;
  onOpen: (appointment: Appointment) => void;
  onConfirm: (appointment: Appointment) => void;
}

export function DayList({ appointments, directory, loading, mayEdit, onOpen, onConfirm }: DayListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const columns: Column<Appointment>[] = [
    { key: "time", title: t("calendar.list.time"), width: 128, text: ({ startsAt, endsAt }) => `${format.time(startsAt)}–${format.time(endsAt)}`, render: ({ startsAt, endsAt }) => <><span className="figure">{format.time(startsAt)}</span><span className="quiet">–{format.time(endsAt)}</span></> },
    { key: "client", title: t("calendar.list.client"), width: 144, text: ({ client }) => client.name, render: ({ client }) => <span className="figure">{client.name}</span> },
    { key: "phone", title: t("calendar.list.phone"), width: 176, text: ({ client }) => (client.phone === null ? "" : format.phone(client.phone)), render: ({ id, client }) => client.phone !== null && <Phone appointment={id} client={client} masked={format.phone(client.phone)} /> },
    { key: "procedure", title: t("calendar.list.procedure"), width: 168, text: ({ procedure }) => directory.name(procedure) },
    { key: "doctor", title: t("calendar.list.doctor"), width: 112, text: ({ doctor }) => directory.name(doctor) || t("calendar.noDoctor") },
    { key: "room", title: t("calendar.list.room"), width: 112, text: ({ room }) => directory.name(room) },
    { key: "status", title: t("calendar.list.status"), width: 128, text: ({ status }) => t(`calendar.status.${status}`), render: ({ status }) => <span className={styles.status} data-status={status}>{t(`calendar.status.${status}`)}</span> },
    { key: "note", title: t("calendar.list.note"), width: 240, text: ({ note }) => note },
  ];
  // The table says which row is current by its id.
  const confirm = () => {
    const active = root.current?.querySelector("[aria-activedescendant]")?.getAttribute("aria-activedescendant");
    const appointment = appointments[Number(active?.split("-").at(-1) ?? "x")];
    if (appointment) onConfirm(appointment);
  };
  useShortcut("C", t("calendar.keys.confirm"), confirm, { when: mayEdit });
  return (
    <div ref={root} className={styles.list} data-testid="calendar-list">
      <DataTable
        name="day-appointments"
        label={t("calendar.grid")}
        columns={columns}
        rows={appointments}
        rowKey={({ id }) => id}
        loading={loading}
        onOpen={onOpen}
        note={t("calendar.list.hint")}
        empty={<EmptyState icon={CalendarDays} title={t("calendar.list.empty")} hint={t("calendar.list.emptyHint")} />}
      />
    </div>
  );
}

/** The list knows the masked number only; whose it is in full the file says, which leaves its audit line. */
function Phone({ appointment, client, masked }: { appointment: string; client: ClientHit; masked: string }) {
  const { t } = useTranslation();
  const openFile = useWrite("clients.open");
  const first = async () => {
    const file = await openFile.run({ client: client.id });
    const phone = file?.output.phones[0];
    return phone ? { what: "phone" as const, id: phone.id } : null;
  };
  return <MaskedNumber client={client.id} masked={masked} what={t("clients.phone")} reveal={first} testId={`phone-of-${appointment}`} />;
}
