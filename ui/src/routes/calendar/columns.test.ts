import { expect, test } from "vitest";
import type { Appointment } from "../../api/generated";
import { lanesOf } from "./columns";

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
