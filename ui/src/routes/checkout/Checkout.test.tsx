import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import { noPoints, nothingPaid, plainLine } from "../../../dev/points";
import type { Board, ClientHit, HeldSale, HoldSale, Me, Offers, PaySale, Procedure, Product, Quote, QuotedLine, Sale, SaleBegun, SaleInput, SettleSale, StaffMember, VisitCard, Witnessing } from "../../api/generated";

const me: Me = { staffId: "c1", name: "Cora", roles: ["cashier"], permissions: ["work", "see_clients", "see_board", "run_visits", "see_money", "sell"] };
const staff = (id: string, name: string): StaffMember => ({ id, name, phone: null, roles: ["owner"], active: true, registrations: [], permittedProcedures: [] });
const procedure = (id: string, name: string, listPrice: number | null): Procedure => ({ id, name, standardName: `${name} standard`, specialty: "dermatology", level: null, listPrice, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active: true });
const cream: Product = {
  id: "cream", name: "Cream", genericName: "", kind: "cosmetic", deviceClass: null, manufacturer: "", registrationNumber: "", codes: [], specification: "", unit: "支", scale: 0, packQuantity: 1, ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: 18_000, active: true,
};
const ann: ClientHit = { id: "k1", name: "Ann", memberNumber: "A1", sex: "female", age: 30, phone: null, lastVisitAt: null, visits: 1, hasAlert: false };
const annRef = { id: "k1", name: "Ann", memberNumber: "A1" };
const visit: VisitCard = { id: "v1", client: ann, step: "paying", stepSince: Date.now(), arrivedAt: Date.now(), doctor: null, consultant: null, room: null, procedure: "thermage", numbingUntil: null, leftAt: null, alerts: [], hasTriage: true, outcome: null };
const method = (code: string, needsReference = false) => ({ code, name: "", needsReference, active: true });
const offers: Offers = { methods: [method("wechat"), method("cash"), method("meituan", true), method("stored_value"), method("deposit")], cards: [], topUps: [{ id: "t1", principal: 500_000, gift: 50_000, active: true }], rewards: [], spellings: [{ id: "c1", text: "guangzi gz" }] };
const nothing = { principal: 0, gift: 0, deposit: 0, owed: 0 };
const begun: SaleBegun = {
  client: annRef, balances: nothing, points: 0, entitlements: [], held: [], arrears: "never", dueOn: "2099-01-31",
  unsold: [{ plan: "pl", visit: "v1", planLine: "pln", procedure: "thermage", name: "Thermage", agreed: true, sessions: 1, price: 1_180_000 }],
};
const line = (change: Partial<QuotedLine>): QuotedLine => ({ kind: "procedure", name: "Thermage", standardName: "Thermage standard", quantity: 1, listPrice: 1_280_000, listTotal: 1_280_000, reductions: [{ kind: "plan", amount: 100_000, name: "", rate: 0 }], price: 1_180_000, sessions: [], batch: null, gift: 0, withoutPlan: false, ...plainLine, ...change });
const quoteOf = (lines: QuotedLine[], change: Partial<Quote> = {}): Quote => ({
  lines, listTotal: lines.reduce((sum, { listTotal }) => sum + listTotal, 0), total: lines.reduce((sum, { price }) => sum + price, 0), byHand: false, overLimit: false, limit: 100, withoutPlan: false, balances: nothing, storedValue: 0, deposit: 0, points: noPoints, ...change,
});
const sold = (change: Partial<Sale> = {}): Sale => ({
  id: "s1", number: "A-1", client: annRef, visit: "v1", opening: null, lines: [{ id: "l1", kind: "procedure", name: "Thermage", standardName: "Thermage standard", quantity: 1, listPrice: 1_280_000, reductions: [{ kind: "plan", amount: 100_000, name: "", rate: 0 }], price: 1_180_000, note: "", batch: null, lot: null, gift: 0, ...plainLine }],
  listTotal: 1_280_000, total: 1_180_000, discountReason: "", approvedBy: null, note: "", overrides: [], payments: [], arrears: null, entitlements: [], refunds: [], invoices: [], earned: 0, redeemed: 0, businessDay: "2026-11-22", at: Date.now(), by: "Cora", ...change,
});

let paid: Witnessing<PaySale>[] = [];
let quoted: SaleInput[] = [];
beforeEach(() => { paid = []; quoted = []; });

