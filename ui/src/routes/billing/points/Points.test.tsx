import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles, withSizes } from "../../../../dev/desk";
import type { AdjustPoints, Permission, Points, PointsLine, PointsLot, ReversePoints, StaffMember, Witnessing } from "../../../api/generated";
import { account, file, hit, me } from "../../checkout/refund/fixtures";

const staff = (id: string, name: string): StaffMember => ({ id, name, phone: null, roles: ["owner"], active: true, registrations: [], permittedProcedures: [] });
const line = (id: string, change: Partial<PointsLine>): PointsLine => ({ id, kind: "earn", expired: null, points: 300, after: 300, expiresOn: null, reversed: false, cause: null, letGo: 0, reason: "", approvedBy: null, day: "2026-11-01", by: "Rose", ...change });
const lot = (id: string, change: Partial<PointsLot>): PointsLot => ({ id, points: 300, left: 300, expiresOn: null, at: Date.UTC(2026, 10, 1), ...change });
const held: Points = {
  balance: 1_500,
  lots: [lot("l1", { left: 200, expiresOn: "2026-12-31" }), lot("l2", { points: 100, left: 100, expiresOn: "2026-12-31" }), lot("l3", { points: 1_200, left: 1_200 })],
  lines: [
    line("p4", { kind: "adjust", points: -100, after: 1_500, reason: "多记了", approvedBy: "Olga" }),
    line("p3", { kind: "adjust", points: 50, after: 1_600, reversed: true, expiresOn: "2026-12-31" }),
    line("p1", { points: -20, after: 1_550, expired: "2026-10-31", day: "2026-10-31", by: null }),
    line("p1", { points: -10, after: 1_570, expired: "2026-10-31", day: "2026-10-31", by: null }),
    line("p1", { kind: "opening", points: 1_580, after: 1_580, expiresOn: "2026-10-31" }),
  ],
};

let sent: Witnessing<AdjustPoints>[] = [];
let back: Witnessing<ReversePoints>[] = [];
beforeEach(() => { sent = []; back = []; });

const seller: Permission[] = ["work", "see_clients", "see_money", "sell", "change_ledgers"];

