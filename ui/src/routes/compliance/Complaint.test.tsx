import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import { fold } from "../../../dev/fold";
import type { Board, ClientFile, ClientHit, ComplaintFile, ComplaintLine, ComplaintStepLine, Consent, Failure, Me, NeedsCare, SignedTreatment, TakeComplaint, TreatmentBody, VisitCard } from "../../api/generated";
import { zh } from "../../locales/zh";
import type { PastRecord } from "../traces/unfold";

const hour = 3_600_000;
const me: Me = { staffId: "p1", name: "Shen", roles: ["owner"], permissions: ["work", "see_board", "see_clients", "see_treatments", "note_consents", "see_compliance", "see_complaints", "take_complaints", "close_complaints", "see_overrides", "manage_staff"] };
const ann = { id: "k1", name: "Ann", memberNumber: "A1" };
const hit: ClientHit = { ...ann, sex: "female", age: 30, phone: null, lastVisitAt: null, visits: 1, hasAlert: false };
const file: ClientFile = {
  ...ann, memberCode: "JT1:A1", memberQr: "<svg/>", otherNames: "", sex: "female", birthday: null, birthdayThisYear: null, age: 30, phones: [], wechat: null, idNumber: null, guardian: null, emergency: null, source: null, referrer: null,
  skinType: null, preferences: "", notes: "", tags: [], assignments: [], dataConsents: [], joined: [], possibleDuplicates: [], visits: [], createdAt: 0,
};
const complaint: ComplaintLine = {
  id: "q1", kind: "adverse_reaction", client: ann, severity: "moderate", text: "Swollen", beganOn: null, toldAt: Date.now() - 2 * hour, dueAt: Date.now() + 22 * hour, answeredAt: Date.now() - hour, closedAt: null, outcome: null, dropped: false,
  reported: false, signed: "s1", procedureName: "Filler", treatedOn: "2026-11-20", doctorName: "Dr. Zhou", responsible: null, responsibleName: null,
};
const step = (id: string, change: Partial<ComplaintStepLine>): ComplaintStepLine => ({ id, kind: "noted", text: "", severity: null, responsibleName: null, reportNumber: null, outcome: null, takesBack: null, takenBack: false, at: Date.now(), by: "Shen", ...change });
const steps = [step("w1", { text: "wrong number", takenBack: true }), step("w2", { kind: "taken_back", takesBack: "w1", by: "Lin" }), step("w3", { kind: "answered", text: "come back" }), step("w4", { kind: "closed", outcome: "settled", text: "over" }), step("w5", { kind: "reopened", text: "not over" })];
const body: TreatmentBody = {
  doctor: "p2", assistants: [], indication: "", anaesthesia: { method: "none", minutes: 0, note: "" }, energy: [], uses: [], course: "", reactions: "", advice: "", nextOn: null, prescription: [], funding: { kind: "entitlement", entitlement: null, reason: "" },
};
const signed: SignedTreatment = {
  id: "s1", totals: [], sha256: "ab".repeat(32), whole: true, amendments: [], amended: body, withdrawal: null, overrides: [],
  text: {
    format: 1, treatment: "t1", client: ann, visit: null, procedure: { id: "c1", name: "Filler", standardName: "Injection", specialty: "dermatology", consentTemplate: "" }, level: null, listPrice: null, doctor: { id: "p2", name: "Dr. Zhou", practiceNumber: "1" },
    assistants: [], body, products: [], batches: [], equipment: [], photos: [], signedAt: Date.now(), prescriptionNumber: null, overrides: [],
  },
};
const record: PastRecord = {
  id: "s1", at: Date.now(), procedure: "c1", procedureName: "Filler", doctorName: "Dr. Zhou", devices: [], reactions: "", amendments: 0, photos: 0, withdrawn: false, sites: [], uses: [], points: [],
  complaints: [{ id: "q1", kind: "adverse_reaction", severity: "moderate", text: "Swollen", open: true }],
};
const visit: VisitCard = {
  id: "v1", client: hit, step: "arrived", stepSince: Date.now(), arrivedAt: Date.now(), doctor: null, consultant: null, room: null, procedure: null, numbingUntil: null, leftAt: null, hasTriage: true, outcome: null,
  alerts: [{ kind: "complaint", complaint: "q1", of: "adverse_reaction", severity: "moderate", text: "Swollen", closed: false }],
};
const board: Board = { day: "2026-11-22", steps: ["arrived", "left"], cautionMinutes: 30, visits: [visit], coming: [], forgotten: [] };
const care: NeedsCare[] = [
  { care: "now", on: "2026-01-01", matter: { kind: "override", overridden: { id: "o1", signed: "s1", sale: null, client: ann, procedureName: "Filler", by: "Dr. Zhou", code: "no_consent", detail: "Form 1", reason: "urgent", at: Date.now(), seenAt: null, seenBy: null } } },
  { care: "now", on: "2026-01-02", matter: { kind: "complaint", complaint } },
  { care: "month", on: "2099-01-01", matter: { kind: "registration", staff: "p2", name: "Dr. Zhou", specialty: "surgery" } },
];
const consent: Consent = { id: "co1", procedure: "c1", form: "Form 1", doctor: "p2", doctorName: "Dr. Zhou", signedOn: "2026-11-20", note: "", scanned: false, valid: true, withdrawnReason: null };

