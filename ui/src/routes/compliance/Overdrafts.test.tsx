import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { NeedsCare, OverdraftOf, Permission, SettleOverdraft } from "../../api/generated";

const client = { id: "k1", name: "Ann", memberNumber: "A1" };
const over = (of: OverdraftOf, amount: number): NeedsCare => ({ care: "now", on: "2026-11-20", matter: { kind: "overdraft", overdraft: { client, of, amount, since: "2026-11-20" } } });
const pot = over({ kind: "pot", pot: "principal" }, 20_000);
const points = over({ kind: "points" }, 300);
const sessions = over({ kind: "sessions", entitlement: "e1", name: "光子嫩肤", sale: "s1", number: "A-2026-000123" }, 1);
const debt = over({ kind: "debt", sale: "s2", number: "A-2026-000124" }, 10_000);
const plan = over({ kind: "plan", planLine: "pln1", plan: "pl1", name: "光子嫩肤" }, 2);
const line = over({ kind: "line", line: "l1", name: "", sale: "s3", number: "A-2026-000125" }, 10_000);
const owner: Permission[] = ["work", "see_compliance", "see_clients", "see_money", "settle_overdrafts"];

let sent: SettleOverdraft[] = [];
let opened: string[] = [];
beforeEach(() => { sent = []; opened = []; });

