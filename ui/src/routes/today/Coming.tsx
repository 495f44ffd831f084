/** Today's appointments that have not arrived, in their order. Enter on one checks in. */
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api/generated";
import { useMay } from "../../app/session";
import type { Directory } from "../../components/directory";
import { useFormat } from "../../components/format";
import { useNow } from "../../components/now";
import { useCheckIn } from "./checkIn/useCheckIn";
import styles from "./today.module.css";

const graceMinutes = 5;

export function Coming({ coming, directory }: { coming: readonly Appointment[]; directory: Directory }) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    event.preventDefault();
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
  };
  return (
    <aside className={styles.coming} aria-label={t("today.coming")}>
      <h2 className={styles.comingHead}>
        {t("today.coming")} <span className="quiet">{coming.length > 0 && coming.length}</span>
      </h2>
      {coming.length === 0 && <p className="quiet" style={{ padding: "8px 16px" }}>{t("today.comingEmpty")}</p>}
      {/* The keys are those of the buttons within. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={list} className={`${styles.comingList ?? ""} scrolls`} data-testid="coming" onKeyDown={onKeyDown}>
        {coming.map((appointment) => <li key={appointment.id}><Arrival appointment={appointment} directory={directory} /></li>)}
      </ul>
    </aside>
  );
}

function Arrival({ appointment, directory }: { appointment: Appointment; directory: Directory }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const mayRun = useMay()("run_visits");
  const { checkIn, pending } = useCheckIn();
  const { id, client, startsAt, procedure, doctor, status } = appointment;
  const late = Math.floor((now - startsAt) / 60_000);
  const state = late > graceMinutes ? t("today.late", { minutes: format.minutes(late) }) : status === "confirmed" ? t("today.confirmed") : "";
  return (
    <button
      type="button"
      className={styles.arrival}
      disabled={!mayRun || pending}
      data-testid={`coming-${id}`}
      title={`${t("today.checkInWord")}: ${client.name}`}
      onClick={() => { void checkIn({ client, appointment: id, startsAt }); }}
    >
      <span className={`${styles.arrivalTime ?? ""} ${late > graceMinutes ? "caution" : ""}`}>{format.time(startsAt)}</span>
      <span className={styles.arrivalWho}>
        <span className={styles.arrivalName}>{client.name}</span>
        {state && <span className={`${styles.arrivalState ?? ""} ${late > graceMinutes ? "caution" : "quiet"}`}>{state}</span>}
      </span>
      <span className={`${styles.arrivalWhat ?? ""} quiet`}>
        {[directory.name(procedure), directory.name(doctor) || t("today.unassigned")].filter(Boolean).join(" · ")}
      </span>
    </button>
  );
}
