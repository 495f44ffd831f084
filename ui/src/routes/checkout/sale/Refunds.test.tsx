import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, openDesk, stumbles } from "../../../../dev/desk";
import type { InvoiceNote, NoteInvoice, Refund, RefundInput, RefundPart, Sale } from "../../../api/generated";
import { account, file, head, hit, me, quoteOf, refundable, sold } from "../refund/fixtures";

const part = (change: Partial<RefundPart>): RefundPart => ({ id: "rp", line: "l1", kind: "procedure", name: "Thermage", sessions: 1, packs: 0, goods: "none", proposed: 160_000, amount: 160_000, steps: [{ kind: "prepaid", name: "", count: 0, of: 0, price: 0, rate: 0, amount: 160_000 }], ...change });
const refund = (change: Partial<Refund> = {}): Refund => ({
  id: "r1", number: "T-1", reverses: null, reversed: false, surplus: false, basis: "client", amount: 160_000, offDebt: 50_000, interest: 263, interestSteps: [], reason: "moves", approvedBy: "Olga", parts: [part({})],
  payments: [{ payment: "w", method: "wechat", name: "", amount: 110_000, interest: false, reference: "" }, { payment: null, method: "cash", name: "", amount: 263, interest: true, reference: "" }], businessDay: "2026-11-20", at: 0, by: "Cora", ...change,
});
const issued: InvoiceNote = { id: "i1", kind: "issued", title: "Ann Ltd", taxNumber: "", number: "88", amount: 1_016_000, at: 0, by: "Cora" };

