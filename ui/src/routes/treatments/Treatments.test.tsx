import { emit } from "@tauri-apps/api/event";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { BatchChoice, Catalogue, ClientAlert, Me, Product, SaveTreatment, Treatment, TreatmentBody } from "../../api/generated";

const me: Me = { staffId: "p2", name: "Dr. Zhou", roles: ["doctor"], permissions: ["work", "see_treatments", "write_treatments", "see_health", "see_stock"] };
const product = (id: string, name: string, change: Partial<Product>): Product => ({
  id, name, genericName: "", kind: "drug", deviceClass: null, manufacturer: "", registrationNumber: "", codes: [], specification: "", unit: "U", scale: 0, packQuantity: 100,
  ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: null, active: true, ...change,
});
const catalogue: Catalogue = {
  procedures: [{ id: "c1", name: "肉毒除皱", standardName: "A型肉毒毒素美容注射", specialty: "dermatology", level: null, listPrice: null, minutes: 20, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [{ productId: "m1", quantity: 40 }], active: true }],
  products: [product("m1", "保妥适 100U", { toxin: true, ingredients: "A型肉毒毒素、人血白蛋白" }), product("m2", "乔雅登", { kind: "device", unit: "mL", scale: 1, packQuantity: 8 })],
  rooms: [], equipment: [],
};
const choices: BatchChoice[] = [{ batch: "b1", product: "m1", lot: "C1", expiresOn: "2099-06-30", onHand: 10, vials: [{ id: "w1", unitCode: null, left: 100, shared: false }] }];
const body: TreatmentBody = {
  doctor: "p2", assistants: [], indication: "", anaesthesia: { method: "none", minutes: 0, note: "" }, energy: [], course: "", reactions: "", advice: "", nextOn: null, prescription: [],
  funding: { kind: null, entitlement: null, reason: "" },
  uses: [{ key: 1, map: null, x: 0, y: 0, site: "", product: "m1", batch: "b1", vial: "w1", unit_code: null, quantity: 40, depth: "" }],
};
const alert: ClientAlert = { id: "a1", kind: "allergy", substance: "人血白蛋白", severity: "severe", reaction: "", notedAt: 0, notedBy: null, endedAt: null, endedReason: null };

beforeEach(() => {
  // The drawing is 400 by 480 at the corner of the window.
  vi.spyOn(SVGElement.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 400, 480));
});

function open(more: Answers = {}, drafts = new Map<string, string>()) {
  const created = Date.now() - 30 * 3_600_000;
  const record: Treatment = {
    id: "t1", client: { id: "k1", name: "Ann", memberNumber: "A1" }, visit: null, planLine: null, procedure: { id: "c1", name: "肉毒除皱", standardName: "A型肉毒毒素美容注射", specialty: "dermatology", consentTemplate: "" },
    body, totals: [], createdAt: created, savedAt: created, savedBy: "Lin", discardedReason: null, signed: null,
  };
  const saved: SaveTreatment[] = [];
  const view = openDesk({
    "desk.state": () => deskState({ me }),
    "staff.all": () => [{ id: "p2", name: "Dr. Zhou", phone: null, roles: ["doctor"], active: true, registrations: [], permittedProcedures: [] }],
    "catalogue.all": () => catalogue,
    "clients.health": () => ({ alerts: [alert], scans: [] }),
    "treatments.list": () => [{ id: "t1", client: record.client, visit: null, procedure: "c1", procedureName: "肉毒除皱", doctor: "p2", createdAt: created, savedAt: created, savedBy: "Lin", discarded: false, signed: null }],
    "treatments.open": () => ({ ...record }),
    "treatments.choices": () => choices,
    "stock.batches": () => [],
    "treatments.save": (input) => {
      if (input.savedAt !== record.savedAt) refuse("changed_meanwhile", "savedAt");
      saved.push(input);
      Object.assign(record, { body: input.body, savedAt: record.savedAt + 1 });
      return { savedAt: record.savedAt };
    },
    "drafts.load": ({ form }) => { const kept = drafts.get(form); return kept === undefined ? null : { body: kept, savedAt: Date.now() }; },
    "drafts.save": ({ form, body: text }) => { if (text === null) drafts.delete(form); else drafts.set(form, text); return null; },
    "drafts.leave": ({ form, body: text }) => { if (text !== null) drafts.set(form, text); return null; },
    ...more,
  });
  const saveElsewhere = (course: string) => { Object.assign(record, { body: { ...record.body, course }, savedAt: record.savedAt + 10, savedBy: "Lin" }); };
  return { view, saved, record, drafts, saveElsewhere };
}

