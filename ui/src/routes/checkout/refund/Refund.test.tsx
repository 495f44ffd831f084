import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../../dev/desk";
import type { Offers, PayRefund, RefundInput, Sale, StaffMember, Witnessing } from "../../../api/generated";
import { account, file, head, hit, me, quoteOf, sold } from "./fixtures";

const method = (code: string) => ({ code, name: "", needsReference: false, active: true });
const offers: Offers = { methods: ["wechat", "cash", "transfer", "stored_value", "deposit"].map(method), cards: [], topUps: [], rewards: [], spellings: [] };
const staff = (id: string, name: string): StaffMember => ({ id, name, phone: null, roles: ["owner"], active: true, registrations: [], permittedProcedures: [] });

let quoted: RefundInput[] = [];
let paid: Witnessing<PayRefund>[] = [];
beforeEach(() => {
  quoted = [];
  paid = [];
});

async function open(more: Answers = {}, sale: Partial<Sale> = {}) {
  openDesk({
    "desk.state": () => deskState({ me }),
    "staff.all": () => [staff("c1", "Cora"), staff("o1", "Olga")],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "billing.offers": () => offers,
    "clients.find": () => [hit],
    "clients.open": () => file,
    "accounts.of_client": () => account,
    "sales.of_client": () => [head],
    "sales.held": () => [],
    "sales.of_day": () => ({ day: "2026-11-22", sales: [], methods: [], refunds: [] }),
    "sales.open": () => sold(sale),
    "refunds.quote": ({ refund }) => { quoted.push(refund); return quoteOf(refund); },
    "refunds.pay": (input) => { paid.push(input); return { id: input.input.id, number: "T-1" }; },
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await user.click(await screen.findByTestId("client-sale"));
  return user;
}

async function toRefund(more: Answers = {}) {
  const user = await open(more);
  await user.click(await screen.findByTestId("sale-refund"));
  await screen.findByTestId("refund-page");
  return user;
}
type User = Awaited<ReturnType<typeof toRefund>>;

const row = (place: number) => within(screen.getAllByTestId("refund-thing")[place] as HTMLElement);
const number = (element: HTMLElement) => element.querySelector("input") ?? element;
async function type(user: User, element: HTMLElement, text: string) {
  await user.clear(number(element));
  await user.type(number(element), text);
}
const take = (user: User, count: string) => type(user, row(0).getAllByTestId("refund-sessions")[0] as HTMLElement, count);
const total = async (amount: string) => { await waitFor(() => { expect(screen.getByTestId("refund-total").textContent).toBe(amount); }); };
const problem = async (words: string | RegExp) => { await waitFor(() => { expect(screen.getByTestId("refund-problem").textContent).toMatch(words); }); };
const ready = async () => { await waitFor(() => { expect(screen.getByTestId<HTMLButtonElement>("refund-go").disabled).toBe(false); }); };
const texts = (id: string) => screen.getAllByTestId(id).map(({ textContent }) => textContent);
const way = (place: number) => within(screen.getAllByTestId("refund-way")[place] as HTMLElement);
const amountOf = (place: number) => way(place).getByTestId<HTMLInputElement>("refund-way-amount");

test("sessions that are chosen are computed, with the working line by line", async () => {
  const user = await toRefund();
  await problem("请先选退什么");
  expect(screen.getByTestId("refund-basis-cooling_off")).toHaveProperty("disabled", true);
  expect(screen.getByText("已于 2026-11-08 截止。")).toBeTruthy();
  expect(screen.getByTestId("refund-basis-client")).toHaveProperty("checked", true);
  await take(user, "2");
  await total("3,200.00");
  expect(quoted.at(-1)).toEqual({ sale: "s1", basis: "client", parts: [{ item: { kind: "line", line: "l1" }, sessions: [{ entitlement: "e1", sessions: 2 }], packs: 0, goods: "none", part: null, amount: null }], ways: null, interest: null, reason: "" });
  await take(user, "1");
  await total("1,600.00");
  expect(texts("refund-step")).toEqual(["实付4,800.00", "已用 Thermage 1 次，按实付价−1,600.00", "这次退 1 / 2 次−1,600.00"]);
  expect(row(0).getByTestId("refund-result").textContent).toBe("退1,600.00");
  await user.click(screen.getByTestId("refund-basis-clinic"));
  await waitFor(() => { expect(quoted.at(-1)).toMatchObject({ basis: "clinic", parts: [{ sessions: [{ sessions: 1 }] }] }); });
  expect(await stumbles()).toEqual([]);
});

test("all of it is every session with the gifts, every pack and all the money, and nothing again", async () => {
  const user = await toRefund();
  await user.click(screen.getByTestId("refund-all"));
  await total("8,560.00");
  expect(quoted.at(-1)?.parts).toMatchObject([
    { sessions: [{ entitlement: "e1", sessions: 2 }, { entitlement: "e2", sessions: 1 }] },
    { packs: 2, goods: "restocked" },
    { item: { line: "l3" }, part: null, amount: null },
  ]);
  await user.click(row(1).getByTestId("refund-goods-none"));
  await waitFor(() => { expect(quoted.at(-1)?.parts[1]).toMatchObject({ packs: 2, goods: "none" }); });
  await type(user, row(2).getByTestId("refund-part"), "1000");
  await total("4,560.00");
  expect(quoted.at(-1)?.parts[2]).toMatchObject({ part: 100_000 });
  await user.click(screen.getByTestId("refund-none"));
  await total("0.00");
  expect(screen.queryByTestId("refund-way")).toBeNull();
});

test("an amount by hand stands over what was computed, or alone, and what is no amount says so at its row", async () => {
  const user = await toRefund();
  await user.click(row(0).getByTestId("refund-by-hand"));
  await user.type(row(0).getByTestId("refund-amount"), "500");
  await total("500.00");
  expect(quoted.at(-1)?.parts).toMatchObject([{ item: { line: "l1" }, sessions: [], amount: 50_000 }]);
  await take(user, "1");
  await waitFor(() => { expect(quoted.at(-1)?.parts).toMatchObject([{ sessions: [{ sessions: 1 }], amount: 50_000 }]); });
  await waitFor(() => { expect(texts("refund-step").at(-1)).toBe("协商改金额−1,100.00"); });
  await type(user, row(0).getByTestId("refund-amount"), "5x");
  expect(row(0).getByTestId("refund-thing-problem").textContent).toContain("请填Thermage退多少");
  await problem("请填Thermage退多少");
  // Of money that is kept here, an amount alone takes none of it.
  await user.click(row(0).getByTestId("refund-by-hand"));
  await user.click(row(2).getByTestId("refund-by-hand"));
  await user.type(row(2).getByTestId("refund-amount"), "20");
  await waitFor(() => { expect(quoted.at(-1)?.parts[1]).toMatchObject({ item: { line: "l3" }, part: 0, amount: 2_000 }); });
});

test("what cannot go back says so at its row, and the last amounts stay", async () => {
  const user = await toRefund({ "refunds.quote": ({ refund }) => ((refund.parts[0]?.amount ?? 0) > 480_000 ? refuse("refund_too_large", "amount", { part: "1", most: "480000" }) : quoteOf(refund)) });
  await take(user, "1");
  await total("1,600.00");
  await user.click(row(0).getByTestId("refund-by-hand"));
  await user.type(row(0).getByTestId("refund-amount"), "9000");
  expect((await row(0).findByTestId("refund-thing-problem")).textContent).toContain("最多能退 4,800.00 元");
  expect(screen.getByTestId("refund-total").textContent).toBe("1,600.00");
  expect(row(0).getByTestId<HTMLInputElement>("refund-amount").value).toBe("9000");
  await problem("有一项还不能退");
  expect(screen.getByTestId<HTMLButtonElement>("refund-go").disabled).toBe(true);
});

test("ways are edited until they add up, become stored value in one go, and go back as they were paid", async () => {
  const user = await toRefund();
  await take(user, "2");
  await total("3,200.00");
  await waitFor(() => { expect(amountOf(0).value).toBe("3200.00"); });
  await type(user, amountOf(0), "3000");
  expect(screen.getByTestId("refund-still").textContent).toBe("还没安排 200.00");
  await problem("还有 200.00 没有安排怎么退");
  await type(user, amountOf(1), "200");
  await waitFor(() => { expect(quoted.at(-1)?.ways).toEqual([{ payment: "w", method: "wechat", amount: 300_000, reference: "" }, { payment: "c", method: "cash", amount: 20_000, reference: "" }]); });
  expect(screen.queryByTestId("refund-still")).toBeNull();
  await problem("请写退款原因");
  await user.click(screen.getByTestId("refund-keep"));
  expect(amountOf(0).value).toBe("3200.00");
  // It had been changed: the first press brings it back as it was paid, the second keeps all of it.
  await user.click(screen.getByTestId("refund-keep"));
  await waitFor(() => { expect(quoted.at(-1)?.ways).toEqual([{ payment: "w", method: "stored_value", amount: 320_000, reference: "" }]); });
  await user.type(screen.getByTestId("refund-reason"), "moves{Enter}");
  await ready();
  await user.click(screen.getByTestId("refund-go"));
  expect((await screen.findByTestId("refund-confirm-words")).textContent).toBe("退还Thermage 2 次：3,200.00 转为储值。");
  await user.click(screen.getByTestId("refund-ok"));
  await screen.findByTestId("sale-page");
  expect(paid[0]?.input.refund.ways).toMatchObject([{ method: "stored_value", amount: 320_000 }]);
});

test("a way that is refused says so at its row", async () => {
  const user = await toRefund({ "refunds.quote": ({ refund }) => (refund.ways?.some(({ payment, amount }) => payment === "c" && amount > 116_000) ? refuse("refund_too_large", "amount", { way: "2", most: "116000" }) : quoteOf(refund)) });
  await take(user, "2");
  await waitFor(() => { expect(amountOf(0).value).toBe("3200.00"); });
  await type(user, amountOf(0), "1000");
  await type(user, amountOf(1), "2200");
  expect((await way(1).findByTestId("refund-way-problem")).textContent).toContain("最多能退 1,160.00 元");
  expect(way(0).queryByTestId("refund-way-problem")).toBeNull();
  expect(amountOf(1).value).toBe("2200");
  await problem("有一项还不能退");
});

test("the question says what will happen, and twice pressed pays once", async () => {
  let answer: (() => void) | undefined;
  const user = await toRefund({
    "refunds.quote": ({ refund }) => quoteOf(refund, refund.parts.length > 0 ? { offDebt: 50_000, interest: 263, invoiced: 480_000, interestSteps: [{ kind: "interest", name: "", count: 20, of: 0, price: 320_000, rate: 150, amount: 263 }], ways: [{ payment: "w", method: "wechat", amount: 306_000, back: false }] } : {}),
    "refunds.pay": ((input: Witnessing<PayRefund>) => { paid.push(input); return new Promise((resolve) => { answer = () => { resolve({ id: input.input.id, number: "T-1" }); }; }); }) as never,
  });
  await take(user, "2");
  await type(user, row(1).getByTestId("refund-packs"), "2");
  await total("3,562.63");
  expect(within(screen.getByTestId("refund-interest-part")).getByTestId("refund-step").textContent).toBe("3,200.00 × 年利率 1.50% × 20 天2.63");
  expect(screen.getByTestId("refund-invoiced").textContent).toContain("4,800.00");
  expect(screen.getByTestId("refund-off-debt").textContent).toBe("抵欠款500.00");
  await user.type(screen.getByTestId("refund-reason"), "pregnant{Enter}");
  await ready();
  fireEvent.keyDown(document.body, { key: "Enter" });
  expect((await screen.findByTestId("refund-confirm-words")).textContent).toBe("退还Thermage 2 次、Cream 2 件：3,060.00 退回微信。2 件Cream回库。欠款减少 500.00。另付利息 2.63（现金）。");
  expect(await stumbles()).toEqual([]);
  await user.dblClick(screen.getByTestId("refund-ok"));
  await waitFor(() => { expect(answer).toBeDefined(); });
  answer?.();
  expect((await screen.findByTestId("refund-done")).textContent).toBe("退款单 T-1 已办好 · 现金 2.63 交给顾客");
  await screen.findByTestId("sale-page");
  expect(paid).toHaveLength(1);
  expect(paid[0]).toMatchObject({ witness: null, input: { total: 356_263, refund: { ways: null, interest: "cash", reason: "pregnant" } } });
});

test("who may not give back alone asks for a PIN, and a wrong one keeps the question open", async () => {
  const user = await toRefund({
    "refunds.quote": ({ refund }) => quoteOf(refund, { approval: true }),
    "refunds.pay": (input) => { paid.push(input); return input.witness?.pin === "135790" ? { id: input.input.id, number: "T-1" } : refuse("pin_wrong", "pin"); },
  });
  await take(user, "1");
  await user.type(screen.getByTestId("refund-reason"), "moves{Enter}");
  await ready();
  await user.click(screen.getByTestId("refund-go"));
  await user.click((await screen.findByTestId("witness-person")).querySelector("input") as HTMLElement);
  await user.click((await screen.findAllByText("Olga")).at(-1) as HTMLElement);
  await user.type(screen.getByTestId("witness-pin"), "111111{Enter}");
  await screen.findByText(/PIN 不对/);
  await user.type(screen.getByTestId("witness-pin"), "135790{Enter}");
  await screen.findByTestId("sale-page");
  expect(paid.map(({ witness }) => witness)).toEqual([{ staffId: "o1", pin: "111111" }, { staffId: "o1", pin: "135790" }]);
  expect(new Set(paid.map(({ input }) => input.id)).size).toBe(1);
});

test("what moved meanwhile is shown and asked again, and a reason is not let go unasked", async () => {
  let moved = false;
  const user = await toRefund({
    "refunds.quote": ({ refund }) => quoteOf(refund, moved ? { amount: 150_000 } : {}),
    "refunds.pay": (input) => { paid.push(input); moved = true; return refuse("changed_meanwhile", "total", { total: "150000" }); },
  });
  await take(user, "1");
  await user.type(screen.getByTestId("refund-reason"), "moves{Enter}");
  await ready();
  await user.click(screen.getByTestId("refund-go"));
  await user.click(await screen.findByTestId("refund-ok"));
  await total("1,500.00");
  expect(screen.queryByTestId("refund-confirm-words")).toBeNull();
  expect(screen.getByTestId("refund-refused").textContent).toContain("别人刚刚改过");
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect((await screen.findByTestId("refund-leaving")).textContent).toContain("moves");
  await user.click(screen.getByTestId("refund-leave"));
  await screen.findByTestId("sale-page");
});

test("what a refund makes of the client's tier is said beside the total and before it is confirmed", async () => {
  const [gold, silver] = [{ code: "g", name: "金卡会员" }, { code: "s", name: "银卡会员" }];
  const user = await toRefund({ "refunds.quote": ({ refund }) => quoteOf(refund, { tier: refund.parts.length === 0 ? null : { from: gold, to: (refund.parts[0]?.sessions[0]?.sessions ?? 0) > 1 ? null : silver } }) });
  expect(screen.queryByTestId("refund-turn")).toBeNull();
  await take(user, "1");
  expect((await screen.findByTestId("refund-turn")).textContent).toBe("退款后会员等级由金卡会员变为银卡会员");
  await take(user, "2");
  await waitFor(() => { expect(screen.getByTestId("refund-turn").textContent).toBe("退款后不再有会员等级"); });
  await user.type(screen.getByTestId("refund-reason"), "moves");
  await ready();
  await user.click(screen.getByTestId("refund-go"));
  expect((await screen.findByTestId("refund-confirm-turn")).textContent).toBe("退款后不再有会员等级");
});

test("what becomes of the points is said, what of them is spent already, and no more once people agreed on an amount", async () => {
  const turn = { taken: 666, returned: 3_334, gained: 0, short: 10, worth: null, referrer: null };
  const turns = [turn, { ...turn, taken: 2_000, returned: 0, gained: 5, short: 1_550, worth: 1_550, referrer: { client: { id: "k2", name: "Bea", memberNumber: "A2" }, points: 300 } }];
  const user = await toRefund({ "refunds.quote": ({ refund }) => quoteOf(refund, { points: turns[(refund.parts[0]?.sessions[0]?.sessions ?? 0) - 1] ?? null }) });
  const said = async (words: string) => { await waitFor(() => { expect(screen.getByTestId("refund-turn").textContent).toBe(words); }); };
  await take(user, "1");
  await said("扣回积分 666 分、退还积分 3,334 分。其中 10 分顾客已经用掉，扣不回；要顾客补的话，请改小退款金额。");
  await take(user, "2");
  await said("扣回积分 2,000 分、另得积分 5 分、介绍人Bea扣回 300 分。其中 1,550 分顾客已经用掉，扣不回（值 15.50）；要顾客补的话，请改小退款金额。");
  await user.click(screen.getAllByTestId("refund-by-hand")[0] as HTMLElement);
  await user.type((await screen.findAllByTestId("refund-amount"))[0] as HTMLElement, "100");
  await said("扣回积分 2,000 分、另得积分 5 分、介绍人Bea扣回 300 分。其中 1,550 分顾客已经用掉，不再扣；退款金额已另行商定。");
});
