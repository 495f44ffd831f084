/** What can be done with an appointment, each with its way back where there is one. */
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../api/failure";
import type { Appointment, AppointmentInput } from "../../api/generated";
import { useShowFailure, useWrite } from "../../api/hooks";
import { useFormat } from "../../components/format";
import { useUndoToast } from "../../components/undoToast";
import { useCheckIn } from "../today/checkIn/useCheckIn";

export function inputOf({ client, doctor, room, equipment, procedure, startsAt, endsAt, note, clashReason }: Appointment): AppointmentInput {
  return { client: client.id, doctor, room, equipment, procedure, startsAt, endsAt, note, clashReason };
}

export const isOpen = ({ status }: Appointment): boolean => status === "booked" || status === "confirmed";

export interface AppointmentActs {
  move: (appointment: Appointment, change: Partial<AppointmentInput>) => Promise<void>;
  /** After a form has saved it. */
  saved: (before: Appointment, name: string) => void;
  booked: (id: string, name: string, startsAt: number) => void;
  confirm: (appointment: Appointment) => Promise<void>;
  arrive: (appointment: Appointment) => Promise<void>;
  noShow: (appointment: Appointment) => Promise<void>;
  cancel: (appointment: Appointment, reason: string) => Promise<boolean>;
  reopen: (appointment: Appointment) => Promise<void>;
  undoLast: () => void;
  pending: boolean;
}

/** `onClash` gets what the move was meant to be, to ask for the reason. */
export function useAppointmentActs(onClash: (appointment: Appointment, wanted: AppointmentInput) => void): AppointmentActs {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useUndoToast();
  const showFailure = useShowFailure();
  const refused = useRef<(reason: unknown) => boolean>(() => false);
  const edit = useWrite("appointments.edit", { onFailure: (reason) => refused.current(reason) });
  const confirm = useWrite("appointments.confirm");
  const noShow = useWrite("appointments.no_show");
  const cancel = useWrite("appointments.cancel");
  const reopen = useWrite("appointments.reopen");
  const { checkIn } = useCheckIn();
  const last = useRef<(() => Promise<unknown>) | null>(null);

  const offer = (done: string, name: string, undo: () => Promise<unknown>) => {
    const back = async () => {
      if (last.current === back) last.current = null;
      if ((await undo()) !== undefined) toast(t("calendar.undone", { name }));
    };
    last.current = back;
    toast(done, () => void back(), "U");
  };
  const putBack = (before: Appointment) => {
    refused.current = (reason) => { showFailure(reason); return true; };
    return edit.run({ id: before.id, appointment: { ...inputOf(before), clashReason: before.clashReason ?? t("calendar.undoReason") } });
  };
  /** Reopened is booked; what was confirmed is confirmed again. */
  const restore = async (before: Appointment) => {
    const back = await reopen.run({ id: before.id });
    return back && before.status === "confirmed" ? confirm.run({ id: before.id }) : back;
  };

  return {
    pending: edit.pending || confirm.pending || noShow.pending || cancel.pending || reopen.pending,
    move: async (appointment, change) => {
      if (edit.pending || !isOpen(appointment)) return;
      const wanted = { ...inputOf(appointment), ...change };
      refused.current = (reason) => {
        if (toFailure(reason)?.code === "clash_needs_reason") onClash(appointment, wanted);
        else showFailure(reason);
        return true;
      };
      const { name } = appointment.client;
      // A reason once given was for the time it was given for.
      if (!(await edit.run({ id: appointment.id, appointment: { ...wanted, clashReason: null } }))) return;
      offer(t("calendar.moved", { name, time: `${format.moment(wanted.startsAt).slice(5)}–${format.time(wanted.endsAt)}` }), name, () => putBack(appointment));
    },
    saved: (before, name) => { offer(t("calendar.moved", { name, time: t("common.saved") }), name, () => putBack(before)); },
    booked: (id, name, startsAt) => {
      offer(t("calendar.booked", { name, time: format.moment(startsAt).slice(5) }), name, () => cancel.run({ id, reason: t("calendar.undoReason") }));
    },
    confirm: async ({ id, status, client: { name } }) => {
      if (status === "booked" && (await confirm.run({ id }))) offer(t("calendar.confirmedDone", { name }), name, () => reopen.run({ id }));
    },
    arrive: async ({ id, client, startsAt }) => { await checkIn({ client, appointment: id, startsAt }); },
    noShow: async (appointment) => {
      const { id, client: { name } } = appointment;
      if (await noShow.run({ id })) offer(t("calendar.noShowDone", { name }), name, () => restore(appointment));
    },
    cancel: async (appointment, reason) => {
      const { id, client: { name } } = appointment;
      const done = (await cancel.run({ id, reason })) !== undefined;
      if (done) offer(t("calendar.cancelledDone", { name }), name, () => restore(appointment));
      return done;
    },
    reopen: async (appointment) => {
      const { id, client: { name } } = appointment;
      if (await reopen.run({ id })) toast(t("calendar.reopened", { name }));
    },
    undoLast: () => void last.current?.(),
  };
}
