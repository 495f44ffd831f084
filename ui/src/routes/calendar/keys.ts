/** The calendar's keys: days and views, and the appointment that has the focus. */
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api/generated";
import { useShortcut } from "../../app/shortcuts";
import { minuteOf } from "../../components/zonedTime";
import type { Column } from "./columns";
import type { Place } from "./place";
import { type AppointmentActs, isOpen } from "./useAppointmentActs";

export function usePlaceKeys(place: Place, onNew: (() => void) | undefined, undoLast: () => void): void {
  const { t } = useTranslation();
  const grid = place.view !== "list";
  useShortcut("T", t("calendar.keys.today"), () => { place.go({ day: place.today }); });
  useShortcut("ArrowLeft", t("calendar.keys.dayBack"), () => { place.step(-1); });
  useShortcut("ArrowRight", t("calendar.keys.dayOn"), () => { place.step(1); });
  useShortcut("PageUp", t("calendar.keys.weekBack"), () => { place.step(-1, true); }, { when: grid });
  useShortcut("PageDown", t("calendar.keys.weekOn"), () => { place.step(1, true); }, { when: grid });
  useShortcut("D", t("calendar.keys.day"), () => { place.show("day"); });
  useShortcut("W", t("calendar.keys.week"), () => { place.show("week"); });
  useShortcut("L", t("calendar.keys.list"), () => { place.show("list"); });
  useShortcut("N", t("calendar.keys.new"), () => onNew?.(), { when: onNew !== undefined });
  useShortcut("U", t("calendar.keys.undo"), undoLast);
}

interface BlockKeys {
  active: boolean;
  columns: readonly Column[];
  current: string | null;
  slot: number;
  zone: string;
  mayEdit: boolean;
  acts: AppointmentActs;
  onMove: (appointment: Appointment, column: Column | null, from: number, to: number) => void;
}

const blockOf = (id: string) => document.querySelector<HTMLElement>(`[data-appointment="${id}"]`);

export function useBlockKeys({ active, columns, current, slot, zone, mayEdit, acts, onMove }: BlockKeys): void {
  const { t } = useTranslation();
  const focused = useFocusedBlock();
  const follow = useRef<string | null>(null);
  const all = columns.flatMap((column) => column.appointments);
  const at = all.findIndex(({ id }) => id === current);
  const appointment = focused !== null ? all.find(({ id }) => id === focused) : undefined;

  // A block moved to another column is made anew: the focus goes with it.
  useEffect(() => {
    const id = follow.current;
    if (id !== null && document.activeElement === document.body) blockOf(id)?.focus();
  });

  const walk = (by: number) => {
    const next = all[at === -1 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))];
    if (next) blockOf(next.id)?.focus();
  };
  const shift = (minutes: number, longer: number, aside: number) => {
    if (!appointment) return;
    const column = columns.findIndex(({ appointments }) => appointments.includes(appointment));
    const target = aside === 0 ? null : columns[column + aside];
    if (target === undefined) return;
    const from = minuteOf(appointment.startsAt, zone) + minutes;
    const lasts = Math.round((appointment.endsAt - appointment.startsAt) / 60_000) + longer;
    if (from < 0 || lasts < slot) return;
    follow.current = appointment.id;
    onMove(appointment, target, from, from + lasts);
  };
  const moves = { when: active && mayEdit && appointment !== undefined && isOpen(appointment) };
  useShortcut("J", t("calendar.keys.next"), () => { walk(1); }, { when: active });
  useShortcut("K", t("calendar.keys.previous"), () => { walk(-1); }, { when: active });
  useShortcut("ArrowDown", t("calendar.keys.next"), () => { walk(1); }, { when: active });
  useShortcut("ArrowUp", t("calendar.keys.previous"), () => { walk(-1); }, { when: active });
  useShortcut("Alt+ArrowUp", t("calendar.keys.earlier"), () => { shift(-slot, 0, 0); }, moves);
  useShortcut("Alt+ArrowDown", t("calendar.keys.later"), () => { shift(slot, 0, 0); }, moves);
  useShortcut("Alt+ArrowLeft", t("calendar.keys.left"), () => { shift(0, 0, -1); }, moves);
  useShortcut("Alt+ArrowRight", t("calendar.keys.right"), () => { shift(0, 0, 1); }, moves);
  useShortcut("Alt+Shift+ArrowUp", t("calendar.keys.shorter"), () => { shift(0, -slot, 0); }, moves);
  useShortcut("Alt+Shift+ArrowDown", t("calendar.keys.longer"), () => { shift(0, slot, 0); }, moves);
  useShortcut("C", t("calendar.keys.confirm"), () => { if (appointment) void acts.confirm(appointment); }, moves);
  useShortcut("A", t("calendar.keys.arrived"), () => { if (appointment) void acts.arrive(appointment); }, moves);
}

/** Which block has the focus now; null while it is elsewhere, as in the drawer. */
function useFocusedBlock(): string | null {
  const [focused, setFocused] = useState<string | null>(null);
  useEffect(() => {
    const look = () => {
      const element = document.activeElement;
      setFocused(element instanceof HTMLElement ? (element.dataset["appointment"] ?? null) : null);
    };
    // The focus has left before it has arrived: looked at once it has.
    const later = () => { window.setTimeout(look, 0); };
    window.addEventListener("focusin", look);
    window.addEventListener("focusout", later);
    return () => {
      window.removeEventListener("focusin", look);
      window.removeEventListener("focusout", later);
    };
  }, []);
  return focused;
}