function open(more: Answers = {}) {
  const board: Board = { day: "2026-11-22", steps: ["arrived", "paying", "treating", "left"], cautionMinutes: 30, visits: [visit], coming: [], forgotten: [] };
  return openDesk({
    "desk.state": () => deskState({ me }),
    "staff.all": () => [staff("c1", "Cora"), staff("o1", "Olga")],
    "catalogue.all": () => ({ procedures: [procedure("thermage", "Thermage", 1_280_000), procedure("pico", "Pico", null)], products: [cream], rooms: [], equipment: [] }),
    "visits.board": () => board,
    "clients.find": () => [ann],
    "settings.all": () => [],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    "billing.offers": () => offers,
    "sales.begin": () => begun,
    "sales.held": () => [],
    "sales.of_day": () => ({ day: "2026-11-22", sales: [], refunds: [], methods: [] }),
    "sales.open": ({ id }) => sold({ id }),
    "sales.quote": ({ sale }) => { quoted.push(sale); return quoteOf(sale.lines.map(() => line({}))); },
    "sales.pay": (input) => { paid.push(input); return { id: input.input.id, number: "A-1", change: 0, points: nothingPaid }; },
    ...more,
  });
}

async function toCheckout() {
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-checkout"));
  await user.click(await screen.findByTestId("checkout-waiting"));
  await screen.findByTestId("checkout-page");
  return user;
}
const total = async (amount: string) => { await waitFor(() => { expect(screen.getByTestId("checkout-total").textContent).toBe(amount); }); };
const payable = async (label: RegExp) => { await waitFor(() => { expect(screen.getByTestId<HTMLButtonElement>("checkout-pay").disabled).toBe(false); }); expect(screen.getByTestId("checkout-pay").textContent).toMatch(label); };
const key = (name: string) => { fireEvent.keyDown(document.body, { key: name }); };

test("who waits to pay is offered what the plan asks for, and each price says how it came about", async () => {
  open();
  await toCheckout();
  await total("11,800.00");
  expect(screen.getByTestId("checkout-line-why").textContent).toBe("原价 12,800.00 · 方案 −1,000.00");
  expect(screen.getByTestId("checkout-saved").textContent).toContain("已优惠 1,000.00");
  expect(quoted.at(-1)).toMatchObject({ client: "k1", visit: "v1", lines: [{ item: { procedure: "thermage", planLine: "pln", price: null }, quantity: 1 }] });
  expect(await stumbles()).toEqual([]);
});

test("Enter pays the rest by the method used last, and Enter twice pays once", async () => {
  localStorage.setItem("jingtai.checkout.method", "cash");
  let answer: (() => void) | undefined;
  open({ "sales.pay": ((input: Witnessing<PaySale>) => { paid.push(input); return new Promise((resolve) => { answer = () => { resolve({ id: input.input.id, number: "A-1", change: 0, points: nothingPaid }); }; }); }) as never });
  await toCheckout();
  await payable(/现金收 11,800\.00 并完成/);
  key("Enter");
  key("Enter");
  fireEvent.click(screen.getByTestId("checkout-pay"));
  await waitFor(() => { expect(answer).toBeDefined(); });
  key("Enter");
  answer?.();
  expect((await screen.findByTestId("sale-number")).textContent).toContain("A-1");
  expect(paid).toHaveLength(1);
  expect(paid[0]).toMatchObject({ witness: null, input: { total: 1_180_000, payments: [{ method: "cash", amount: 1_180_000, tendered: null }], arrears: null, invoice: null, held: null } });
});

test("payments that do not add up are not taken, and change is shown before and after", async () => {
  open({ "sales.pay": (input) => { paid.push(input); return { id: input.input.id, number: "A-1", change: 20_000, points: nothingPaid }; } });
  const user = await toCheckout();
  await payable(/微信收/);
  key("1");
  const first = within(await screen.findByTestId("checkout-payment-wechat")).getByTestId<HTMLInputElement>("checkout-payment-amount");
  expect(first.value).toBe("11800.00");
  await user.clear(first);
  await user.type(first, "10000{Enter}");
  expect(screen.getByTestId("checkout-problem").textContent).toBe("还差 1,800.00");
  expect(screen.getByTestId<HTMLButtonElement>("checkout-pay").disabled).toBe(true);
  key("Enter");
  key("2");
  const cash = within(await screen.findByTestId("checkout-payment-cash"));
  expect(cash.getByTestId<HTMLInputElement>("checkout-payment-amount").value).toBe("1800.00");
  await user.type(cash.getByTestId("checkout-payment-tendered"), "2000");
  expect(screen.getByTestId("checkout-change").textContent).toContain("200.00");
  await user.type(cash.getByTestId("checkout-payment-tendered"), "{Enter}");
  expect((await screen.findByTestId("sale-change")).textContent).toContain("200.00");
  expect(paid.map(({ input }) => input.payments)).toEqual([[{ method: "wechat", amount: 1_000_000, tendered: null, reference: "" }, { method: "cash", amount: 180_000, tendered: 200_000, reference: "" }]]);
});

