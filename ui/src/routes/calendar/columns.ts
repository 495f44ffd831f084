/** What stands side by side, and how what overlaps in one column shares its width. */
import type { Appointment, Calendar, Leave, RoomId, StaffId } from "../../api/generated";
import type { Directory } from "../../components/directory";
import { minuteOf, instantOf, weekdayOf } from "../../components/zonedTime";
import type { Place } from "./place";

export interface Minutes {
  from: number;
  to: number;
}

export interface Column {
  key: string;
  title: string;
  day: string;
  /** What an appointment put here takes; undefined leaves it as it is. */
  doctor?: StaffId | null;
  room?: RoomId | null;
  appointments: Appointment[];
  /** Minutes when nobody works here. */
  closed: Minutes[];
  leaves: Leave[];
}

export interface Span {
  starts: number;
  ends: number;
}

/** The hours shown: the clinic's, wider where an appointment lies outside. */
export function spanOf({ dayStarts, dayEnds, appointments }: Calendar, zone: string): Span {
  const starts = appointments.map(({ startsAt }) => minuteOf(startsAt, zone));
  const ends = appointments.map(({ startsAt, endsAt }) => minuteOf(startsAt, zone) + Math.round((endsAt - startsAt) / 60_000));
  return { starts: Math.floor(Math.min(dayStarts, ...starts) / 60) * 60, ends: Math.min(1440, Math.ceil(Math.max(dayEnds, ...ends) / 30) * 30) };
}

export function columnsFor(place: Place, calendar: Calendar, directory: Directory, zone: string, words: { none: string; day: (day: string) => string }): Column[] {
  const { by, days, who, view } = place;
  const ofDay = (day: string) => {
    const from = instantOf(day, 0, zone);
    const until = instantOf(day, 1440, zone);
    return calendar.appointments.filter(({ startsAt }) => startsAt >= from && startsAt < until);
  };
  const times = (doctor: StaffId | null | undefined, day: string) => {
    if (doctor === null || doctor === undefined) return { closed: [], leaves: [] };
    const from = instantOf(day, 0, zone);
    const until = instantOf(day, 1440, zone);
    return {
      closed: closedHours(calendar, doctor, day),
      leaves: calendar.leaves.filter(({ staffId, startsAt, endsAt }) => staffId === doctor && startsAt < until && endsAt > from),
    };
  };
  if (view === "week") {
    return days.map((day) => ({
      key: day,
      title: words.day(day),
      day,
      ...(who === null ? {} : { [by]: who }),
      appointments: ofDay(day).filter((appointment) => who === null || appointment[by] === who),
      ...(who === null && by === "doctor" ? { closed: nobodyWorks(calendar, directory, day, zone), leaves: [] } : times(by === "doctor" ? who : null, day)),
    }));
  }
  const day = days[0] ?? place.day;
  const all = ofDay(day);
  const people: readonly { id: string; name: string }[] = by === "doctor" ? directory.doctors : directory.rooms.filter((room) => room.active);
  const known = new Set(people.map(({ id }) => id));
  const others = [...new Set(all.flatMap((appointment) => appointment[by] ?? []))].filter((id) => !known.has(id)).map((id) => ({ id, name: directory.name(id) }));
  const columns: Column[] = [...people, ...others].map(({ id, name }) => ({
    key: id,
    title: name,
    day,
    [by]: id,
    appointments: all.filter((appointment) => appointment[by] === id),
    ...times(by === "doctor" ? id : null, day),
  }));
  const loose = all.filter((appointment) => appointment[by] === null);
  if (loose.length > 0 || columns.length === 0) columns.push({ key: "none", title: words.none, day, [by]: null, appointments: loose, closed: [], leaves: [] });
  return columns;
}

function closedHours({ hours }: Calendar, doctor: StaffId, day: string): Minutes[] {
  const regular = hours.find(({ staffId, weekday }) => staffId === doctor && weekday === weekdayOf(day));
  if (!regular) return [];
  return regular.works ? [{ from: 0, to: regular.starts }, { from: regular.ends, to: 1440 }] : [{ from: 0, to: 1440 }];
}

const wholeDay: readonly Minutes[] = [{ from: 0, to: 1440 }];

/** What is left of `minutes` where none of `taken` is. */
function without(minutes: readonly Minutes[], taken: readonly Minutes[]): Minutes[] {
  return taken.reduce<Minutes[]>(
    (left, hole) => left.flatMap(({ from, to }) => [{ from, to: Math.min(to, hole.from) }, { from: Math.max(from, hole.to), to }]).filter(({ from, to }) => from < to),
    [...minutes],
  );
}

/** Where the doctors share a column: the hours in which none of them is there, by their hours and their leaves. */
function nobodyWorks(calendar: Calendar, { doctors }: Directory, day: string, zone: string): Minutes[] {
  if (doctors.length === 0) return [];
  const midnight = instantOf(day, 0, zone);
  const minute = (instant: number) => (instant - midnight) / 60_000;
  return doctors.reduce<Minutes[]>((nobody, { id }) => {
    const away = calendar.leaves.filter(({ staffId }) => staffId === id).map(({ startsAt, endsAt }) => ({ from: minute(startsAt), to: minute(endsAt) }));
    return without(nobody, without(wholeDay, [...closedHours(calendar, id, day), ...away]));
  }, [...wholeDay]);
}

export interface Lane {
  lane: number;
  of: number;
}

/** Those who overlap stand beside each other. */
export function lanesOf(appointments: readonly Appointment[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>();
  let group: Appointment[] = [];
  let free: number[] = [];
  let groupEnds = -Infinity;
  const close = () => {
    for (const { id } of group) lanes.set(id, { lane: lanes.get(id)?.lane ?? 0, of: free.length });
  };
  for (const appointment of appointments.toSorted((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt)) {
    if (appointment.startsAt >= groupEnds) {
      close();
      group = [];
      free = [];
    }
    const open = free.findIndex((until) => until <= appointment.startsAt);
    const lane = open === -1 ? free.length : open;
    free[lane] = appointment.endsAt;
    groupEnds = Math.max(groupEnds, appointment.endsAt);
    group.push(appointment);
    lanes.set(appointment.id, { lane, of: 1 });
  }
  close();
  return lanes;
}
