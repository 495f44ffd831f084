import { emit } from "@tauri-apps/api/event";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { Batch, BookLine, Count, GiveDose, Me, Product, Receive, ScanResult, StaffMember, VialLine, Witnessing } from "../../api/generated";

const me: Me = { staffId: "n1", name: "Nina", roles: ["nurse"], permissions: ["work", "see_clients", "see_stock", "keep_stock", "see_batch_clients", "hold_batches", "use_vials"] };
const staff = (id: string, name: string, change: Partial<StaffMember> = {}): StaffMember => ({ id, name, phone: null, roles: ["nurse"], active: true, registrations: [], permittedProcedures: [], ...change });
const product = (id: string, name: string, change: Partial<Product> = {}): Product => ({
  id, name, genericName: "", kind: "drug", deviceClass: null, manufacturer: "", registrationNumber: "S1", codes: [], specification: "100U/瓶", unit: "U", scale: 0, packQuantity: 100,
  ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: null, active: true, ...change,
});
const toxin = product("t", "Toxin", { toxin: true });
const filler = product("f", "Filler", { unit: "mL", scale: 1, packQuantity: 8, specification: "0.8 mL/支", kind: "device" });
const batch = (id: string, of: string, onHand: number, change: Partial<Batch> = {}): Batch => ({ id, product: of, lot: `LOT-${id}`, expiresOn: "2099-01-31", daysLeft: 900, producedOn: null, onHand, status: "released", statusReason: "", ...change });
const vial: VialLine = { id: "v1", product: "t", batch: "b1", lot: "LOT-b1", unitCode: null, quantity: 100, left: 60, shared: false, openedAt: Date.now(), givenBack: false, overdue: true };
const ann = { id: "c1", name: "Ann", memberNumber: "A000001", sex: "female" as const, age: 30, phone: null, lastVisitAt: null, visits: 1, hasAlert: false };

