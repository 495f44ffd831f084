import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, openDesk, stumbles } from "../../../dev/desk";
import { fold } from "../../../dev/fold";
import type { Batch, BatchUse, ClientFile, ClientHit, ExportRecall, FindTreatments, Me, Product, SignedTreatment, TreatmentBody } from "../../api/generated";
import type { PastRecord } from "./unfold";

const me: Me = { staffId: "p2", name: "Dr. Zhou", roles: ["doctor"], permissions: ["work", "see_clients", "see_treatments", "see_stock", "see_batch_clients", "export_clients"] };
const hit: ClientHit = { id: "k1", name: "Ann", memberNumber: "A000001", sex: "female", age: 30, phone: null, lastVisitAt: null, visits: 3, hasAlert: false };
const ann = { id: "k1", name: "Ann", memberNumber: "A000001" };
const file: ClientFile = {
  id: "k1", memberNumber: "A000001", memberCode: "JT1:A000001", memberQr: "<svg/>", name: "Ann", otherNames: "", sex: "female", birthday: null, birthdayThisYear: null, age: 30, phones: [], wechat: null, idNumber: null, guardian: null,
  emergency: null, source: null, referrer: null, skinType: null, preferences: "", notes: "", tags: [], assignments: [], dataConsents: [], joined: [], possibleDuplicates: [], visits: [], createdAt: 0,
};
const toxin: Product = {
  id: "m1", name: "Botox", genericName: "", kind: "drug", deviceClass: null, manufacturer: "", registrationNumber: "", codes: [], specification: "", unit: "U", scale: 0, packQuantity: 100, ingredients: "", contraindications: "", storage: "", toxin: true, retailPrice: null, active: true,
};
const batch: Batch = { id: "b1", product: "m1", lot: "C3709A", expiresOn: "2099-01-31", daysLeft: 900, producedOn: null, onHand: 80, status: "released", statusReason: "" };
const day = 86_400_000;
const record = (id: string, ago: number, procedureName: string, change: Partial<PastRecord> = {}): PastRecord => ({
  id, at: Date.now() - ago * day, procedure: procedureName, procedureName, doctorName: "Dr. Zhou", devices: [], reactions: "", amendments: 0, photos: 0, complaints: [], withdrawn: false, sites: ["brow"],
  uses: [{ product: "m1", name: "Botox", unit: "U", scale: 0, batch: "b1", lot: "C3709A", suppliers: ["Supplies"], quantity: 4 }], points: [{ map: "face_front", x: 5_000, y: 4_200, product: "m1", quantity: 4 }], ...change,
});
const records = [
  record("s1", 20, "Frown lines", { amendments: 1, photos: 2 }),
  record("s2", 240, "Jaw", { sites: ["jaw"], points: [{ map: "face_left", x: 5_000, y: 7_000, product: "m1", quantity: 12 }] }),
  record("s3", 500, "Frown lines", { uses: [], points: [], devices: ["Laser"], sites: ["brow", "cheek"] }),
];
const uses: BatchUse[] = [
  { client: ann, at: Date.now() - 20 * day, quantity: 4, doctorName: "Dr. Zhou", signed: "s1", procedureName: "Frown lines", withdrawn: false, sale: null },
  { client: { id: "k2", name: "Bea", memberNumber: "A000002" }, at: Date.now() - day, quantity: 20, doctorName: "Dr. Zhou", signed: null, procedureName: null, withdrawn: false, sale: null },
  { client: ann, at: Date.now() - day, quantity: -2, doctorName: null, signed: null, procedureName: null, withdrawn: false, sale: "sale1" },
];
const body: TreatmentBody = {
  doctor: "p2", assistants: [], indication: "", anaesthesia: { method: "none", minutes: 0, note: "" }, energy: [], uses: [], course: "", reactions: "", advice: "", nextOn: null, prescription: [], funding: { kind: "entitlement", entitlement: null, reason: "" },
};
const signed: SignedTreatment = {
  id: "s1", totals: [], sha256: "ab".repeat(32), whole: true, amendments: [], amended: body, withdrawal: null, overrides: [],
  text: {
    format: 1, treatment: "ts1", client: ann, visit: null, procedure: { id: "c1", name: "Frown lines", standardName: "Injection", specialty: "dermatology", consentTemplate: "" }, level: null, listPrice: null,
    doctor: { id: "p2", name: "Dr. Zhou", practiceNumber: "1" }, assistants: [], body, products: [], batches: [], equipment: [], photos: [], signedAt: Date.now(), prescriptionNumber: null, overrides: [],
  },
};

