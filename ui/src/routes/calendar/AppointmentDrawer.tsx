/** A new appointment, or one that is there: what becomes of it, and its fields. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Appointment, AppointmentId, AppointmentInput, ClientId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { useZone } from "../../app/zone";
import { Drawer } from "../../components/dialogs";
import { LoadingRows } from "../../components/States";
import type { Directory } from "../../components/directory";
import { useFormat } from "../../components/format";
import { AppointmentForm } from "./AppointmentForm";
import { StatusActions } from "./StatusActions";
import styles from "./calendar.module.css";
import { type FormValues, valuesOf } from "./formValues";
import { type AppointmentActs, isOpen } from "./useAppointmentActs";

export type Editing =
  | { kind: "new"; values: FormValues; client: ClientId | null }
  /** `wanted` is a move that met a clash. */
  | { kind: "edit"; appointment: Appointment; wanted?: AppointmentInput };

interface AppointmentDrawerProps {
  editing: Editing | null;
  slot: number;
  directory: Directory;
  acts: AppointmentActs;
  onClose: () => void;
  onBooked: (id: AppointmentId, input: AppointmentInput, name: string) => void;
  onSaved: (before: Appointment) => void;
  /** For whoever closes the form. */
  onTyped: () => void;
}

export function AppointmentDrawer({ editing, slot, directory, acts, onClose, onBooked, onSaved, onTyped }: AppointmentDrawerProps) {
  const { t } = useTranslation();
  const title = editing?.kind === "edit" ? <Who appointment={editing.appointment} /> : t("calendar.form.new");
  return (
    <Drawer open={editing !== null} size={520} title={title} destroyOnHidden data-testid="appointment-drawer" onClose={onClose}>
      {editing?.kind === "new" && <New editing={editing} slot={slot} directory={directory} onBooked={onBooked} onTyped={onTyped} />}
      {editing?.kind === "edit" && (
        <Existing key={`${editing.appointment.id} ${editing.wanted?.startsAt ?? ""}`} editing={editing} slot={slot} directory={directory} acts={acts} onClose={onClose} onSaved={onSaved} onTyped={onTyped} />
      )}
    </Drawer>
  );
}

function Who({ appointment: { client, status } }: { appointment: Appointment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span style={{ display: "flex", alignItems: "baseline", gap: 12, fontSize: 14, fontWeight: 400 }}>
      <span style={{ fontSize: 18, fontWeight: 600 }}>{client.name}</span>
      {client.phone !== null && <span className="quiet">{format.phone(client.phone)}</span>}
      <span className={styles.status} data-status={status} data-testid="appointment-status">{t(`calendar.status.${status}`)}</span>
      <Link to={`/clients/${client.id}`}>{t("calendar.act.clientFile")}</Link>
    </span>
  );
}

type NewProps = Pick<AppointmentDrawerProps, "slot" | "directory" | "onBooked" | "onTyped"> & { editing: Extract<Editing, { kind: "new" }> };

function New({ editing: { values, client }, slot, directory, onBooked, onTyped }: NewProps) {
  const file = useRead("clients", "clients.open", { client: client ?? "" }, { enabled: client !== null });
  if (client !== null && file.isPending) return <LoadingRows rows={3} />;
  const known = file.data ? { id: file.data.id, name: file.data.name, memberNumber: file.data.memberNumber } : null;
  return <AppointmentForm id={null} initial={{ ...values, client: known }} slot={slot} directory={directory} onSaved={onBooked} onTyped={onTyped} />;
}

type ExistingProps = Pick<AppointmentDrawerProps, "slot" | "directory" | "acts" | "onClose" | "onSaved" | "onTyped"> & { editing: Extract<Editing, { kind: "edit" }> };

function Existing({ editing: { appointment, wanted }, slot, directory, acts, onClose, onSaved, onTyped }: ExistingProps) {
  const { t } = useTranslation();
  const zone = useZone();
  const format = useFormat();
  const mayEdit = useMay()("edit_calendar");
  const { cancelReason, clashReason, note, startsAt, endsAt, procedure, doctor, room, equipment } = appointment;
  return (
    <>
      <StatusActions appointment={appointment} acts={acts} onDone={onClose} />
      {cancelReason !== null && <p style={{ marginBottom: 16 }}>{t("calendar.form.cancelledBecause", { reason: cancelReason })}</p>}
      {clashReason !== null && <p className="caution" style={{ marginBottom: 16 }}>{t("calendar.form.acceptedClash", { reason: clashReason })}</p>}
      {isOpen(appointment) && mayEdit ? (
        <AppointmentForm id={appointment.id} initial={valuesOf(appointment, zone, wanted)} slot={slot} directory={directory} onSaved={() => { onSaved(appointment); }} onTyped={onTyped} />
      ) : (
        <div style={{ display: "grid", gap: 8 }}>
          <p className="figure">{`${format.moment(startsAt)}–${format.time(endsAt)}`}</p>
          <p>{[directory.name(procedure), directory.name(doctor), directory.name(room), directory.name(equipment)].filter(Boolean).join(" · ")}</p>
          {note && <p className="quiet">{note}</p>}
        </div>
      )}
    </>
  );
}