test("more than one may give alone is approved with a PIN, and a wrong one is asked again", async () => {
  const given = line({ reductions: [{ kind: "line", amount: 640_000, name: "", rate: 0 }], price: 640_000 });
  open({
    "sales.quote": ({ sale }) => (sale.lines[0]?.discount ? quoteOf([given], { byHand: true, overLimit: true }) : quoteOf([line({})])),
    "sales.pay": (input) => { paid.push(input); return input.witness?.pin === "135790" ? { id: input.input.id, number: "A-1", change: 0, points: nothingPaid } : refuse("pin_wrong", "pin"); },
  });
  const user = await toCheckout();
  await payable(/微信收/);
  await user.click(screen.getByTestId("checkout-line-discount"));
  await user.type(await screen.findByTestId("checkout-line-discount-value"), "5{Enter}");
  await total("6,400.00");
  expect(screen.getByTestId("checkout-problem").textContent).toBe("请写折扣原因");
  await user.type(screen.getByTestId("checkout-discount-reason"), "friend{Enter}");
  await payable(/微信收 6,400\.00/);
  await user.click(screen.getByTestId("checkout-pay"));
  expect((await screen.findByTestId("checkout-approval-discount")).textContent).toContain("最多减 10%");
  expect(paid).toEqual([]);
  await user.click(screen.getByTestId("witness-person").querySelector("input") as HTMLElement);
  await user.click((await screen.findAllByText("Olga")).at(-1) as HTMLElement);
  await user.type(screen.getByTestId("witness-pin"), "111111{Enter}");
  await screen.findByText(/PIN 不对/);
  await user.type(screen.getByTestId("witness-pin"), "135790{Enter}");
  await screen.findByTestId("sale-paid");
  expect(paid.at(-1)).toMatchObject({ witness: { staffId: "o1", pin: "135790" }, input: { total: 640_000, sale: { discountReason: "friend", lines: [{ discount: { kind: "rate", value: 500 } }] } } });
});

test("a debt says until when and why, and is approved where the seller may not allow it", async () => {
  open({ "sales.begin": () => ({ ...begun, arrears: "approved" }) });
  const user = await toCheckout();
  await payable(/微信收/);
  key("1");
  const amount = await screen.findByTestId("checkout-payment-amount");
  await user.clear(amount);
  await user.type(amount, "5000{Enter}");
  await user.click(screen.getByTestId("checkout-arrears-on"));
  expect(screen.getByTestId("checkout-problem").textContent).toBe("请写欠款原因");
  await user.type(screen.getByTestId("checkout-arrears-reason"), "next month{Enter}");
  await payable(/收 5,000\.00，欠 6,800\.00，完成/);
  await user.click(screen.getByTestId("checkout-pay"));
  expect((await screen.findByTestId("checkout-approval-arrears")).textContent).toContain("Ann 欠款 6,800.00，约定 2099-01-31");
  expect(await stumbles()).toEqual([]);
  await user.click(screen.getByTestId("witness-person").querySelector("input") as HTMLElement);
  await user.click((await screen.findAllByText("Olga")).at(-1) as HTMLElement);
  await user.type(screen.getByTestId("witness-pin"), "135790{Enter}");
  await screen.findByTestId("sale-paid");
  expect(paid).toMatchObject([{ witness: { staffId: "o1" }, input: { payments: [{ method: "wechat", amount: 500_000 }], arrears: { dueOn: "2099-01-31", reason: "next month" } } }]);
});

