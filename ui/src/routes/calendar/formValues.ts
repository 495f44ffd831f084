/** The form's fields, and what Rust gets of them. */
import type { Appointment, AppointmentInput, ClientRef } from "../../api/generated";
import { inZone } from "../../components/format";
import { instantOf, minuteOfTime } from "../../components/zonedTime";

export interface FormValues {
  client: ClientRef | null;
  procedure: string | null;
  doctor: string | null;
  room: string | null;
  equipment: string | null;
  day: string | null;
  /** "14:05" */
  time: string | null;
  minutes: number | null;
  note: string;
  clashReason: string;
}

/** Where Rust's name for a field is not the form's. */
export const fields = { startsAt: "time", endsAt: "minutes" };

/** Null while the client or the time is missing. */
export function toInput(values: FormValues, zone: string): AppointmentInput | null {
  const { client, day, time, minutes } = values;
  if (client === null || day === null || time === null || minutes === null) return null;
  const startsAt = instantOf(day, minuteOfTime(time), zone);
  return {
    client: client.id,
    // A cleared choice is undefined, and Rust wants to be told of nothing.
    procedure: values.procedure ?? null,
    doctor: values.doctor ?? null,
    room: values.room ?? null,
    equipment: values.equipment ?? null,
    startsAt,
    endsAt: startsAt + minutes * 60_000,
    note: values.note,
    clashReason: values.clashReason.trim() === "" ? null : values.clashReason,
  };
}

export function valuesOf(appointment: Appointment, zone: string, wanted?: AppointmentInput): FormValues {
  const { id, name, memberNumber } = appointment.client;
  const { startsAt, endsAt, doctor, room, equipment, procedure } = wanted ?? appointment;
  const at = inZone(startsAt, zone);
  return {
    client: { id, name, memberNumber }, procedure, doctor, room, equipment, day: at.day, time: at.time, minutes: Math.round((endsAt - startsAt) / 60_000),
    note: appointment.note, clashReason: wanted ? "" : (appointment.clashReason ?? ""),
  };
}