function open(more: Answers = {}) {
  const opened: ComplaintFile = { complaint, takenBy: "Fang", takenAt: Date.now(), steps };
  const sent: { taken: TakeComplaint[]; back: string[]; drafts: string[]; scans: [string, number][] } = { taken: [], back: [], drafts: [], scans: [] };
  openDesk({
    "desk.state": () => deskState({ me }),
    "visits.board": () => board,
    "settings.all": () => [],
    "staff.all": () => [{ id: "p2", name: "Dr. Zhou", phone: null, roles: ["doctor"], active: true, registrations: [], permittedProcedures: [] }],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "clients.find": () => [hit],
    "clients.open": () => file,
    "plans.of_client": () => [],
    "treatments.list": () => [],
    "treatments.signed_of": () => [],
    "treatments.signed": () => signed,
    "traces.hands": () => [],
    "traces.timeline": () => fold([record]),
    "seals.of_client": () => ({ seals: [], open: [] }),
    "consents.of_client": () => [consent],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": ({ form, body: typed }) => { sent.drafts.push(`${form} ${typed ?? ""}`); return null; },
    "compliance.desk": () => care,
    "compliance.counts": () => ({ now: 2, month: 1, soon: 0 }),
    "complaints.list": () => [complaint],
    "complaints.open": () => structuredClone(opened),
    "complaints.treatments_of": () => [{ signed: "s1", day: "2026-11-20", procedureName: "Filler", doctorName: "Dr. Zhou" }],
    "complaints.take": (input) => { sent.taken.push(input); return "q1"; },
    "complaints.take_back": ({ id }) => { sent.back.push(id); return "w6"; },
    ...more,
  });
  // jsdom's files do not give their bytes.
  Object.assign(Blob.prototype, { arrayBuffer: () => Promise.resolve(new ArrayBuffer(13)) });
  // An upload's name and input stand in its headers, which mockIPC keeps to itself.
  const internals = (window as unknown as { __TAURI_INTERNALS__: { invoke: (command: string, payload: unknown, options?: { headers: { name: string; input: string } }) => Promise<unknown> } }).__TAURI_INTERNALS__;
  const { invoke } = internals;
  internals.invoke = (command, payload, options) => {
    if (command !== "upload" || options?.headers.name !== "consents.add_scan") return invoke(command, payload, options);
    const { id } = JSON.parse(decodeURIComponent(options.headers.input)) as { id: string };
    sent.scans.push([id, (payload as Uint8Array).length]);
    // What a rejected invoke carries is a plain value.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    return sent.scans.length === 1 ? Promise.reject({ code: "invalid_picture", field: "scan", params: {} } satisfies Failure) : Promise.resolve("sc1");
  };
  return sent;
}

