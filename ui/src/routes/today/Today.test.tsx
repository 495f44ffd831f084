import { emit } from "@tauri-apps/api/event";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { Appointment, Board, CheckIn, ClientHit, Me, VisitCard } from "../../api/generated";

const me: Me = { staffId: "p1", name: "Rose", roles: ["reception"], permissions: ["work", "see_clients", "edit_clients", "see_board", "run_visits", "see_health", "edit_health", "consult"] };
const hit = (id: string, name: string): ClientHit => ({ id, name, memberNumber: `A00000${id}`, sex: "female", age: 30, phone: null, lastVisitAt: null, visits: 1, hasAlert: false });
const ann = hit("1", "Ann");
const bea = hit("2", "Bea");
const card = (id: string, client: ClientHit, step: string): VisitCard => ({
  id, client, step, stepSince: Date.now() - 45 * 60_000, arrivedAt: Date.now() - 60 * 60_000, doctor: null, consultant: null, room: null, procedure: null,
  numbingUntil: null, leftAt: null, alerts: [{ kind: "allergy", substance: "penicillin", severity: "severe" }], hasTriage: true, outcome: null,
});
const expected: Appointment = {
  id: "a1", client: bea, doctor: null, room: null, equipment: null, procedure: null, startsAt: Date.now(), endsAt: Date.now() + 1, status: "booked", cancelReason: null, clashReason: null, note: "",
};

function open(more: Answers = {}) {
  const board: Board = { day: "2026-11-22", steps: ["arrived", "consulting", "left"], cautionMinutes: 30, visits: [card("v1", ann, "arrived")], coming: [expected], forgotten: [] };
  const moves: string[] = [];
  const arrivals: CheckIn[] = [];
  const put = (step: string) => {
    board.visits = board.visits.map((visit) => ({ ...visit, step }));
    void emit("changed", { tags: ["visits"] });
    return null;
  };
  const view = openDesk({
    "desk.state": () => deskState({ me }),
    "visits.board": () => ({ ...board }),
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "clients.find": ({ query }) => [ann, bea].filter(({ name }) => name.toLowerCase().includes(query.toLowerCase())),
    "visits.move": ({ to }) => { moves.push(to); return put(to); },
    "visits.undo_move": () => { moves.push("undo"); return put("arrived"); },
    "visits.check_in": (input) => {
      arrivals.push(input);
      return { visit: "v2", alerts: [{ kind: "allergy", substance: "penicillin", severity: "severe" }], points: 5 };
    },
    ...more,
  });
  return { view, moves, arrivals };
}

test("the board says who waits where, how long, and of what to beware", async () => {
  open();
  const found = await screen.findByTestId("board-card-v1");
  expect(found.textContent).toContain("Ann");
  expect(found.textContent).toContain("penicillin");
  expect(found.querySelector("[data-late]")).not.toBeNull();
  expect(screen.getByTestId("board-column-arrived").contains(found)).toBe(true);
  expect(await stumbles()).toEqual([]);
});

test("J, right and U move a person on and back without a mouse", async () => {
  const user = userEvent.setup();
  const { moves } = open();
  await screen.findByTestId("board-card-v1");
  await user.keyboard("j");
  await user.keyboard("{ArrowRight}");
  await waitFor(() => { expect(screen.getByTestId("board-column-consulting").contains(screen.getByTestId("board-card-v1"))).toBe(true); });
  expect(document.activeElement).toBe(screen.getByTestId("board-card-v1"));
  await user.keyboard("u");
  await waitFor(() => { expect(moves).toEqual(["consulting", "undo"]); });
});

test("a returning client is checked in with a key, three letters, Enter and Enter", async () => {
  const user = userEvent.setup();
  const { arrivals } = open();
  await screen.findByTestId("board-card-v1");
  await user.keyboard("{F3}");
  await user.type(await screen.findByTestId("check-in-search"), "bea{Enter}");
  await waitFor(() => { expect(arrivals).toEqual([{ client: "2", appointment: "a1", doctor: null, procedure: null }]); });
  expect((await screen.findByTestId("arrival-alerts")).textContent).toContain("penicillin");
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByTestId("check-in-confirm")); });
  await user.keyboard("{Enter}");
  await waitFor(() => { expect(screen.queryByTestId("check-in-confirm")).toBeNull(); });
});

test("with nothing typed Enter checks in nobody, and an arrow chooses", async () => {
  const user = userEvent.setup();
  const { arrivals } = open();
  await screen.findByTestId("board-card-v1");
  await user.keyboard("{F3}");
  await screen.findByTestId("check-in-hit");
  await user.keyboard("{Enter}");
  expect(arrivals).toEqual([]);
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => { expect(arrivals).toEqual([{ client: "2", appointment: "a1", doctor: null, procedure: null }]); });
});

test("who is here already is shown where they are", async () => {
  const user = userEvent.setup();
  open({ "visits.check_in": () => refuse("already_checked_in", null, { visit: "v1" }) });
  await screen.findByTestId("board-card-v1");
  await user.keyboard("{F3}");
  await user.type(await screen.findByTestId("check-in-search"), "ann{Enter}");
  await waitFor(() => { expect(screen.getByTestId("visit-next")).toBeTruthy(); });
});