interface Sent { find: FindTreatments[]; exports: ExportRecall[] }

function open(more: Answers = {}): Sent {
  const sent: Sent = { find: [], exports: [] };
  openDesk({
    "desk.state": () => deskState({ me }),
    "staff.all": () => [{ id: "p2", name: "Dr. Zhou", phone: null, roles: ["doctor"], active: true, registrations: [], permittedProcedures: [] }],
    "catalogue.all": () => ({ procedures: [], products: [toxin], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "clients.find": () => [hit],
    "clients.open": () => file,
    "treatments.list": () => [],
    "treatments.signed": () => structuredClone(signed),
    "treatments.signed_of": () => [],
    "plans.of_client": () => [],
    "plans.waiting": () => [],
    "consents.of_client": () => [],
    "seals.of_client": () => ({ seals: [], open: [] }),
    "stock.batches": () => [batch],
    "stock.alerts": () => ({ expiring: [], low: [], vials: [] }),
    "stock.suppliers": () => [],
    "stock.batch": () => ({ batch, received: 100, used: 20, wasted: 0, returned: 0, counted: 0, movements: [], unitCodes: [] }),
    "traces.timeline": () => fold(records),
    "traces.batch": () => uses,
    "traces.hands": () => [
      { what: "received", name: "Nina", at: 1, detail: "C3709A" }, { what: "photographed", name: "Nina", at: 2, detail: "front" }, { what: "photographed", name: "Nina", at: 3, detail: "frown" }, { what: "signed", name: "Dr. Zhou", at: 4, detail: "" },
    ],
    "traces.export": (input) => {
      sent.exports.push(input);
      return { path: "/files/recall.xlsx", rows: 2 };
    },
    "traces.find": (input) => {
      sent.find.push(input);
      return { lines: [{ signed: "s1", client: ann, at: Date.now(), procedureName: "Frown lines", doctorName: "Dr. Zhou", lots: [], withdrawn: false }], total: 1 };
    },
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    ...more,
  });
  return sent;
}

async function openTimeline() {
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await screen.findByTestId("client-timeline-open");
  fireEvent.keyDown(document.body, { key: "t" });
  await screen.findByTestId("timeline-page");
  return user;
}

async function choose(testId: string, name: RegExp | string) {
  const user = userEvent.setup({ delay: null });
  const field = await screen.findByTestId(testId);
  await user.click(field.querySelector("input") ?? field);
  const options = await screen.findAllByText(name, { selector: ".ant-select-item-option-content, .ant-select-item-option-content *" });
  await user.click(options.at(-1) as HTMLElement);
}

const shown = () => screen.getAllByTestId("timeline-record").map((line) => line.textContent);
const marks = () => screen.queryAllByTestId("map-point").map((point) => `${point.getAttribute("aria-label")?.split(" ").slice(1).join(" ") ?? ""}${point.hasAttribute("data-faint") ? " faint" : ""}`);

test("T on a client's file opens the timeline, which can be used without sight", async () => {
  open();
  await openTimeline();
  await waitFor(() => { expect(shown()).toHaveLength(3); });
  const [latest] = screen.getAllByTestId("timeline-record");
  expect(latest?.closest("li")?.textContent).toContain("4 UBotoxC3709ASupplies");
  expect(await stumbles()).toEqual([]);
});

test("arrows walk through the records, the drawing goes along, and Enter opens", async () => {
  open();
  const user = await openTimeline();
  await waitFor(() => { expect(document.activeElement?.getAttribute("data-testid")).toBe("timeline-record"); });
  expect(marks()).toEqual(["Botox 4 U"]);
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toContain("Jaw");
  expect(screen.getByTestId("map-tab-face_left").getAttribute("aria-selected")).toBe("true");
  expect(marks()).toEqual(["Botox 12 U"]);
  await user.keyboard("{ArrowDown}");
  expect(marks()).toEqual(["Botox 4 U faint"]);
  await user.keyboard("{ArrowDown}{Home}");
  // A drawing that is asked for stays, and with nothing of the record on it all stands out.
  await user.click(screen.getByTestId("map-tab-face_left"));
  expect(marks()).toEqual(["Botox 12 U"]);
  await user.keyboard("{ArrowUp}");
  fireEvent.keyDown(document.body, { key: "Home" });
  await user.keyboard("{Enter}");
  await screen.findByTestId("signed-page");
  const hands = await screen.findAllByTestId("signed-hand");
  expect(hands.map(({ lastChild }) => lastChild?.textContent)).toEqual(["Nina 验收入库 C3709A", "Nina 添加照片 正面、皱眉", "Dr. Zhou 签字"]);
  await user.keyboard("{Escape}");
  await screen.findByTestId("timeline-page");
});

test("filters narrow together, and what nothing fits is said", async () => {
  open();
  await openTimeline();
  await choose("timeline-procedure", /Frown lines 2/);
  expect(shown()).toHaveLength(2);
  await choose("timeline-site", /cheek/);
  expect(shown()).toHaveLength(1);
  expect(screen.getByTestId("timeline-count").textContent).toBe("1 次");
  await choose("timeline-product", /Botox/);
  expect(screen.queryByTestId("timeline-record")).toBeNull();
  await userEvent.click(await screen.findByTestId("timeline-all"));
  expect(shown()).toHaveLength(3);
});

test("Shift and Enter in the search opens a client's timeline", async () => {
  open();
  const user = userEvent.setup({ delay: null });
  await user.type(await screen.findByTestId("search"), "Ann");
  await waitFor(() => { expect(document.querySelector(".ant-select-item-option-active")?.textContent).toContain("Ann"); });
  fireEvent.keyDown(screen.getByTestId("search"), { key: "Enter", code: "Enter", keyCode: 13, which: 13, shiftKey: true });
  await screen.findByTestId("timeline-page");
});

test("a lot in the timeline opens everybody it was used on, and the list is exported with phones", async () => {
  const sent = open();
  const user = await openTimeline();
  await user.click((await screen.findAllByTestId("timeline-lot"))[0] as HTMLElement);
  const block = await screen.findByTestId("batch-uses");
  const lines = await within(block).findAllByTestId("batch-use");
  expect(lines.map(({ textContent }) => textContent)).toEqual([expect.stringContaining("Ann A000001"), expect.stringContaining("还没有签字的记录"), expect.stringMatching(/Ann A000001.*2 U.*退回$/)]);
  expect(block.textContent).toContain("2 人");
  await user.click(screen.getByTestId("batch-export"));
  expect((await screen.findByTestId("batch-exported")).textContent).toContain("/files/recall.xlsx");
  expect(sent.exports[0]).toMatchObject({ batch: "b1", headers: { phones: "电话" } });
  expect(await stumbles()).toEqual([]);
});

test("records are asked for again with the chosen doctor, and stay found while one is read", async () => {
  const sent = open();
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-treatments"));
  await user.click(await screen.findByTestId("treatment-find"));
  await screen.findByTestId("find-page");
  await waitFor(() => { expect(sent.find).toHaveLength(1); });
  expect(await stumbles()).toEqual([]);
  await choose("find-doctor", "Dr. Zhou");
  await waitFor(() => { expect(sent.find.at(-1)?.doctor).toBe("p2"); });
  const table = within(screen.getByTestId("find-page")).getByRole("grid");
  for (const key of ["Home", "Enter"]) fireEvent.keyDown(table, { key });
  await screen.findByTestId("signed-page");
  await user.keyboard("{Escape}");
  expect((await screen.findByTestId("find-doctor")).textContent).toContain("Dr. Zhou");
});