const person = () => userEvent.setup({ delay: null });

async function openFile() {
  const user = person();
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await screen.findByTestId("client-complaints");
  return user;
}

async function openFromDesk() {
  const user = person();
  await user.click(await screen.findByTestId("rail-compliance"));
  await user.type(await screen.findByTestId("compliance-filter"), "swollen{Enter}");
  await screen.findByTestId("complaint-page");
  return user;
}

test("J walks through what needs care, Enter opens what it is about, and Esc leads back", async () => {
  open();
  const user = person();
  await user.click(await screen.findByTestId("rail-compliance"));
  await screen.findAllByTestId("matter-open");
  await user.keyboard("jj");
  expect(document.activeElement?.textContent).toContain("Swollen");
  await user.keyboard("jk{ArrowUp}{ArrowDown}{Enter}");
  await screen.findByTestId("complaint-page");
  expect(await stumbles()).toEqual([]);
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("complaint-page")).toBeNull(); });
  await user.click(within(screen.getByTestId("care-month")).getByTestId("matter-open"));
  expect(await screen.findByTestId("screen-staff")).toBeTruthy();
  expect(await screen.findByText("Dr. Zhou", { selector: ".ant-drawer-title" })).toBeTruthy();
});

test("what was taken back stands struck out; what says how it ended is not taken back", async () => {
  const sent = open();
  const user = await openFromDesk();
  const [back, answered, closed, reopened] = await screen.findAllByTestId("complaint-step");
  expect(back?.hasAttribute("data-back")).toBe(true);
  expect(back?.textContent).toContain("wrong number");
  expect(back?.textContent).toContain(`${zh.complaints.wasTakenBack} Lin`);
  expect([back, closed, reopened].map((one) => one && within(one).queryByTestId("complaint-step-back"))).toEqual([null, null, null]);
  await user.click(within(answered as HTMLElement).getByTestId("complaint-step-back"));
  await waitFor(() => { expect(sent.back).toEqual(["w3"]); });
});

test("Esc leaves a step's form first, and what was typed waits", async () => {
  const sent = open();
  const user = await openFromDesk();
  await user.click(await screen.findByTestId("complaint-do-noted"));
  await user.type(screen.getByTestId("complaint-step-text"), "called twice{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("complaint-form")).toBeNull(); });
  expect(screen.getByTestId("complaint-page")).toBeTruthy();
  await waitFor(() => { expect(sent.drafts).toEqual([expect.stringMatching(/^complaint\.q1\.noted .*called twice/)]); });
});

test("a complaint begun in a client's file is that client's, opens once it is noted, and leads back", async () => {
  const sent = open();
  const user = await openFile();
  expect((await screen.findByTestId("complaint-line")).textContent).toContain("Swollen");
  await user.click(screen.getByTestId("client-complaint-new"));
  const text = await screen.findByTestId("complaint-new-text");
  await waitFor(() => { expect(document.activeElement).toBe(text); });
  expect(screen.getByTestId("complaint-client").textContent).toContain("Ann");
  await user.click(screen.getByTestId("complaint-new-severity-severe"));
  await user.type(text, "waited an hour{Control>}{Enter}{/Control}");
  await screen.findByTestId("complaint-page");
  // The time was left as it stood: now, by the clock of whoever writes it down.
  expect(sent.taken).toEqual([{ client: "k1", kind: "complaint", severity: "severe", text: "waited an hour", signed: null, beganOn: null, responsible: null, toldAt: null }]);
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.getByTestId("client-page").closest('[style*="display: none"]')).toBeNull(); });
});

test("one begun at a signed record is about that record", async () => {
  const sent = open();
  const user = person();
  await user.click(await screen.findByTestId("rail-compliance"));
  await user.type(await screen.findByTestId("compliance-filter"), "form 1{Enter}");
  const part = await screen.findByTestId("signed-complaints");
  expect((await within(part).findByTestId("complaint-line")).textContent).toContain("Swollen");
  await user.click(within(part).getByTestId("client-complaint-new"));
  await user.type(await screen.findByTestId("complaint-new-text"), "red{Control>}{Enter}{/Control}");
  await waitFor(() => { expect(sent.taken).toMatchObject([{ client: "k1", kind: "adverse_reaction", signed: "s1", text: "red" }]); });
});

