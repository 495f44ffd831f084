import { expect, test } from "vitest";
import type { Appointment, Calendar, Leave, StaffMember, WorkingHours } from "../../api/generated";
import type { Directory } from "../../components/directory";
import { instantOf } from "../../components/zonedTime";
import { columnsFor, lanesOf } from "./columns";
import type { Place } from "./place";

const from = (id: string, startsAt: number, endsAt: number): Appointment => ({
  id, client: { id: "1", name: "Ann", memberNumber: "1", sex: "female", age: null, phone: null, lastVisitAt: null, visits: 0, hasAlert: false },
  doctor: null, room: null, equipment: null, procedure: null, startsAt, endsAt, status: "booked", cancelReason: null, clashReason: null, note: "",
});

test("what does not overlap has the whole width", () => {
  const lanes = lanesOf([from("a", 0, 10), from("b", 10, 20)]);
  expect(lanes.get("a")).toEqual({ lane: 0, of: 1 });
  expect(lanes.get("b")).toEqual({ lane: 0, of: 1 });
});

test("a chain of overlaps shares as few lanes as it needs", () => {
  const lanes = lanesOf([from("a", 0, 30), from("b", 10, 20), from("c", 20, 40), from("d", 50, 60)]);
  expect(lanes.get("a")).toEqual({ lane: 0, of: 2 });
  expect(lanes.get("b")).toEqual({ lane: 1, of: 2 });
  expect(lanes.get("c")).toEqual({ lane: 1, of: 2 });
  expect(lanes.get("d")).toEqual({ lane: 0, of: 1 });
});

const zone = "Asia/Shanghai";
const monday = "2026-11-23";
const closedOn = (hours: WorkingHours[], leaves: Leave[], doctors = ["ann", "bea"]) => {
  const place = { view: "week", by: "doctor", who: null, day: monday, days: [monday] } as unknown as Place;
  const calendar: Calendar = { dayStarts: 540, dayEnds: 1200, slot: 15, appointments: [], hours, leaves };
  const directory = { doctors: doctors.map((id) => ({ id }) as StaffMember), rooms: [] } as unknown as Directory;
  return columnsFor(place, calendar, directory, zone, { none: "", day: (day) => day })[0]?.closed;
};
const works = (staffId: string, starts: number, ends: number): WorkingHours => ({ staffId, weekday: 1, works: true, starts, ends });
const off = (staffId: string): WorkingHours => ({ staffId, weekday: 1, works: false, starts: 0, ends: 0 });
const leave = (staffId: string, from: number, to: number): Leave => ({ id: staffId, staffId, startsAt: instantOf(monday, from, zone), endsAt: instantOf(monday, to, zone), reason: "" });

test("a week of all doctors is closed where none of them works", () => {
  expect(closedOn([works("ann", 540, 720), works("bea", 840, 1080)], [])).toEqual([{ from: 0, to: 540 }, { from: 720, to: 840 }, { from: 1080, to: 1440 }]);
  expect(closedOn([off("ann"), off("bea")], [])).toEqual([{ from: 0, to: 1440 }]);
});

test("a leave closes what the others do not keep open", () => {
  const hours = [works("ann", 540, 1080), works("bea", 840, 1080)];
  expect(closedOn(hours, [leave("ann", 600, 900)])).toEqual([{ from: 0, to: 540 }, { from: 600, to: 840 }, { from: 1080, to: 1440 }]);
  expect(closedOn(hours, [leave("ann", -1440, 2880), leave("bea", -1440, 2880)])).toEqual([{ from: 0, to: 1440 }]);
});

test("who has no hours may be booked at any time", () => {
  expect(closedOn([off("ann")], [])).toEqual([]);
  expect(closedOn([], [], [])).toEqual([]);
});
