import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import { noPoints, plainLine } from "../../../dev/points";
import type { Offers, PaySale, Quote, QuotedLine, SaleBegun, Witnessing } from "../../api/generated";
import { account, ann, file, head, hit, me, sold } from "./refund/fixtures";

const method = (code: string) => ({ code, name: "", needsReference: false, active: true });
const offers: Offers = { methods: [method("wechat"), method("points")], cards: [], topUps: [], rewards: [{ id: "r1", kind: "product", item: "m1", name: "Mask", points: 800, active: true, listed: true }], spellings: [] };
const nothing = { principal: 0, gift: 0, deposit: 0, owed: 0 };
const begun: SaleBegun = { client: ann, balances: nothing, points: 2_000, entitlements: [], held: [], arrears: "never", dueOn: "2099-01-31", unsold: [{ plan: "pl", visit: null, planLine: "pln", procedure: "c1", name: "Laser", agreed: true, sessions: 1, price: null }] };
const laser: QuotedLine = { kind: "procedure", name: "Laser", standardName: "Laser", quantity: 1, listPrice: 100_000, listTotal: 100_000, reductions: [], price: 100_000, sessions: [], batch: null, gift: 0, withoutPlan: false, ...plainLine, multiplier: 2_000, multipliedBy: "member_day" };
const mask = (quantity: number): QuotedLine => ({ ...laser, kind: "product", name: "Mask", standardName: "", quantity, listPrice: 16_800, listTotal: 16_800 * quantity, reductions: [{ kind: "reward", amount: 16_800 * quantity, name: "", rate: 0 }], price: 0, ...plainLine, rewardPoints: 800 * quantity });

let paid: Witnessing<PaySale>[] = [];
beforeEach(() => { paid = []; });

async function open(more: Answers = {}) {
  openDesk({
    "desk.state": () => deskState({ me }),
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [{ id: "c1", name: "Laser", standardName: "Laser", specialty: "dermatology", level: null, listPrice: 100_000, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active: true }], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "clients.find": () => [hit],
    "clients.open": () => file,
    "accounts.of_client": () => account,
    "sales.of_client": () => [head],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    "billing.offers": () => offers,
    "sales.begin": () => begun,
    "sales.open": () => sold({ earned: 1_900, redeemed: 1_800 }),
    "sales.quote": ({ sale }): Quote => {
      const lines = sale.lines.map(({ item, quantity }) => (item.kind === "reward" ? mask(quantity) : laser));
      const rewards = lines.reduce((sum, { rewardPoints }) => sum + rewardPoints, 0);
      return { lines, listTotal: 0, total: 100_000, byHand: false, overLimit: false, limit: 100, withoutPlan: false, balances: nothing, storedValue: 0, deposit: 0, points: { ...noPoints, available: 2_000, rewards, money: { pointsPerYuan: 100, least: 0, mostPercent: 50 }, payable: Math.max(0, 2_000 - rewards), earns: 2_000 } };
    },
    "sales.pay": (input) => { paid.push(input); return { id: "s1", number: "A-1", change: 0, points: { earned: 1_900, redeemed: 1_800, balance: 2_100 } }; },
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await user.click(await screen.findByTestId("client-sell"));
  await screen.findByTestId("checkout-page");
  return user;
}
const text = (id: string) => screen.getByTestId(id).textContent;
async function take(user: Awaited<ReturnType<typeof open>>) {
  await user.type(screen.getByTestId("checkout-add"), "jifen");
  await screen.findByTestId("checkout-add-hit");
  await user.keyboard("{Enter}");
}

test("what the client asks is said: how many points it brings and why; points pay up to what the rule allows", async () => {
  const user = await open();
  expect(text("checkout-points")).toBe("积分 2,000");
  await waitFor(() => { expect(text("checkout-points-earns")).toBe("最多得 2,000 分 · 会员日 ×2"); });
  await user.click(screen.getByTestId("checkout-method-points"));
  const row = within(await screen.findByTestId("checkout-payment-points"));
  expect(row.getByTestId<HTMLInputElement>("checkout-payment-amount").value).toBe("20.00");
  expect(text("checkout-balance")).toBe("积分 2,000 分，100 分抵 1 元，这单最多抵 20.00");
  fireEvent.change(row.getByTestId("checkout-payment-amount"), { target: { value: "20.01" } });
  expect(row.getByTestId("checkout-payment-problem").textContent).toBe("积分最多 20.00");
  fireEvent.change(row.getByTestId("checkout-payment-amount"), { target: { value: "10" } });
  await user.click(screen.getByTestId("checkout-method-wechat"));
  expect(await stumbles()).toEqual([]);
  await user.click(screen.getByTestId("checkout-pay"));
  expect((await screen.findByTestId("sale-paid-points")).textContent).toBe("得积分 1,900 · 用积分 1,800 · 现有积分 2,100");
  expect(text("sale-points")).toBe("得积分 1,900 · 用积分 1,800");
  expect(paid[0]?.input.payments).toEqual([{ method: "points", amount: 1_000, tendered: null, reference: "" }, { method: "wechat", amount: 99_000, tendered: null, reference: "" }]);
});

test("a reward costs points instead of money and no discount; more than there are is not taken", async () => {
  const user = await open();
  await take(user);
  await waitFor(() => { expect(screen.getAllByTestId("checkout-line-price")[1]?.textContent).toBe("800 分"); });
  expect(screen.getAllByTestId("checkout-line-discount")).toHaveLength(1);
  expect(screen.getAllByTestId("checkout-line-why").map(({ textContent }) => textContent)).toEqual(["原价 1,000.00 · 会员日 ×2", "原价 168.00 · 积分兑换 −168.00"]);
  await take(user);
  await waitFor(() => { expect(text("checkout-points-takes")).toBe("兑换用 1,600 分，现有 2,000 分"); });
  // The same once more is one more of it.
  expect(screen.getAllByTestId("checkout-line")).toHaveLength(2);
  await take(user);
  await waitFor(() => { expect(text("checkout-problem")).toBe("积分不够：要 2,400 分，现有 2,000 分"); });
  expect(screen.getByTestId("checkout-points-takes").className).toContain("danger");
  expect(screen.getByTestId<HTMLButtonElement>("checkout-pay").disabled).toBe(true);
});

test("what Rust refuses of points stands at the payment", async () => {
  const user = await open({ "sales.pay": () => refuse("points_below_least", "payments", { payment: "1", least: "500" }) });
  await waitFor(() => { expect(screen.getByTestId("checkout-method-points")).toBeTruthy(); });
  await user.click(screen.getByTestId("checkout-method-points"));
  await user.click(screen.getByTestId("checkout-method-wechat"));
  await user.click(screen.getByTestId("checkout-pay"));
  expect(await screen.findByText(/一次至少用 500 分/)).toBeTruthy();
});
