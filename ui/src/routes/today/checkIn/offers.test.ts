import { expect, test } from "vitest";
import type { Appointment, ClientHit } from "../../../api/generated";
import { offersFor } from "./offers";

const hit = (id: string, name: string): ClientHit => ({ id, name, memberNumber: id, sex: "female", age: null, phone: null, lastVisitAt: null, visits: 0, hasAlert: false });
const appointment = (id: string, client: ClientHit, startsAt: number): Appointment => ({
  id, client, doctor: null, room: null, equipment: null, procedure: null, startsAt, endsAt: startsAt + 1, status: "booked", cancelReason: null, clashReason: null, note: "",
});
const ann = hit("1", "Ann");
const bea = hit("2", "Bea");
const ada = hit("3", "Ada");

test("without a query those expected today are offered, each once with the earliest appointment", () => {
  const offers = offersFor(" ", [appointment("a", ann, 1), appointment("b", bea, 2), appointment("c", ann, 3)], [ada]);
  expect(offers.map(({ appointment: id }) => id)).toEqual(["a", "b"]);
});

test("who is expected stands before a better match who is not", () => {
  const offers = offersFor("a", [appointment("b", bea, 2)], [ada, ann, bea]);
  expect(offers.map(({ client }) => client.name)).toEqual(["Bea", "Ada", "Ann"]);
});

test("an expected client is found by name though the search cut them off", () => {
  expect(offersFor("be", [appointment("b", bea, 2)], []).map(({ appointment: id }) => id)).toEqual(["b"]);
});