test("a time that lies ahead is refused at its field in words that fit, and the text stays", async () => {
  open({ "complaints.take": () => refuse("invalid_date", "toldAt") });
  const user = await openFile();
  await user.click(await screen.findByTestId("client-complaint-new"));
  await user.type(await screen.findByTestId("complaint-new-text"), "red{Control>}{Enter}{/Control}");
  const wrong = await screen.findByText(zh.complaints.toldWrong);
  expect(wrong.closest(".ant-form-item")?.contains(screen.getByTestId("complaint-told-day"))).toBe(true);
  expect(screen.getByTestId<HTMLTextAreaElement>("complaint-new-text").value).toBe("red");
});

test("at arrival an open reaction is said on the card and in words, and opens", async () => {
  open();
  const user = person();
  const card = await screen.findByTestId("board-card-v1");
  expect(card.querySelector('[data-kind="complaint"]')?.getAttribute("data-tone")).toBe("caution");
  await user.click(card);
  const alert = (await screen.findByTestId("arrival-alerts")).querySelector('[data-kind="complaint"]');
  expect(alert?.textContent).toContain("Swollen");
  await user.click(screen.getByTestId("alert-complaint"));
  expect((await screen.findByTestId("complaint-text")).textContent).toBe("Swollen");
});

test("a record in the timeline says what was complained of after it", async () => {
  open();
  const user = await openFile();
  await user.click(await screen.findByTestId("client-timeline-open"));
  const mark = await screen.findByTestId("timeline-complaint");
  expect(mark.className).toContain("caution");
  await user.click(mark);
  await screen.findByTestId("complaint-page");
});

test("what ended is marked quietly after the record", async () => {
  const ended = record.complaints.map((one) => ({ ...one, open: false }));
  open({ "traces.timeline": () => fold([{ ...record, complaints: ended }]) });
  const user = await openFile();
  await user.click(await screen.findByTestId("client-timeline-open"));
  const { className } = await screen.findByTestId("timeline-complaint");
  expect([className.includes("quiet"), className.includes("caution")]).toEqual([true, false]);
});

test("a client who never complained is said to be one; who may not know is not told", async () => {
  open({ "complaints.list": () => [] });
  await openFile();
  expect((await screen.findByTestId("client-complaints")).textContent).toContain(zh.complaints.noneOfClient);
  cleanup();
  const permissions = me.permissions.filter((permission) => permission !== "see_complaints" && permission !== "take_complaints");
  open({ "desk.state": () => deskState({ me: { ...me, permissions } }), "complaints.list": () => refuse("not_permitted") });
  const user = person();
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await screen.findByTestId("client-timeline-open");
  expect(screen.queryByTestId("client-complaints")).toBeNull();
});

test("a scan is added to a consent that has none; what cannot be one is said and may be chosen again", async () => {
  const sent = open();
  const user = await openFile();
  const field = await screen.findByTestId<HTMLInputElement>("consent-add-scan-file");
  await userEvent.setup({ delay: null, applyAccept: false }).upload(field, new File(["text"], "note.txt", { type: "text/plain" }));
  expect(await screen.findByText(zh.consents.scanWrong)).toBeTruthy();
  expect(sent.scans).toEqual([]);
  await user.upload(field, new File(["broken"], "page.pdf", { type: "application/pdf" }));
  expect((await screen.findByTestId("failure")).textContent).toContain(zh.errors.invalid_picture.message);
  await user.upload(field, new File(["page"], "page.pdf", { type: "application/pdf" }));
  expect(await screen.findByText(zh.consents.scanAdded)).toBeTruthy();
  expect(sent.scans).toEqual([["co1", 13], ["co1", 13]]);
});