async function open(sale: Partial<Sale>, more: Answers = {}) {
  openDesk({
    "desk.state": () => deskState({ me }),
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "billing.offers": () => ({ methods: [], cards: [], topUps: [], rewards: [], spellings: [] }),
    "clients.find": () => [hit],
    "clients.open": () => file,
    "accounts.of_client": () => account,
    "sales.of_client": () => [{ ...head, refunded: 160_000 }],
    "sales.held": () => [],
    "sales.of_day": () => ({ day: "2026-11-22", sales: [], refunds: [], methods: [] }),
    "sales.open": () => sold(sale),
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  const line = await screen.findByTestId("client-sale");
  expect(line.textContent).toContain("已退 1,600.00");
  await user.click(line);
  await screen.findByTestId("sale-number");
  return user;
}

test("a sale tells each refund with where it went and its working, and its lines what went back", async () => {
  await open({ refunds: [refund()] });
  const entry = within(screen.getByTestId("sale-refund-entry"));
  expect(entry.getByText("\u22121,600.00")).toBeTruthy();
  expect(entry.getByTestId("sale-refund-about").textContent).toMatch(/Cora 经手 · Olga 批准 · 顾客原因 · moves$/);
  expect(entry.getByTestId("sale-refund-ways").textContent).toBe("1,100.00 微信、利息 2.63 现金、抵欠款 500.00");
  expect(entry.getByTestId("refund-step").textContent).toBe("实付1,600.00");
  expect(screen.getByTestId("sale-line-refunded").textContent).toBe("已退 1,600.00");
  expect(screen.getByTestId("sale-refund")).toBeTruthy();
  expect(await stumbles()).toEqual([]);
});

test("a refund that was taken back counts as nothing, and one of everything leaves no button", async () => {
  const all = [part({ amount: 480_000 }), part({ id: "rp2", line: "l2", packs: 2, amount: 536_000 })];
  await open({ refunds: [refund({ reversed: true }), refund({ id: "r2", number: "T-2", reverses: "r1", amount: -160_000, offDebt: -50_000, parts: [part({ amount: -160_000 })], payments: [] }), refund({ id: "r3", number: "T-3", amount: 1_016_000, offDebt: 0, parts: all })] });
  const [first, second] = screen.getAllByTestId("sale-refund-entry");
  expect(first?.textContent).toContain("已撤销");
  expect(second?.textContent).toContain("撤销退款单 T-1");
  expect(screen.queryByTestId("sale-refund")).toBeNull();
});

test("an invoice that stands on more than is left is taken back below nothing", async () => {
  const noted: NoteInvoice[] = [];
  const user = await open({ refunds: [refund()], invoices: [issued, { ...issued, id: "i2", number: "89", amount: -10_000 }] }, { "sales.note_invoice": (input) => { noted.push(input); return "i3"; } });
  expect(screen.getAllByTestId("sale-invoice")[1]?.textContent).toContain("红字发票");
  expect(screen.getByTestId("sale-invoice-red-waits").textContent).toContain("须红冲 1,500.00");
  expect(screen.queryByTestId("sale-invoice-issue")).toBeNull();
  await user.click(screen.getByTestId("sale-invoice-red"));
  expect((await screen.findByTestId<HTMLInputElement>("invoice-amount")).value).toBe("-1500.00");
  await user.type(screen.getByTestId("invoice-number"), "90{Enter}");
  await waitFor(() => { expect(noted).toEqual([{ sale: "s1", kind: "issued", title: "Ann Ltd", taxNumber: "", number: "90", amount: -150_000 }]); });
});

test("what was paid too much is chosen already when it is given back", async () => {
  const quoted: RefundInput[] = [];
  const user = await open({ arrears: { amount: 100_000, owed: -20_000, dueOn: "2026-12-01", reason: "" } }, {
    "refunds.quote": (input) => { quoted.push(input.refund); return quoteOf(input.refund, { refundable: [...refundable, { item: { kind: "overpaid" }, kind: "deposit", name: "", price: 20_000, refunded: 0, most: 20_000, entitlements: [], packs: 0, kept: [0, 0, 0] }] }); },
  });
  await user.click(screen.getByTestId("sale-refund-overpaid"));
  await screen.findByTestId("refund-page");
  await waitFor(() => { expect(quoted.at(-1)?.parts).toMatchObject([{ item: { kind: "overpaid" }, part: null, amount: null }]); });
});

test("the day says what went back by each method and what that leaves", async () => {
  const user = await open({}, {
    "sales.of_day": () => ({
      day: "2026-11-22", sales: [], methods: [{ method: "wechat", name: "", amount: 1_000_000, payments: 2, refunded: 160_000 }, { method: "cash", name: "", amount: 0, payments: 0, refunded: 263 }],
      refunds: [{ id: "r1", number: "T-1", sale: "s1", saleNumber: "A-1", client: { id: "k1", name: "Ann", memberNumber: "A1" }, amount: 160_000, interest: 263, reason: "moves", at: 0, by: "Cora" }],
    }),
  });
  await user.keyboard("{Escape}");
  await user.click(screen.getByTestId("rail-checkout"));
  await user.click(await screen.findByTestId("sale-back"));
  expect((await screen.findByTestId("checkout-came")).textContent).toBe("当天收款10,000.00退出 1,602.63，净收 8,397.37微信 2 笔10,000.00退出 1,600.00，净收 8,400.00现金0.00退出 2.63，净收 \u22122.63");
  expect(screen.getByTestId("day-refunds").textContent).toContain("退款 1");
});

test("what two computers took back or gave back twice is said in red and can be taken back", async () => {
  const back = (id: string): Refund => refund({ id, number: id, reverses: "r1", surplus: true, amount: -160_000, offDebt: 0, parts: [part({ amount: -160_000 })], payments: [] });
  const sent: unknown[] = [];
  const user = await open({ refunds: [refund({ reversed: true, parts: [part({ amount: 960_000 })] }), back("r2"), back("r3")] }, { "desk.state": () => deskState({ me: { ...me, permissions: [...me.permissions, "refund"] } }), "refunds.reverse": (input) => { sent.push(input); return { id: "x", number: "T-9" }; } });
  expect(screen.getAllByTestId("sale-refund-surplus")).toHaveLength(2);
  expect(screen.getByTestId("sale-line-over").textContent).toContain("1,600.00");
  const [first] = screen.getAllByTestId("sale-refund-reverse");
  if (first) await user.click(first);
  expect((await screen.findByTestId("refund-reverse-dialog")).textContent).toContain("重复");
  await user.type(screen.getByTestId("refund-reverse-reason"), "twice{Enter}");
  await waitFor(() => { expect(sent).toMatchObject([{ input: { refund: "r2", reason: "twice" } }]); });
});

test("what cost nothing can still be brought back", async () => {
  await open({ total: 0, lines: sold({}).lines.map((line) => ({ ...line, price: 0 })), refunds: [] });
  expect(screen.getByTestId("sale-refund")).toBeTruthy();
});
