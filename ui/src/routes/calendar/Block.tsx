/** One appointment on the grid. */
import type { FocusEventHandler, PointerEventHandler } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api/generated";
import type { Directory } from "../../components/directory";
import { useFormat } from "../../components/format";
import styles from "./calendar.module.css";
import type { Lane } from "./columns";
import { isOpen } from "./useAppointmentActs";

interface BlockProps {
  appointment: Appointment;
  directory: Directory;
  /** Percent of the column. */
  top: number;
  height: number;
  lane: Lane;
  /** Beside the procedure: the doctor where columns are rooms or days, else the room. */
  beside: string;
  lifted: boolean;
  reachable: boolean;
  movable: boolean;
  onOpen: () => void;
  onFocus: FocusEventHandler;
  onGrab: PointerEventHandler;
  onStretch: PointerEventHandler;
}

export function Block({ appointment, directory, top, height, lane, beside, lifted, reachable, movable, onOpen, onFocus, onGrab, onStretch }: BlockProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, client, procedure, status, startsAt, endsAt, note } = appointment;
  const times = `${format.time(startsAt)}–${format.time(endsAt)}`;
  const what = directory.name(procedure);
  const grabs = movable && isOpen(appointment);
  return (
    <div
      role="button"
      tabIndex={reachable ? 0 : -1}
      className={styles.block}
      data-appointment={id}
      data-status={status}
      data-lifted={lifted ? "" : undefined}
      data-testid={`appointment-${id}`}
      title={[times, client.name, what, beside, note].filter(Boolean).join("\n")}
      style={{ top: `${top}%`, height: `${height}%`, left: `${(100 * lane.lane) / lane.of}%`, width: `${100 / lane.of}%` }}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onOpen();
      }}
      onFocus={onFocus}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (grabs) onGrab(event);
      }}
    >
      <span className={styles.blockInk}>
        <span className={styles.blockHead}>
          <span className={styles.blockTime}>{format.time(startsAt)}</span> <span className={styles.blockName}>{client.name}</span>
          <span className={styles.blockInline}>{what}</span>
          {status !== "booked" && <span className={styles.blockStatus}>{t(`calendar.status.${status}`)}</span>}
        </span>
        <span className={styles.blockWhat}>{[what, beside].filter(Boolean).join(" · ")}</span>
        {note && <span className={styles.blockNote}>{note}</span>}
      </span>
      {grabs && (
        <span
          className={styles.stretch}
          aria-hidden
          onPointerDown={(event) => {
            event.stopPropagation();
            onStretch(event);
          }}
        />
      )}
    </div>
  );
}
