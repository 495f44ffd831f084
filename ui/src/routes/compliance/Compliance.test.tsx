import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse } from "../../../dev/desk";
import type { CloseComplaint, ComplaintFile, ComplaintLine, ComplaintStepLine, Me, NeedsCare, Permission, TakeComplaint, TakeStep } from "../../api/generated";
import { zh } from "../../locales/zh";

const hour = 3_600_000;
const everything: Permission[] = ["work", "see_compliance", "see_complaints", "take_complaints", "close_complaints", "see_overrides", "see_treatments", "manage_staff", "see_clients"];
const someone = (permissions: Permission[]): Me => ({ staffId: "p1", name: "Shen", roles: ["owner"], permissions });
const client = { id: "k1", name: "Ann", memberNumber: "A1" };
const line = (change: Partial<ComplaintLine> = {}): ComplaintLine => ({
  id: "q1", kind: "adverse_reaction", client, severity: "moderate", text: "Swollen\nsince yesterday", beganOn: null, toldAt: Date.now() - 2 * hour, dueAt: Date.now() + 22 * hour, answeredAt: null, closedAt: null, outcome: null, dropped: false,
  reported: false, signed: "s1", procedureName: "Filler", treatedOn: "2026-11-20", doctorName: "Dr. Zhou", responsible: null, responsibleName: null, ...change,
});
const step = (id: string, change: Partial<ComplaintStepLine>): ComplaintStepLine => ({
  id, kind: "answered", text: "", severity: null, responsibleName: null, reportNumber: null, outcome: null, takesBack: null, takenBack: false, at: Date.now(), by: "Shen", ...change,
});
const care: NeedsCare[] = [
  { care: "now", on: "2026-01-01", matter: { kind: "complaint", complaint: line() } },
  { care: "now", on: "2026-01-01", matter: { kind: "override", overridden: { id: "o1", signed: "s1", sale: null, client, procedureName: "Filler", by: "Dr. Zhou", code: "no_consent", detail: "Form 1", reason: "urgent", at: Date.now(), seenAt: null, seenBy: null } } },
  { care: "month", on: "2099-01-01", matter: { kind: "registration", staff: "p2", name: "Dr. Zhou", specialty: "surgery" } },
  { care: "soon", on: "2099-02-01", matter: { kind: "clinic_licence", number: "PDY1" } },
];

function open(more: Answers = {}, permissions: Permission[] = everything) {
  const file: ComplaintFile = { complaint: line(), takenBy: "Fang", takenAt: Date.now(), steps: [] };
  const sent: { seen: string[]; steps: TakeStep[]; ends: CloseComplaint[]; back: string[]; taken: TakeComplaint[] } = { seen: [], steps: [], ends: [], back: [], taken: [] };
  openDesk({
    "desk.state": () => deskState({ me: someone(permissions) }),
    "clinic.details": () => ({ name: "Jingtai", address: "", licenceNumber: "PDY1", licenceExpiresOn: null, zone: "Asia/Shanghai" }),
    "settings.all": () => [],
    "staff.all": () => [{ id: "p2", name: "Dr. Zhou", phone: null, roles: ["doctor"], active: true, registrations: [], permittedProcedures: [] }],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "clients.find": () => [],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    "compliance.desk": () => care.filter(({ matter }) => matter.kind !== "override" || sent.seen.length === 0),
    "compliance.counts": () => ({ now: 1, month: 1, soon: 1 }),
    "overrides.see": ({ id }) => { sent.seen.push(id); return null; },
    "complaints.list": () => [file.complaint],
    "complaints.open": () => structuredClone(file),
    "complaints.treatments_of": () => [{ signed: "s1", day: "2026-11-20", procedureName: "Filler", doctorName: "Dr. Zhou" }],
    "complaints.take": (input) => { sent.taken.push(input); return "q1"; },
    "complaints.step": (input) => {
      sent.steps.push(input);
      file.steps.push(step("w1", { text: "text" in input.step ? input.step.text : "" }));
      file.complaint = { ...file.complaint, answeredAt: Date.now() };
      return "w1";
    },
    "complaints.close": (input) => { sent.ends.push(input); return "w2"; },
    "complaints.take_back": ({ id }) => { sent.back.push(id); return "w3"; },
    ...more,
  });
  return sent;
}

/** From the desk: a long list draws no rows where nothing has a size. */
async function openComplaint() {
  await userEvent.click(await screen.findByTestId("rail-compliance"));
  await userEvent.type(await screen.findByTestId("compliance-filter"), "swollen");
  await userEvent.click(await screen.findByTestId("matter-open"));
  await screen.findByTestId("complaint-page");
}

test("what needs care stands in its column, and the rail says how much waits now", async () => {
  open();
  expect((await screen.findByTestId("compliance-count")).textContent).toBe("1");
  await userEvent.click(screen.getByTestId("rail-compliance"));
  const column = async (level: string) => within(await screen.findByTestId(`care-${level}`));
  expect((await column("now")).getAllByText(/Ann/)).toHaveLength(2);
  expect((await column("now")).getByText(/还有 2[12] 小时/)).toBeTruthy();
  expect((await column("month")).getByText(/Dr. Zhou/)).toBeTruthy();
  expect((await column("soon")).getByText("PDY1")).toBeTruthy();
  await userEvent.type(screen.getByTestId("compliance-filter"), "zhou");
  expect(screen.getAllByTestId("matter")).toHaveLength(1);
  expect((await column("now")).getByText(zh.compliance.noneFound.replace("{{query}}", "zhou"))).toBeTruthy();
});

