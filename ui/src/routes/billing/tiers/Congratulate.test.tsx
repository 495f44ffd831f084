import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { type Answers, deskState, openDesk, stumbles } from "../../../../dev/desk";
import { noPoints, nothingPaid, plainLine } from "../../../../dev/points";
import type { ClientTier, Permission, QuotedLine, SaleBegun, TierUpgrade } from "../../../api/generated";
import { account, file, head, hit, me, sold } from "../../checkout/refund/fixtures";
import { basic, gold, member, silver } from "./fixtures";

const ann = { id: "k1", name: "Ann", memberNumber: "A1" };
const nothing = { principal: 0, gift: 0, deposit: 0, owed: 0 };
const begun: SaleBegun = {
  client: ann, balances: nothing, points: 0, entitlements: [], held: [], arrears: "never", dueOn: "2099-01-31",
  unsold: [{ plan: "pl", visit: "v1", planLine: "pln", procedure: "c1", name: "Thermage", agreed: true, sessions: 1, price: 88_000 }],
};
const line: QuotedLine = { kind: "procedure", name: "Thermage", standardName: "Thermage", quantity: 1, listPrice: 100_000, listTotal: 100_000, reductions: [{ kind: "tier", amount: 12_000, name: "Silver", rate: 880 }], price: 88_000, sessions: [], batch: null, gift: 0, withoutPlan: false, ...plainLine };
const upgrade: TierUpgrade = {
  client: ann, change: { day: "2026-11-22", from: { code: "s", name: "Silver" }, to: { code: "g", name: "Gold" }, up: true, cause: { kind: "paid", sale: "s1", number: "A-1" } },
  rules: [gold, silver, basic], next: { tier: { code: "d", name: "钻石会员" }, window: "lifetime", amount: 30_000_000, missing: 24_000_000 },
};

let left: string[] = [];
beforeEach(() => { left = []; });

function open(more: Answers = {}, tier: ClientTier = member) {
  const permissions: Permission[] = ["work", "see_clients", "see_money", "sell"];
  openDesk({
    "desk.state": () => deskState({ me: { ...me, permissions } }),
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "clients.find": () => [hit],
    "clients.open": () => file,
    "accounts.of_client": () => account,
    "sales.of_client": () => [head],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    "billing.offers": () => ({ methods: [{ code: "wechat", name: "", needsReference: false, active: true }], cards: [], topUps: [], rewards: [], spellings: [] }),
    "sales.begin": () => begun,
    "sales.held": () => { left.push("home"); return []; },
    "sales.of_day": () => ({ day: "2026-11-22", sales: [], refunds: [], methods: [] }),
    "sales.open": ({ id }) => sold({ id }),
    "sales.quote": ({ sale }) => ({ lines: sale.lines.map(() => line), listTotal: 100_000, total: 88_000, byHand: false, overLimit: false, limit: 100, withoutPlan: false, balances: nothing, storedValue: 0, deposit: 0, points: noPoints }),
    "sales.pay": ({ input }) => ({ id: input.id, number: "A-1", change: 0, points: nothingPaid }),
    "tiers.of_client": () => tier,
    "tiers.of_sale": () => upgrade,
    ...more,
  });
}

async function toFile() {
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await screen.findByTestId("client-page");
  return user;
}
async function pay() {
  const user = await toFile();
  await user.keyboard("{F8}");
  await waitFor(() => { expect(screen.getByTestId<HTMLButtonElement>("checkout-pay").disabled).toBe(false); });
  expect(screen.getByTestId("checkout-line-why").textContent).toBe("原价 1,000.00 · Silver 8.8 折 −120.00");
  await user.click(screen.getByTestId("checkout-pay"));
  await screen.findByTestId("sale-paid");
  return user;
}
const gone = async () => { await waitFor(() => { expect(screen.queryByTestId("congratulation")).toBeNull(); }); };
/** The hand that has just paid is past its second Enter. */
const later = () => { const now = performance.now(); vi.spyOn(performance, "now").mockReturnValue(now + 600); };
const enter = () => { act(() => { fireEvent.keyDown(document.activeElement ?? document.body, { key: "Enter" }); }); };

test("the checkout says the tier beside the name, and what will soon be lost", async () => {
  open();
  const user = await toFile();
  await user.keyboard("{F8}");
  expect((await screen.findByTestId("checkout-tier")).textContent).toBe("Silver");
  expect(screen.getByTestId("checkout-tier-near").textContent).toBe("2026-12-01 将降为Basic，再消费 1,200.00 可保留");
  expect(await stumbles()).toEqual([]);
});

test("a higher tier is said once after paying, and Enter closes it and does nothing beneath", async () => {
  open();
  await pay();
  await screen.findByTestId("congratulation");
  expect(screen.getByTestId("congratulation").textContent).toContain("镜台诊所");
  expect(screen.getByTestId("congratulation-words").textContent).toBe("恭喜Ann成为Gold");
  expect(screen.getByTestId("congratulation-gives").textContent).toMatch(/^Own consultantBooked first另享Silver的2 个项目、疗程卡 8\.8 折另享Basic的全部项目 9\.5 折/);
  expect(screen.getByTestId("congratulation-next").textContent).toBe("再消费 240,000.00 升为钻石会员");
  expect(await stumbles(screen.getByTestId("congratulation"))).toEqual([]);
  left = [];
  enter();
  expect(screen.getByTestId("congratulation")).toBeTruthy();
  later();
  enter();
  await gone();
  expect(screen.getByTestId("sale-number")).toBeTruthy();
  expect(left).toEqual([]);
  // It goes on as before: the next Enter is the page's own.
  enter();
  await waitFor(() => { expect(screen.queryByTestId("sale-number")).toBeNull(); });
});

test("it comes again by its button, and Esc closes it and stays on the page", async () => {
  open();
  const user = await toFile();
  await user.click(await screen.findByTestId("client-sale"));
  await screen.findByTestId("sale-number");
  const button = await screen.findByTestId("sale-congratulate");
  expect(button.textContent).toBe("升级祝贺");
  expect(screen.queryByTestId("congratulation")).toBeNull();
  await user.click(button);
  await screen.findByTestId("congratulation");
  await user.keyboard("{Escape}");
  await gone();
  expect(screen.getByTestId("sale-number")).toBeTruthy();
});

test("a payment that brings no higher tier says nothing, then or later", async () => {
  open({ "tiers.of_sale": () => null });
  await pay();
  await waitFor(() => { expect(screen.getByTestId("sale-another")).toBeTruthy(); });
  expect(screen.queryByTestId("sale-congratulate")).toBeNull();
  expect(screen.queryByTestId("congratulation")).toBeNull();
});