test("what was put aside opens as it stood, and ends when it is paid", async () => {
  const held: HeldSale = {
    id: "h1", client: annRef, visit: null, total: null, heldAt: Date.now(), heldBy: "Cora",
    sale: { client: "k1", visit: null, lines: [{ item: { kind: "procedure", procedure: "pico", planLine: null, price: 99_900 }, quantity: 3, discount: { kind: "off", value: 9_900 }, note: "left" }], discount: null, discountReason: "old client", noPlanReason: "the doctor knows", note: "call" },
  };
  open({ "sales.held": () => [held], "sales.begin": () => ({ ...begun, held: [held] }) });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-checkout"));
  expect((await screen.findByTestId("checkout-held-row")).textContent).toContain("价格有变，需重新核对");
  await user.click(screen.getByTestId("checkout-resume"));
  expect((await screen.findByTestId<HTMLInputElement>("checkout-line-amount")).value).toBe("999.00");
  await payable(/微信收/);
  await user.click(screen.getByTestId("checkout-pay"));
  await screen.findByTestId("sale-paid");
  expect(paid[0]?.input).toMatchObject({ held: "h1", sale: held.sale });
});

test("stored value proposes at most what there is, and what is left is paid otherwise", async () => {
  open({ "sales.quote": () => quoteOf([line({})], { balances: { ...nothing, principal: 300_000, gift: 20_000 }, storedValue: 320_000 }) });
  const user = await toCheckout();
  await payable(/微信收/);
  // There is no deposit to pay with.
  expect(screen.queryByTestId("checkout-method-deposit")).toBeNull();
  key("4");
  const payment = within(await screen.findByTestId("checkout-payment-stored_value"));
  expect(payment.getByTestId<HTMLInputElement>("checkout-payment-amount").value).toBe("3200.00");
  expect(payment.getByTestId("checkout-balance").textContent).toBe("储值 余 3,200.00（本金 3,000.00 赠送 200.00）");
  await user.clear(payment.getByTestId("checkout-payment-amount"));
  await user.type(payment.getByTestId("checkout-payment-amount"), "3200.01");
  expect(payment.getByTestId("checkout-payment-problem").textContent).toBe("储值最多 3,200.00");
});

test("something is added by a few letters and Enter, and what no plan asks for needs a reason", async () => {
  open({ "sales.quote": ({ sale }) => { quoted.push(sale); return quoteOf(sale.lines.map(({ item }) => (item.kind === "product" ? line({ kind: "product", name: "Cream", standardName: "", reductions: [], listPrice: 18_000, listTotal: 18_000, price: 18_000, batch: { batch: "b1", lot: "LOT-9", expiresOn: "2099-01-31" } }) : line({ name: "Pico", withoutPlan: item.kind === "procedure" && item.planLine === null }))), { withoutPlan: sale.lines.some(({ item }) => item.kind === "procedure" && item.planLine === null) }); } });
  const user = await toCheckout();
  await payable(/微信收/);
  await user.type(screen.getByTestId("checkout-add"), "cre{Enter}cre{Enter}pic{Enter}");
  // Twice the same is two of it; a procedure without a price asks for it.
  await user.type(await screen.findByTestId("checkout-line-amount"), "1980");
  await waitFor(() => { expect(quoted.at(-1)?.lines.map(({ item, quantity }) => [item.kind, quantity])).toEqual([["procedure", 1], ["product", 2], ["procedure", 1]]); });
  expect(quoted.at(-1)?.lines[2]?.item).toEqual({ kind: "procedure", procedure: "pico", planLine: null, price: 198_000 });
  expect((await screen.findByText(/批号 LOT-9/)).textContent).toContain("有效期至 2099-01-31");
  expect((await screen.findByTestId("checkout-no-plan")).textContent).toContain("Pico");
  expect(screen.getByTestId("checkout-problem").textContent).toBe("请写没有方案仍要收费的原因");
  await user.type(screen.getByTestId("checkout-no-plan-reason"), "known{Enter}");
  await payable(/微信收/);
});

test("what cannot be sold says so at its line, and the last prices stay while nothing is taken", async () => {
  open({ "sales.quote": ({ sale }) => ((sale.lines[0]?.quantity ?? 0) > 1 ? refuse("plan_line_sold", "quantity", { line: "1", name: "Thermage", left: "1" }) : quoteOf([line({})])) });
  const user = await toCheckout();
  await payable(/微信收/);
  await user.clear(screen.getByTestId("checkout-line-quantity"));
  await user.type(screen.getByTestId("checkout-line-quantity"), "2");
  await screen.findByTestId("checkout-line-problem");
  expect(screen.getByTestId("checkout-total").textContent).toBe("11,800.00");
  expect(screen.getByTestId<HTMLButtonElement>("checkout-pay").disabled).toBe(true);
});