/** Who works differs, since what was typed waits for the person who typed it. */
async function open(staffId: string, care: NeedsCare[], { permissions = owner, more = {} }: { permissions?: Permission[]; more?: Answers } = {}) {
  openDesk({
    "desk.state": () => deskState({ me: { staffId, name: "Shen", roles: ["owner"], permissions } }),
    "settings.all": () => [],
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "clients.find": () => [],
    "clients.open": ({ client: id }) => { opened.push(`client ${id}`); return refuse("not_found", "client"); },
    "sales.open": ({ id }) => { opened.push(`sale ${id}`); return refuse("not_found", "id"); },
    "sales.of_day": () => ({ day: "2026-11-22", sales: [], methods: [], refunds: [] }),
    "sales.held": () => [],
    "compliance.desk": () => care,
    "compliance.counts": () => ({ now: care.length, month: 0, soon: 0 }),
    "overdrafts.settle": (input) => { sent.push(input); return null; },
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-compliance"));
  await screen.findAllByTestId("overdraft");
  return user;
}
type User = Awaited<ReturnType<typeof open>>;

const field = (testId: string) => { const found = screen.getByTestId(testId); return found.querySelector("input") ?? (found as HTMLInputElement); };
async function type(user: User, testId: string, text: string) {
  await user.clear(field(testId));
  await user.type(field(testId), text);
}
const settle = async (user: User) => { await user.click(screen.getByTestId("overdraft-settle")); await screen.findByTestId("overdraft-apply"); };
const what = async (words: string) => { await waitFor(() => { expect(screen.getByTestId("overdraft-what").textContent).toBe(words); }); };

test("each overdraft stands in words with why, and opens where it belongs", async () => {
  const user = await open("p1", [pot, points, sessions, debt, plan, line]);
  const column = within(screen.getByTestId("care-now"));
  expect(column.getAllByTestId("overdraft").map(({ textContent }) => textContent)).toEqual([
    "储值本金透支 200.00 元2026-11-20 起Ann · 两台电脑离线时重复使用补平",
    "积分透支 300 分2026-11-20 起Ann · 两台电脑离线时重复使用补平",
    "光子嫩肤 多核销 1 次（A-2026-000123）2026-11-20 起Ann · 两台电脑离线时重复核销补平",
    "A-2026-000124 欠款多收 100.00 元2026-11-20 起Ann · 两台电脑离线时重复收款去退还",
    "方案外多售 光子嫩肤 2 次2026-11-20 起Ann · 两台电脑离线时重复售出补平",
    "A-2026-000125 多退 100.00 元2026-11-20 起Ann · 两台电脑离线时重复退款补平",
  ]);
  expect(await stumbles()).toEqual([]);
  const rows = column.getAllByTestId("matter-open");
  expect(rows).toHaveLength(6);
  await user.click(rows[0] as HTMLElement);
  await waitFor(() => { expect(opened).toContain("client k1"); });
  await user.click(screen.getByTestId("rail-compliance"));
  await user.click((await screen.findAllByTestId("matter-open"))[5] as HTMLElement);
  await waitFor(() => { expect(opened).toContain("sale s3"); });
});

test("a debt that was paid twice is given back at its sale", async () => {
  const user = await open("p2", [debt]);
  expect(screen.queryByTestId("overdraft-settle")).toBeNull();
  await user.click(screen.getByTestId("overdraft-give-back"));
  await waitFor(() => { expect(opened).toEqual(["sale s2"]); });
});

test("who may neither settle nor see money has no act and no way to a sale", async () => {
  await open("p3", [debt, pot], { permissions: ["work", "see_compliance", "see_clients"] });
  for (const id of ["overdraft-settle", "overdraft-give-back"]) expect(screen.queryByTestId(id)).toBeNull();
  expect(screen.getAllByTestId("matter-open")).toHaveLength(1);
});

test("money is made good in full or in part, once however often it is pressed", async () => {
  let answer: (() => void) | undefined;
  const user = await open("p4", [pot], { more: { "overdrafts.settle": ((input: SettleOverdraft) => { sent.push(input); return new Promise((resolve) => { answer = () => { resolve(null); }; }); }) as never } });
  await settle(user);
  expect(field("overdraft-amount").value).toBe("200.00");
  await what("诊所承担 200.00 元，储值本金余额恢复到 0。 也可以先请顾客充值或补交，余额回到 0 就不用补平。");
  await type(user, "overdraft-amount", "200.01{Enter}");
  expect(await screen.findByText("请填不超过 200.00 的金额，最多两位小数")).toBeTruthy();
  expect(await screen.findByText("请填写")).toBeTruthy();
  await type(user, "overdraft-amount", "50");
  await what("诊所承担 50.00 元，储值本金还透支 150.00 元。 也可以先请顾客充值或补交，余额回到 0 就不用补平。");
  await type(user, "overdraft-reason", "network down");
  expect(await stumbles(screen.getByTestId("overdraft-dialog"))).toEqual([]);
  expect(sent).toEqual([]);
  await user.dblClick(screen.getByTestId("overdraft-apply"));
  await waitFor(() => { expect(answer).toBeDefined(); });
  answer?.();
  await screen.findByText("已补平");
  await waitFor(() => { expect(screen.queryByTestId("overdraft-dialog")).toBeNull(); });
  expect(sent).toEqual([{ id: sent[0]?.id, of: { kind: "pot", client: "k1", pot: "principal" }, amount: 5_000, reason: "network down" }]);
});

test("sessions are counted; what is less by now says how much, in what it is counted in, and nothing typed is lost", async () => {
  let refused = true;
  const user = await open("p5", [over({ kind: "sessions", entitlement: "e1", name: "光子嫩肤", sale: "s1", number: "A-1" }, 3)], { more: { "overdrafts.settle": (input) => { sent.push(input); if (refused) { refused = false; return refuse("not_overdrawn", "amount", { most: "2" }); } return null; } } });
  await settle(user);
  await what("诊所承担 3 次，光子嫩肤的次数恢复到 0。 也可以先请顾客补买多做的次数，再补平。");
  await type(user, "overdraft-reason", "offline{Enter}");
  expect(await screen.findByText("现在最多补平 2")).toBeTruthy();
  expect(field("overdraft-reason").value).toBe("offline");
  await type(user, "overdraft-amount", "2");
  await what("诊所承担 2 次，光子嫩肤还多核销 1 次。 也可以先请顾客补买多做的次数，再补平。");
  await user.click(screen.getByTestId("overdraft-apply"));
  await waitFor(() => { expect(screen.queryByTestId("overdraft-dialog")).toBeNull(); });
  expect(sent[1]).toMatchObject({ of: { kind: "sessions", entitlement: "e1" }, amount: 2, reason: "offline" });
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
});

test.each([
  ["p6", points, "诊所承担 300 分，积分不再透支。", { kind: "points", client: "k1" }, 300],
  ["p7", plan, "接受多售的 2 次。", { kind: "plan", planLine: "pln1" }, 2],
  ["p8", line, "接受多退的 100.00 元。", { kind: "line", line: "l1" }, 10_000],
] as const)("what is made good says what happens (%s)", async (staffId, matter, words, of, amount) => {
  const user = await open(staffId, [matter]);
  await settle(user);
  await waitFor(() => { expect(screen.getByTestId("overdraft-what").textContent.trim()).toBe(words); });
  await type(user, "overdraft-reason", "offline{Enter}");
  await waitFor(() => { expect(sent).toEqual([{ id: sent[0]?.id, of, amount, reason: "offline" }]); });
});