/** Who works differs, since what was typed waits for the person who typed it. */
async function open(staffId: string, { permissions = seller, points = held, more = {} }: { permissions?: Permission[]; points?: Points; more?: Answers } = {}) {
  withSizes();
  openDesk({
    "desk.state": () => deskState({ me: { ...me, staffId, permissions } }),
    "staff.all": () => [staff(staffId, "Cora"), staff("o1", "Olga")],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "clients.find": () => [hit],
    "clients.open": () => file,
    "accounts.of_client": () => account,
    "openings.of_client": () => [],
    "sales.of_client": () => [],
    "points.of_client": () => points,
    "points.adjust": (input) => { sent.push(input); return null; },
    "points.reverse": (input) => { back.push(input); return null; },
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await screen.findByTestId("client-points");
  return user;
}
type User = Awaited<ReturnType<typeof open>>;

const field = (testId: string) => { const found = screen.getByTestId(testId); return found.querySelector("input") ?? (found as HTMLInputElement); };
async function type(user: User, testId: string, text: string) {
  await user.clear(field(testId));
  await user.type(field(testId), text);
}
async function toAdjust(user: User) {
  await user.click(await screen.findByTestId("client-points-all"));
  await user.click(await screen.findByTestId("points-adjust"));
  await screen.findByTestId("points-apply");
}
const what = async (words: string) => { await waitFor(() => { expect(screen.getByTestId("points-what").textContent).toBe(words); }); };

test("the file says how many points there are and what ends first; the drawer what is there and what came and went", async () => {
  const user = await open("p1");
  expect((await screen.findByTestId("client-points-balance")).textContent).toBe("1,500 分");
  expect(screen.getByTestId("client-points-next").textContent).toBe("最先到期：300 分 2026-12-31");
  await user.click(screen.getByTestId("client-points-all"));
  expect((await screen.findAllByTestId("points-lot")).map(({ textContent }) => textContent)).toEqual(["200 / 300 分 2026-12-31 到期 2026-11-01 得到", "100 分 2026-12-31 到期 2026-11-01 得到", "1,200 分 长期有效 2026-11-01 得到"]);
  expect(screen.getAllByTestId("row-client-points").map((row) => [...row.children].map(({ textContent }) => textContent).join("|"))).toEqual([
    "2026-11-01|调整|−100|1,500||多记了|Rose|Olga|撤销",
    "2026-11-01|调整 \u00b7 已撤销|+50|1,600|2026-12-31||Rose||",
    "2026-10-31|过期|−20|1,550|||||",
    "2026-10-31|过期|−10|1,570|||||",
    "2026-11-01|期初|+1,580|1,580|2026-10-31||Rose||",
  ]);
  expect(await stumbles(screen.getByTestId("points-drawer"))).toEqual([]);
});

test("no points say so", async () => {
  await open("p2", { points: { balance: 0, lots: [], lines: [] } });
  expect((await screen.findByText("还没有积分")).closest("[data-testid]")?.getAttribute("data-testid")).toBe("client-points");
});

test("what is overdrawn is in red and waits for the owner", async () => {
  await open("p3", { points: { balance: -300, lots: [], lines: [line("p9", { kind: "redeem", points: -300, after: -300 })] } });
  const balance = await screen.findByTestId("client-points-balance");
  expect(balance.textContent).toBe("−300 分");
  expect(balance.className).toContain("danger");
  expect(screen.getByTestId("client-points-overdrawn").textContent).toBe("两台电脑离线时重复使用，待院长处理");
});

test("who may not sell adjusts nothing, who may not see money sees no points", async () => {
  const user = await open("p4", { permissions: ["work", "see_clients", "see_money"] });
  await user.click(await screen.findByTestId("client-points-all"));
  await screen.findAllByTestId("points-line");
  expect(screen.queryByTestId("points-adjust")).toBeNull();
  expect(screen.queryByTestId("points-undo")).toBeNull();
});

test("points are given once however often it is pressed, with their last day", async () => {
  let answer: (() => void) | undefined;
  const user = await open("p5", { more: { "points.adjust": ((input: Witnessing<AdjustPoints>) => { sent.push(input); return new Promise((resolve) => { answer = () => { resolve(null); }; }); }) as never } });
  await toAdjust(user);
  await user.click(screen.getByTestId("points-apply"));
  expect(await screen.findByText("请填 1 到 1,000,000,000 之间的整数")).toBeTruthy();
  expect(screen.getByText("请填写")).toBeTruthy();
  expect(sent).toEqual([]);
  await type(user, "points-amount", "300");
  await user.type(field("points-expires"), "20991231{Enter}");
  await what("给 300 分，2099-12-31 到期；调整后有 1,800 分。");
  await type(user, "points-reason", "missed");
  expect(screen.queryByTestId("witness-pin")).toBeNull();
  expect(await stumbles(screen.getByTestId("points-dialog"))).toEqual([]);
  await user.dblClick(screen.getByTestId("points-apply"));
  await waitFor(() => { expect(answer).toBeDefined(); });
  answer?.();
  await screen.findByText("积分已调整");
  expect(sent).toEqual([{ input: { id: sent[0]?.input.id, client: "k1", points: 300, expiresOn: "2099-12-31", reason: "missed" }, witness: null }]);
});

test("points are taken with a PIN of who may, and what is refused stands at its field with all that was typed", async () => {
  const permissions = seller.filter((permission) => permission !== "change_ledgers");
  const user = await open("p6", {
    permissions,
    more: { "points.adjust": (input) => { sent.push(input); return input.witness?.pin === "111111" ? refuse("pin_wrong", "pin") : sent.length < 3 ? refuse("points_too_few", "points", { available: "80" }) : null; } },
  });
  await toAdjust(user);
  await user.click(screen.getByTestId("points-way-take"));
  await type(user, "points-amount", "90");
  await what("扣 90 分，先扣最先到期的；调整后有 1,410 分。");
  await type(user, "points-reason", "wrong");
  await user.click(field("witness-person"));
  await user.click((await screen.findAllByText("Olga", { selector: ".ant-select-dropdown *" })).at(-1) as HTMLElement);
  await user.type(screen.getByTestId("witness-pin"), "111111{Enter}");
  expect(await within(screen.getByTestId("witness")).findByText(/PIN 不对/)).toBeTruthy();
  await user.type(screen.getByTestId("witness-pin"), "135790{Enter}");
  expect(await within(screen.getByTestId("points-dialog")).findByText(/积分只有 80 分/)).toBeTruthy();
  expect(field("points-amount").value).toBe("90");
  expect(field("points-reason").value).toBe("wrong");
  expect(screen.getByTestId<HTMLInputElement>("witness-pin").value).toBe("135790");
  await type(user, "points-amount", "80");
  await user.click(screen.getByTestId("points-apply"));
  await waitFor(() => { expect(screen.queryByTestId("points-dialog")).toBeNull(); });
  expect(sent.at(-1)).toMatchObject({ input: { points: -80, expiresOn: null, reason: "wrong" }, witness: { staffId: "o1", pin: "135790" } });
  expect(new Set(sent.map(({ input }) => input.id)).size).toBe(1);
});

test("more than there are says so before it is asked", async () => {
  const user = await open("p7");
  await toAdjust(user);
  await user.click(screen.getByTestId("points-way-take"));
  await type(user, "points-amount", "2000");
  await what("现在只有 1,500 分");
});

test("an adjustment is taken back; what made good an overdraft, or is spent, says why it is not", async () => {
  const refused = ["cannot_reverse", "points_too_few"] as const;
  const user = await open("p8", {
    more: { "points.reverse": (input) => { const code = refused[back.push(input) - 1]; return code === undefined ? null : refuse(code, "entry", { available: "20" }); } },
  });
  await user.click(await screen.findByTestId("client-points-all"));
  await user.click(await screen.findByTestId("points-undo"));
  await screen.findByTestId("points-apply");
  await what("还回 2026-11-01 扣的 100 分，仍按原来的到期日。");
  await type(user, "points-reason", "my mistake{Enter}");
  expect(await screen.findByText("这一笔是院长补平透支的，不能撤销。")).toBeTruthy();
  await user.click(screen.getByTestId("points-apply"));
  expect(await screen.findByText("给的积分已经用了（只剩 20 分），不能收回。")).toBeTruthy();
  expect(field("points-reason").value).toBe("my mistake");
  await user.dblClick(screen.getByTestId("points-apply"));
  await waitFor(() => { expect(screen.queryByTestId("points-dialog")).toBeNull(); });
  expect(back.map(({ input }) => [input.entry, input.reason])).toEqual(Array.from({ length: 3 }, () => ["p4", "my mistake"]));
  expect(new Set(back.map(({ input }) => input.id)).size).toBe(1);
});

test("every line says what it is about, leads there, and what follows something else is not undone by hand", async () => {
  const cause = { sale: "s1", number: "A-1" } as const;
  const user = await open("p9", {
    points: {
      balance: 5,
      lots: [],
      lines: [
        line("q7", { kind: "reverse", points: -300, letGo: 20, cause: { kind: "refund", ...cause, refund: "R-1" } }),
        line("q6", { kind: "reverse", points: 100, cause: { kind: "refund", ...cause, refund: "R-1" } }),
        line("q5", { kind: "reverse", points: -500, cause: { kind: "referral", client: { id: "k2", name: "Bea", memberNumber: "A2" }, refund: "R-2" } }),
        line("q4", { kind: "redeem", points: -800, cause: { kind: "reward", ...cause, name: "Cream" } }),
        line("q3", { points: 500, cause: { kind: "referral", client: { id: "k2", name: "Bea", memberNumber: "A2" }, refund: null } }),
        line("q2", { points: 300, cause: { kind: "sale", ...cause } }),
        line("q1", { points: 5, cause: { kind: "sign_in" } }),
      ],
    },
  });
  await user.click(await screen.findByTestId("client-points-all"));
  await screen.findAllByTestId("row-client-points");
  expect(screen.getAllByTestId("row-client-points").map((row) => [row.children[1]?.textContent, row.children[5]?.textContent].join("|"))).toEqual([
    "扣回 · 20 分已用掉，不再扣|退款单 R-1",
    "退还|退款单 R-1",
    "扣回|介绍Bea，已退款 R-2",
    "兑换|兑换Cream（A-1）",
    "获得|介绍Bea",
    "获得|收费单 A-1",
    "获得|到店签到",
  ]);
  expect(screen.getAllByTestId("points-cause").map((link) => link.getAttribute("href"))).toEqual(["/checkout/sale/s1", "/checkout/sale/s1", "/clients/k2", "/checkout/sale/s1", "/clients/k2", "/checkout/sale/s1"]);
  expect(screen.queryByTestId("points-undo")).toBeNull();
});