test("what was typed is there again after the page was left", async () => {
  const drafts = new Map<string, string>();
  const keep = ({ form, body }: { form: string; body: string | null }) => { if (body === null) drafts.delete(form); else drafts.set(form, body); return null; };
  const holds: HoldSale[] = [];
  open({
    "drafts.save": keep, "drafts.leave": keep, "drafts.load": ({ form }) => { const body = drafts.get(form); return body === undefined ? null : { body, savedAt: Date.now() }; },
    "sales.hold": (input) => { holds.push(input); return "h1"; }, "sales.open": () => refuse("not_found", "id"),
  });
  const user = await toCheckout();
  await payable(/微信收/);
  await user.type(screen.getByTestId("checkout-note"), "call her{Escape}");
  key("Escape");
  await user.click(await screen.findByTestId("checkout-waiting"));
  await screen.findByTestId("checkout-restored");
  expect(screen.getByTestId<HTMLInputElement>("checkout-note").value).toBe("call her");
  await payable(/微信收/);
  key("F9");
  await screen.findByTestId("checkout-held");
  await waitFor(() => { expect(drafts.size).toBe(0); });
  expect(holds).toMatchObject([{ id: null, sale: { client: "k1", visit: "v1", note: "call her" } }]);
});

test("a sale tells what is owed and takes at most that, and says that it is no invoice", async () => {
  const settled: SettleSale[] = [];
  open({
    "sales.open": () => sold({ arrears: { amount: 180_000, owed: 180_000, dueOn: "2099-01-31", reason: "later" }, overrides: [{ code: "no_plan", detail: "Pico", reason: "known" }] }),
    "sales.settle": (input) => { settled.push(input); return { id: "s1", number: "A-1", change: 0, points: nothingPaid }; },
  });
  const user = await toCheckout();
  await payable(/微信收/);
  key("Enter");
  expect((await screen.findByTestId("sale-arrears")).textContent).toContain("还欠 1,800.00");
  expect(screen.getByTestId("sale-override").textContent).toBe("没有方案仍收费：Pico。原因：known");
  expect(screen.getByTestId("sale-no-invoice").textContent).toBe("本单据为收费凭证，不是发票");
  expect(await stumbles()).toEqual([]);
  await user.click(screen.getByTestId("sale-settle"));
  const dialog = within(await screen.findByTestId("settle-dialog"));
  await user.click(await dialog.findByTestId("checkout-method-wechat"));
  const amount = dialog.getByTestId<HTMLInputElement>("checkout-payment-amount");
  expect(amount.value).toBe("1800.00");
  await user.clear(amount);
  await user.type(amount, "1900{Enter}");
  expect(dialog.getByTestId("settle-rest").textContent).toBe("最多收 1,800.00");
  await user.clear(amount);
  await user.type(amount, "800");
  expect(dialog.getByTestId("settle-rest").textContent).toBe("补款后仍欠 1,000.00");
  await user.dblClick(screen.getByTestId("settle-ok"));
  await screen.findByTestId("settle-done");
  expect(settled).toMatchObject([{ sale: "s1", payments: [{ method: "wechat", amount: 80_000 }] }]);
});

test("after the money the visit goes to its next step", async () => {
  const moved: unknown[] = [];
  open({ "visits.move": (input) => { moved.push(input); return null; } });
  const user = await toCheckout();
  await payable(/微信收/);
  await user.click(screen.getByTestId("checkout-pay"));
  const next = await screen.findByTestId("sale-next");
  expect(next.textContent).toContain("下一步：治疗");
  await user.click(next);
  await waitFor(() => { expect(moved).toEqual([{ visit: "v1", to: "treating" }]); });
});

test("the first page says what came in, and can be used without sight", async () => {
  open({ "sales.of_day": () => ({ day: "2026-11-22", methods: [{ method: "wechat", name: "", amount: 1_000_000, payments: 2, refunded: 0 }, { method: "x9", name: "Bank app", amount: 5_000, payments: 1, refunded: 0 }], sales: [], refunds: [] }) });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-checkout"));
  expect((await screen.findByTestId("checkout-came")).textContent).toBe("当天收款10,050.00微信 2 笔10,000.00Bank app 1 笔50.00");
  expect(await stumbles()).toEqual([]);
  key("F4");
  await screen.findByTestId("checkout-choose-client");
});