test("an override is noted as seen where it stands", async () => {
  const sent = open();
  await userEvent.click(await screen.findByTestId("rail-compliance"));
  await userEvent.click(await screen.findByTestId("matter-see"));
  await waitFor(() => { expect(sent.seen).toEqual(["o1"]); });
});

test("what was sold without a plan opens its sale, for who may see money", async () => {
  const opened: string[] = [];
  const sold: NeedsCare = { care: "now", on: "2026-01-01", matter: { kind: "override", overridden: { id: "o2", signed: null, sale: "sale7", client, procedureName: "Filler", by: "Chen", code: "no_plan", detail: "", reason: "urgent", at: Date.now(), seenAt: null, seenBy: null } } };
  const more: Answers = { "compliance.desk": () => [sold], "sales.open": ({ id }) => { opened.push(id); return refuse("not_found", "id"); } };
  open(more, [...everything, "see_money"]);
  await userEvent.click(await screen.findByTestId("rail-compliance"));
  expect((await screen.findByTestId("matter")).textContent).toMatch(/无已批准方案售出.*Ann · Filler/);
  await userEvent.click(screen.getByTestId("matter-open"));
  await waitFor(() => { expect(opened).toEqual(["sale7"]); });
  cleanup();
  open(more, everything);
  await userEvent.click(await screen.findByTestId("rail-compliance"));
  expect(await screen.findByTestId("matter")).toBeTruthy();
  expect(screen.queryByTestId("matter-open")).toBeNull();
});

test("what a person may not open is no link", async () => {
  open({}, ["work", "see_compliance"]);
  await userEvent.click(await screen.findByTestId("rail-compliance"));
  expect(await screen.findAllByTestId("matter")).toHaveLength(4);
  // The clinic's details are everybody's to read.
  expect(screen.getAllByTestId("matter-open")).toHaveLength(1);
  expect(screen.queryByTestId("matter-see")).toBeNull();
});

test("reception has the complaints and no desk", async () => {
  open({}, ["work", "see_complaints", "take_complaints"]);
  await userEvent.click(await screen.findByTestId("rail-compliance"));
  expect(await screen.findByText(zh.common.rows.replace("{{rows}}", "1"))).toBeTruthy();
  expect(screen.queryByTestId("compliance-tab-desk")).toBeNull();
  expect(screen.queryByTestId("compliance-count")).toBeNull();
});

test("an answer is noted by Ctrl+Enter and can be taken back", async () => {
  const sent = open();
  await openComplaint();
  expect(screen.getByTestId("complaint-text").textContent).toBe("Swollen\nsince yesterday");
  await userEvent.click(screen.getByTestId("complaint-do-answered"));
  await userEvent.type(screen.getByTestId("complaint-step-text"), "Come back at once{Control>}{Enter}{/Control}");
  await waitFor(() => { expect(sent.steps).toEqual([{ complaint: "q1", step: { kind: "answered", text: "Come back at once" } }]); });
  await userEvent.click(await screen.findByTestId("undo"));
  await waitFor(() => { expect(sent.back).toEqual(["w1"]); });
});

test("what is refused stands at its field, and what was typed stays", async () => {
  open({ "complaints.close": () => refuse("too_long", "reason", { max: "200" }) });
  await openComplaint();
  await userEvent.click(screen.getByTestId("complaint-do-dropped"));
  await userEvent.type(screen.getByTestId("complaint-step-text"), "wrong person");
  await userEvent.click(screen.getByTestId("complaint-step-ok"));
  const form = screen.getByTestId("complaint-form");
  expect(await within(form).findByText(/200/)).toBeTruthy();
  expect(screen.getByTestId<HTMLTextAreaElement>("complaint-step-text").value).toBe("wrong person");
});

test("it is not closed without an outcome", async () => {
  const sent = open();
  await openComplaint();
  await userEvent.click(screen.getByTestId("complaint-do-closed"));
  await userEvent.type(screen.getByTestId("complaint-step-text"), "gone");
  await userEvent.click(screen.getByTestId("complaint-step-ok"));
  expect(await screen.findByText(zh.common.required)).toBeTruthy();
  await userEvent.click(screen.getByTestId("complaint-outcome-recovered"));
  await userEvent.click(screen.getByTestId("complaint-step-ok"));
  await waitFor(() => { expect(sent.ends).toEqual([{ complaint: "q1", end: { kind: "closed", outcome: "recovered", text: "gone" } }]); });
});

test("who may not close is not offered to", async () => {
  open({}, everything.filter((permission) => permission !== "close_complaints"));
  await openComplaint();
  expect(screen.queryByTestId("complaint-do-closed")).toBeNull();
  expect(screen.getByTestId("complaint-do-answered")).toBeTruthy();
});