async function openRecord(user: ReturnType<typeof userEvent.setup>) {
  // Rows have no height here and are not drawn: the search opens the only one.
  await user.type(await screen.findByTestId("treatment-search"), "ann{Enter}");
  return screen.findByTestId("map-face_front");
}

const labels = () => screen.queryAllByTestId("map-point").map((point) => point.getAttribute("aria-label"));

test("two clicks and keys are two points of the usual product, saved with batch, vial and site", async () => {
  const user = userEvent.setup();
  const { saved } = open();
  const map = await openRecord(user);
  await waitFor(() => { expect(screen.getByTestId("next-with").textContent).toContain("C1"); });
  fireEvent.click(map, { clientX: 200, clientY: 202 });
  map.focus();
  await user.keyboard("6");
  fireEvent.click(map, { clientX: 302, clientY: 236 });
  await user.keyboard("{ArrowUp}-");
  expect(labels()).toEqual(["眉间，保妥适 100U 6 U", "左鱼尾纹，保妥适 100U 5 U"]);
  expect(screen.getByTestId("use-total").textContent).toBe("合计 11 U / 2 点");
  expect(screen.getByTestId("use-short").textContent).toContain("比库存多 1 U");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => { expect(saved).toHaveLength(1); });
  expect(saved[0]?.body.uses).toEqual([
    { key: 2, map: "face_front", x: 5_000, y: 4_208, site: "眉间", product: "m1", batch: "b1", vial: "w1", unit_code: null, quantity: 6, depth: "" },
    { key: 3, map: "face_front", x: 7_550, y: 4_867, site: "左鱼尾纹", product: "m1", batch: "b1", vial: "w1", unit_code: null, quantity: 5, depth: "" },
  ]);
});

test("Tab, Delete and Ctrl+Z work on the map without a mouse", async () => {
  const user = userEvent.setup();
  open();
  const map = await openRecord(user);
  await waitFor(() => { expect(screen.getByTestId("next-with").textContent).toContain("C1"); });
  map.focus();
  await user.keyboard("{Enter}4{Enter}");
  expect(labels()).toHaveLength(2);
  await user.keyboard("x");
  expect(labels()).toHaveLength(3);
  await user.keyboard("{Delete}");
  expect(labels()).toHaveLength(2);
  await user.keyboard("{Control>}z{/Control}");
  expect(labels()).toHaveLength(3);
  await user.keyboard("{Escape}");
  expect(map.getAttribute("aria-activedescendant")).toBeNull();
  await user.tab();
  expect(document.activeElement).toBe(map);
  expect(map.getAttribute("aria-activedescendant")).toBe("map-point-2");
});

test("an allergen in a chosen product is said, and nothing makes a screen reader stumble", async () => {
  const user = userEvent.setup();
  open();
  await openRecord(user);
  expect((await screen.findByTestId("treatment-allergen")).textContent).toContain("保妥适 100U含人血白蛋白");
  expect(await stumbles()).toEqual([]);
});

test("what is typed is kept, and taken up when the record is opened again", async () => {
  const user = userEvent.setup();
  const { drafts } = open();
  await openRecord(user);
  await user.type(screen.getByTestId("treatment-course"), "碘伏消毒");
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(drafts.get("treatment.t1")).toContain("碘伏消毒"); });
  fireEvent.keyDown(await screen.findByTestId("treatment-search"), { key: "Enter" });
  expect(await screen.findByTestId("treatment-resumed")).toBeTruthy();
  expect(screen.getByTestId<HTMLTextAreaElement>("treatment-course").value).toBe("碘伏消毒");
});

test("two who saved are set side by side, and what is chosen is saved over both", async () => {
  const user = userEvent.setup();
  const { saved, saveElsewhere } = open();
  await openRecord(user);
  await user.type(screen.getByTestId("treatment-course"), "mine");
  await user.type(screen.getByTestId("treatment-indication"), "lines");
  saveElsewhere("theirs");
  await user.keyboard("{Control>}s{/Control}");
  const course = await screen.findByTestId("conflict-course");
  expect(within(course).getAllByRole("radio").map(({ textContent }) => textContent)).toEqual(["我填的mine", "Lin保存的theirs"]);
  await user.click(screen.getByTestId("conflict-course-theirs"));
  await user.click(screen.getByTestId("conflict-save"));
  await waitFor(() => { expect(saved).toHaveLength(1); });
  expect(saved[0]?.body).toMatchObject({ course: "theirs", indication: "lines" });
});

test("what others save while nothing is typed here is simply shown", async () => {
  const user = userEvent.setup();
  const { saveElsewhere } = open();
  await openRecord(user);
  saveElsewhere("theirs");
  void emit("changed", { tags: ["treatments"] });
  await waitFor(() => { expect(screen.getByTestId<HTMLTextAreaElement>("treatment-course").value).toBe("theirs"); });
});
