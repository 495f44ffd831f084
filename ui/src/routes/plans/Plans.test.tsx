import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { emit } from "@tauri-apps/api/event";
import { expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { Board, Catalogue, ClientHit, DecidePlan, DraftPlan, Me, Plan, PlanLine, Procedure, VisitCard } from "../../api/generated";

const everybody: Me["permissions"] = ["work", "see_board", "see_treatments", "draft_plans", "consult"];
const doctor: Me = { staffId: "p2", name: "Dr. Zhou", roles: ["doctor"], permissions: [...everybody, "approve_plans", "write_treatments"] };
const consultant: Me = { staffId: "p4", name: "Xu", roles: ["consultant"], permissions: everybody };
const procedure = (id: string, name: string, change: Partial<Procedure>): Procedure => ({ id, name, standardName: name, specialty: "dermatology", level: null, listPrice: null, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active: true, ...change });
const catalogue: Catalogue = { procedures: [procedure("c1", "Botox", { listPrice: 298_000 }), procedure("c6", "Lid", { specialty: "surgery", listPrice: 1_280_000 })], products: [], rooms: [], equipment: [] };
const ann: ClientHit = { id: "k1", name: "Ann", memberNumber: "A1", sex: "female", age: 30, phone: null, lastVisitAt: null, visits: 1, hasAlert: false };
const card: VisitCard = { id: "v1", client: ann, step: "consulting", stepSince: Date.now(), arrivedAt: Date.now(), doctor: null, consultant: null, room: null, procedure: "c1", numbingUntil: null, leftAt: null, alerts: [], hasTriage: true, outcome: null };
const line = (of: Procedure | undefined, alternative = 0): PlanLine => ({ id: `l-${of?.id ?? ""}`, alternative, procedure: of?.id ?? "", name: of?.name ?? "", standardName: of?.name ?? "", specialty: of?.specialty ?? "surgery", listPrice: null, price: of?.listPrice ?? null, sessions: 1, note: "" });
const [botox, lid] = catalogue.procedures;
const proposed: Plan = { id: "plan1", client: "k1", visit: "v1", state: "draft", missing: ["dermatology", "surgery"], closedReason: null, versions: [{ id: "pv1", note: "", at: Date.now(), by: "Xu", lines: [line(botox), line(lid), line(botox, 1)], decisions: [], agreed: null }] };

async function openPanel(me: Me, plans: Plan[], more: Answers = {}) {
  const user = userEvent.setup();
  const board: Board = { day: "2026-11-22", steps: ["arrived", "consulting", "left"], cautionMinutes: 30, visits: [card], coming: [], forgotten: [] };
  openDesk({
    "desk.state": () => deskState({ me }),
    "visits.board": () => board,
    "staff.all": () => [{ id: "p2", name: "Dr. Zhou", phone: null, roles: ["doctor"], active: true, registrations: [], permittedProcedures: [] }],
    "catalogue.all": () => catalogue,
    "settings.all": () => [],
    "plans.of_client": () => structuredClone(plans),
    "plans.waiting": () => [],
    "treatments.list": () => [],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    ...more,
  });
  await user.click(await screen.findByTestId("board-card-v1"));
  await screen.findByTestId("visit-plans");
  return user;
}

test("a consultant proposes two procedures, with the list price of all sessions", async () => {
  const drafted: DraftPlan[] = [];
  const user = await openPanel(consultant, [], { "plans.draft": (input) => { drafted.push(input); return "pv1"; } });
  screen.getByTestId("plan-new").focus();
  await user.keyboard("{Enter}");
  const search = within(await screen.findByTestId("plan-add-procedure")).getByRole("combobox");
  await waitFor(() => { expect(document.activeElement).toBe(search); });
  for (const [typed, name] of [["bot", "Botox"], ["lid", "Lid"]] as const) {
    await user.keyboard(typed);
    const options = await screen.findAllByText(new RegExp(name), { selector: ".ant-select-item-option-content *" });
    expect(options).toHaveLength(1);
    await user.click(options[0] ?? search);
  }
  const [sessions] = await screen.findAllByTestId("plan-sessions");
  if (!sessions) throw new Error("a line");
  await user.clear(sessions);
  await user.type(sessions, "3");
  expect(screen.getByTestId("plan-total").textContent).toContain("21,740.00");
  expect(await stumbles(screen.getByTestId("plan-editor"))).toEqual([]);
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => { expect(drafted).toHaveLength(1); });
  expect(drafted[0]).toEqual({
    id: null, client: "k1", visit: "v1", note: "",
    lines: [{ alternative: 0, procedure: "c1", sessions: 3, price: 894_000, note: "" }, { alternative: 0, procedure: "c6", sessions: 1, price: 1_280_000, note: "" }],
  });
  await waitFor(() => { expect(screen.queryByTestId("plan-editor")).toBeNull(); });
});

test("without anything recommended nothing is submitted, and it is said why", async () => {
  const user = await openPanel(consultant, []);
  await user.click(screen.getByTestId("plan-new"));
  await user.click(await screen.findByTestId("plan-save"));
  expect(screen.getByTestId("plan-lacks").textContent).toContain("推荐");
});

test("who is not registered is told for what, before and after", async () => {
  const decided: DecidePlan[] = [];
  const user = await openPanel(doctor, [proposed], {
    "plans.decide": (input) => { decided.push(input); return input.approve ? refuse("doctor_not_registered", "version", { specialties: "dermatology,surgery" }) : null; },
  });
  await user.click(screen.getByTestId("plan-card"));
  expect((await screen.findByTestId("plan-not-registered")).textContent).toContain("美容皮肤科、美容外科");
  await user.click(screen.getByTestId("plan-approve"));
  expect((await screen.findByTestId("failure")).textContent).toContain("美容皮肤科、美容外科的主诊医师");
  await user.click(screen.getByTestId("plan-send-back"));
  await user.type(screen.getByTestId("plan-reason"), "price{Enter}");
  await waitFor(() => { expect(decided.at(-1)).toEqual({ version: "pv1", approve: false, reason: "price" }); });
  expect(await stumbles(screen.getByTestId("plan-view"))).toEqual([]);
});

test("the client agrees to an alternative, the consultation ends, and a line is begun", async () => {
  const approved: Plan = structuredClone({ ...proposed, state: "approved", missing: [] });
  const did: unknown[] = [];
  const note = (what: unknown) => { did.push(what); return null; };
  const user = await openPanel(doctor, [approved], {
    "plans.agree": (input) => {
      Object.assign(approved, { state: "agreed" });
      Object.assign(approved.versions[0] ?? {}, { agreed: input.alternative });
      void emit("changed", { tags: ["treatments"] });
      return note(input);
    },
    "plans.of_client": () => [structuredClone(approved)],
    "consultations.end": (input) => { note(input); return "o1"; },
    "treatments.start": (input) => { note(input); return "t1"; },
    "treatments.open": () => refuse("not_found"),
  });
  await user.click(screen.getByTestId("plan-card"));
  await user.click(within(await screen.findByTestId("plan-alternative-1")).getByTestId("plan-agree"));
  await user.click(await screen.findByTestId("plan-outcome"));
  await user.click(within(screen.getByTestId("plan-alternative-1")).getByTestId("treatment-start"));
  await waitFor(() => { expect(did).toHaveLength(3); });
  expect(did).toEqual([
    { version: "pv1", alternative: 1 },
    { visit: "v1", outcome: "agreed", reason: "", note: "" },
    { client: "k1", visit: "v1", procedure: "c1", planLine: "l-c1" },
  ]);
});