function open(more: Answers = {}, who = me) {
  return openDesk({
    "desk.state": () => deskState({ me: who }),
    "staff.all": () => [staff("n1", "Nina"), staff("d1", "Dora", { roles: ["doctor"] }), staff("x1", "Gone", { active: false })],
    "catalogue.all": () => ({ procedures: [], products: [toxin, filler], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    "clients.find": () => [ann],
    "stock.batches": () => [batch("b1", "t", 300), batch("b2", "f", 24)],
    "stock.alerts": () => ({ expiring: [], low: [], vials: [{ vial: "v1", product: "t", lot: "LOT-b1", openedOn: "2026-11-20" }] }),
    "stock.suppliers": () => [{ id: "s1", name: "Supplies", licenceNumber: "L1", licenceExpiresOn: null, contact: "", active: true }],
    "stock.deliveries": () => [],
    "vials.book": () => ({ lines: [] satisfies BookLine[], vials: [vial] }),
    ...more,
  });
}

async function goTo(tab: string) {
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-stock"));
  await user.click(await screen.findByTestId(`stock-tab-${tab}`));
  return user;
}

async function choose(testId: string, name: string) {
  const user = userEvent.setup({ delay: null });
  const field = screen.getByTestId(testId);
  await user.click(field.querySelector("input") ?? field);
  // Lists that were opened before stay in the document, hidden.
  const options = await screen.findAllByText(name, { selector: ".ant-select-item-option-content, .ant-select-item-option-content *" });
  await user.click(options.at(-1) as HTMLElement);
}

test.each(["onhand", "deliveries", "count", "vials", "suppliers"])("the stock's tab %s can be used without sight", async (tab) => {
  open();
  await goTo(tab);
  await waitFor(() => { expect(screen.getByTestId(`stock-tab-${tab}`).closest('[aria-selected="true"]')).not.toBeNull(); });
  await screen.findAllByRole("heading");
  expect(await stumbles()).toEqual([]);
});

test("who only sees the stock is offered nothing else", async () => {
  open({}, { ...me, roles: ["reception"], permissions: ["work", "see_stock"] });
  await goTo("deliveries");
  expect(["stock-tab-count", "stock-tab-vials", "stock-tab-suppliers", "stock-receive"].filter((id) => screen.queryByTestId(id) !== null)).toEqual([]);
  // The vials that are not at zero are said, but lead nowhere.
  await goTo("onhand");
  expect((await screen.findByTestId("stock-alert-vials")).tagName).toBe("SPAN");
});

test("a dose asks for the second person, and a wrong PIN is asked again with all else kept", async () => {
  const given: Witnessing<GiveDose>[] = [];
  open({
    "vials.give": (input) => {
      given.push(input);
      return input.witness?.pin === "135790" ? "m1" : refuse("pin_wrong", "pin");
    },
  });
  const user = await goTo("vials");
  expect((await screen.findByTestId("vial-card")).textContent).toContain("未结零");
  await user.click(screen.getByTestId("vial-give"));
  await screen.findByTestId("vial-give-quantity");
  await choose("vial-give-client", "Ann");
  await choose("vial-give-doctor", "Dora");
  await user.type(screen.getByTestId("vial-give-quantity"), "61");
  await user.click(screen.getByTestId("vial-give-ok"));
  expect(await screen.findByText("这里只有 60 U")).toBeTruthy();
  await user.clear(screen.getByTestId("vial-give-quantity"));
  await user.type(screen.getByTestId("vial-give-quantity"), "20");
  expect(screen.queryByText("Gone")).toBeNull();
  await choose("witness-person", "Dora");
  await user.type(screen.getByTestId("witness-pin"), "111111{Enter}");
  await screen.findByText(/PIN 不对/);
  expect(screen.getByTestId<HTMLInputElement>("witness-pin").value).toBe("");
  await user.type(screen.getByTestId("witness-pin"), "135790{Enter}");
  await waitFor(() => { expect(screen.queryByTestId("vial-give-ok")).toBeNull(); });
  expect(given.at(-1)).toEqual({ input: { vial: "v1", client: "c1", doctor: "d1", quantity: 20 }, witness: { staffId: "d1", pin: "135790" } });
});

test("a count tells that the book has moved, and keeps what was typed", async () => {
  let there = 300;
  const counts: Count[] = [];
  open({
    "stock.batches": () => [batch("b1", "t", there), batch("b2", "f", 24)],
    "stock.count": ({ input }) => {
      counts.push(input);
      return input.lines.some(({ expected }) => expected !== there && expected !== 24) ? refuse("changed_meanwhile", "counted", { line: "1", onHand: String(there) }) : { batches: 2, differences: 1 };
    },
  });
  const user = await goTo("count");
  const [fillers, toxins] = await screen.findAllByTestId("count-row");
  if (!fillers || !toxins) throw new Error("two rows");
  await user.type(within(fillers).getByTestId("count-counted"), "2支");
  await user.type(within(fillers).getByTestId("count-reason"), "少一支");
  await user.type(within(toxins).getByTestId("count-counted"), "300");
  expect(screen.getByTestId("count-save").textContent).toContain("2 个批号，1 处差异");
  there = 290;
  await user.click(screen.getByTestId("count-save"));
  await within(toxins).findByText(/账面刚变为 290 U/);
  expect(within(toxins).getByTestId<HTMLInputElement>("count-counted").value).toBe("300");
  // Toxin differs from the new book: a second person has to stand by.
  await user.click(within(toxins).getByTestId("count-looked"));
  await user.type(within(toxins).getByTestId("count-reason"), "多一些");
  await screen.findByTestId("witness");
  await user.clear(within(toxins).getByTestId("count-counted"));
  await user.type(within(toxins).getByTestId("count-counted"), "290");
  await user.click(screen.getByTestId("count-save"));
  await screen.findByTestId("count-done");
  expect(counts.at(-1)).toEqual({ note: "", lines: [{ batch: "b2", expected: 24, counted: 16, reason: "少一支" }, { batch: "b1", expected: 290, counted: 290, reason: "" }] });
});

test("packs are scanned into lines, and what is refused stands at its line", async () => {
  const scans: Record<string, Partial<ScanResult["scanned"]>> = { A: { unitCode: "u1" }, B: { unitCode: "u2" }, C: { lot: "OTHER", unitCode: null } };
  const received: Witnessing<Receive>[] = [];
  open({
    "scan.read": ({ text }) => ({
      scanned: { kind: "gs1", text, productCode: "1", lot: "NEW", expiresOn: "2099-01-31", producedOn: null, serial: null, unitCode: null, elements: [], ...scans[text] }, product: "f", batch: null, packReceived: false, packUsed: false,
    }),
  });
  takeUploads((input) => {
    received.push(input as Witnessing<Receive>);
    return received.length === 1 ? refuse("lot_has_other_expiry", "expiresOn", { line: "1", expiresOn: "2098-12-31" }) : "d1";
  });
  await goTo("onhand");
  fireEvent.keyDown(document.body, { key: "r" });
  const box = await screen.findByTestId("receive-scan");
  const user = userEvent.setup({ delay: null });
  for (const code of ["A", "B", "B", "C"]) await user.type(box, `${code}{Enter}`);
  await waitFor(() => { expect(screen.getAllByTestId("receive-line")).toHaveLength(2); });
  expect(screen.getByTestId("receive-save").textContent).toContain("入库 2 个批号，3 件");
  await choose("receive-supplier", "Supplies");
  await user.click(screen.getByTestId("receive-save"));
  await screen.findByText(/2098-12-31/);
  expect(screen.getAllByTestId("receive-line")[1]?.textContent).toContain("2098-12-31");
  await user.click(screen.getByTestId("receive-save"));
  await screen.findByTestId("receive-done");
  expect(received.at(-1)).toMatchObject({ witness: null, input: { supplier: "s1", inspectedBy: "n1", lines: [{ product: "f", lot: "NEW", packs: 2, unitCodes: ["u1", "u2"], price: null }, { lot: "OTHER", packs: 1, unitCodes: [] }] } });
  void emit("changed", { tags: ["stock"] });
});

/** mockIPC keeps the headers to itself, and in them stand an upload's name and input. */
function takeUploads(answer: (input: unknown) => unknown) {
  type Invoke = (command: string, payload: unknown, options?: { headers: { input: string } }) => Promise<unknown>;
  const internals = (window as unknown as { __TAURI_INTERNALS__: { invoke: Invoke } }).__TAURI_INTERNALS__;
  const { invoke } = internals;
  vi.spyOn(internals, "invoke").mockImplementation((command, payload, options) =>
    command === "upload" && options ? new Promise((resolve) => { resolve(answer(JSON.parse(decodeURIComponent(options.headers.input)))); }) : invoke(command, payload, options),
  );
}
