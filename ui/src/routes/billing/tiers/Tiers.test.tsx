import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles, withSizes } from "../../../../dev/desk";
import type { ClientTier, EndTierGrant, GrantTier, Permission, Procedure, StaffMember, Witnessing } from "../../../api/generated";
import { account, file, hit, me } from "../../checkout/refund/fixtures";
import { grant, member, noScheme, nobody, schemes } from "./fixtures";

const staff = (id: string, name: string): StaffMember => ({ id, name, phone: null, roles: ["owner"], active: true, registrations: [], permittedProcedures: [] });
const procedure = (id: string, name: string): Procedure => ({ id, name, standardName: name, specialty: "dermatology", level: null, listPrice: 1, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active: true });

let sent: Witnessing<GrantTier>[] = [];
let back: Witnessing<EndTierGrant>[] = [];
beforeEach(() => { sent = []; back = []; });

const owner: Permission[] = ["work", "see_clients", "see_money", "sell", "grant_tiers"];
const seller = owner.filter((permission) => permission !== "grant_tiers");

/** Who works differs, since what was typed waits for the person who typed it. */
async function open(staffId: string, { permissions = owner, tier = member, more = {} }: { permissions?: Permission[]; tier?: ClientTier; more?: Answers } = {}) {
  withSizes();
  openDesk({
    "desk.state": () => deskState({ me: { ...me, staffId, permissions } }),
    "staff.all": () => [staff(staffId, "Cora"), staff("o1", "Olga")],
    "catalogue.all": () => ({ procedures: [procedure("c1", "光子嫩肤"), procedure("c2", "皮秒")], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "clients.find": () => [hit],
    "clients.open": () => file,
    "accounts.of_client": () => account,
    "openings.of_client": () => [],
    "sales.of_client": () => [],
    "points.of_client": () => ({ balance: 0, lots: [], lines: [] }),
    "tiers.of_client": () => tier,
    "tiers.schemes": () => schemes,
    "tiers.grant": (input) => { sent.push(input); return null; },
    "tiers.end_grant": (input) => { back.push(input); return null; },
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await screen.findByTestId("client-page");
  return user;
}
type User = Awaited<ReturnType<typeof open>>;

const field = (testId: string) => { const found = screen.getByTestId(testId); return found.querySelector("input") ?? (found as HTMLInputElement); };
const words = (testId: string) => screen.getByTestId(testId).textContent;
const rows = (name: string) => screen.getAllByTestId(`row-${name}`).map((row) => [...row.children].map(({ textContent }) => textContent).join("|"));
async function choose(user: User, testId: string, label: string) {
  await user.click(field(testId));
  await user.click((await screen.findAllByText(label, { selector: ".ant-select-dropdown *" })).at(-1) as HTMLElement);
}
async function toGrant(user: User) {
  await user.click(await screen.findByTestId("client-tier-all"));
  await user.click(await screen.findByTestId("tier-grant"));
  await screen.findByTestId("tier-apply");
}
async function fill(user: User) {
  await choose(user, "tier-choice", "Gold");
  await user.type(field("tier-until"), "20270531{Enter}");
  await user.type(screen.getByTestId("tier-reason"), "opening guest");
}

test("the file says which tier it is, what comes next and what will be lost", async () => {
  await open("t1");
  expect((await screen.findByTestId("client-tier-badge")).textContent).toBe("Silver");
  expect(words("client-tier-near")).toBe("2026-12-01 将降为Basic，再消费 1,200.00 可保留");
  expect(words("client-tier-name")).toBe("Silver");
  expect(words("client-tier-since")).toBe("2026-05-01 起");
  expect(words("client-tier-next")).toBe("近 12 个月再消费 12,000.00 升为Gold");
  expect(words("client-tier-fall")).toBe("2026-12-01 将降为Basic，再消费 1,200.00 可保留");
  expect(await stumbles()).toEqual([]);
});

test("no tier yet says what makes one; without a scheme there is nothing", async () => {
  await open("t2", { tier: { ...nobody, next: { tier: { code: "b", name: "Basic" }, window: "lifetime", amount: 0, missing: 0 } } });
  expect((await screen.findByTestId("client-tier-none")).textContent).toBe("现在没有等级");
  expect(words("client-tier-next")).toBe("消费后成为Basic");
  expect(screen.queryByTestId("client-tier-badge")).toBeNull();
});

test("a clinic without tiers shows none", async () => {
  await open("t3", { tier: noScheme });
  await screen.findByTestId("client-points");
  expect(screen.queryByTestId("client-tier")).toBeNull();
  expect(screen.queryByTestId("client-tier-badge")).toBeNull();
});

test("who may not see money sees the tier and the day of its fall, and no amounts", async () => {
  await open("t4", { permissions: ["work", "see_clients"], tier: { ...member, next: null, spending: null, falls: member.falls && { ...member.falls, missing: null } } });
  expect((await screen.findByTestId("client-tier-badge")).textContent).toBe("Silver");
  expect(words("client-tier-near")).toBe("2026-12-01 将降为Basic");
  expect(screen.queryByTestId("client-tier")).toBeNull();
});

test("the drawer says what the tier gives with those below it, what was spent, and why it changed; a sale opens", async () => {
  const opened: string[] = [];
  const user = await open("t5", { tier: { ...member, grants: [grant("g1"), grant("g2", { holds: false }), grant("g3", { holds: false, takenBack: "by mistake" })] }, more: { "sales.open": ({ id }) => { opened.push(id); return refuse("not_found", "id"); } } });
  await user.click(await screen.findByTestId("client-tier-all"));
  await screen.findByTestId("tier-drawer");
  expect([words("tier-now"), words("tier-lifetime"), words("tier-year")]).toEqual(["Silver", "60,000.00", "38,000.00"]);
  await waitFor(() => { expect(within(screen.getByTestId("tier-gives")).getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["光子嫩肤、皮秒、疗程卡 8.8 折", "全部项目 9.5 折"]); });
  expect(words("tier-gives")).toContain("另享Basic的");
  expect(rows("client-tier-changes")).toEqual(["2026-11-20|Gold → Silver|退款 T-2", "2026-06-01|Silver → Gold|手动：opening guest", "2026-05-01|无等级 → Silver|收费单 A-1 付款"]);
  expect(rows("client-tier-grants")).toEqual([
    "Gold|2026-11-01|2027-05-31|有效|opening guest|Rose|Olga|撤销",
    "Gold|2026-11-01|2027-05-31|已结束|opening guest|Rose|Olga|",
    "Gold|2026-11-01|2027-05-31|已撤销：by mistake|opening guest|Rose|Olga|",
  ]);
  expect(await stumbles(screen.getByTestId("tier-drawer"))).toEqual([]);
  await user.click(screen.getAllByTestId("client-tier-sale")[1] as HTMLElement);
  await waitFor(() => { expect(opened).toContain("s1"); });
});

test("the owner gives a tier once however often it is pressed, and is told what will happen", async () => {
  let answer: (() => void) | undefined;
  const user = await open("t6", { more: { "tiers.grant": ((input: Witnessing<GrantTier>) => { sent.push(input); return new Promise((resolve) => { answer = () => { resolve(null); }; }); }) as never } });
  await toGrant(user);
  await user.click(screen.getByTestId("tier-apply"));
  expect((await within(screen.getByTestId("tier-dialog")).findAllByText("请填写"))).toHaveLength(2);
  expect(sent).toEqual([]);
  await fill(user);
  expect(words("tier-what")).toBe("Ann将成为Gold，到 2027-05-31 为止；消费达到的等级更高时以更高的为准。");
  expect(words("tier-apply")).toBe("设为Gold");
  expect(screen.queryByTestId("witness-pin")).toBeNull();
  expect(await stumbles(screen.getByTestId("tier-dialog"))).toEqual([]);
  await user.dblClick(screen.getByTestId("tier-apply"));
  await waitFor(() => { expect(answer).toBeDefined(); });
  answer?.();
  await screen.findByText("等级已设好");
  expect(sent).toEqual([{ input: { id: sent[0]?.input.id, client: "k1", tier: "g", until: "2027-05-31", reason: "opening guest" }, witness: null }]);
});

test("another gives it with the owner's PIN; what is refused stands at its field with all that was typed", async () => {
  const refused = [["pin_wrong", "pin"], ["day_past", "until"], ["not_found", "tier"]] as const;
  const user = await open("t7", { permissions: seller, more: { "tiers.grant": (input) => { const no = refused[sent.push(input) - 1]; return no === undefined ? null : refuse(no[0], no[1]); } } });
  await toGrant(user);
  await fill(user);
  expect(screen.getByTestId("witness").textContent).toContain("能批准的人（院长）");
  await choose(user, "witness-person", "Olga");
  await user.type(screen.getByTestId("witness-pin"), "111111{Enter}");
  expect(await within(screen.getByTestId("witness")).findByText(/PIN 不对/)).toBeTruthy();
  await user.type(screen.getByTestId("witness-pin"), "135790{Enter}");
  expect(await screen.findByText("最后一天不能早于今天。")).toBeTruthy();
  await user.click(screen.getByTestId("tier-apply"));
  expect(await screen.findByText("现在的方案里没有这个等级了，请另选一个。")).toBeTruthy();
  expect([field("tier-until").value, field("tier-reason").value, field("witness-pin").value]).toEqual(["2027-05-31", "opening guest", "135790"]);
  // Closed without doing it, what was typed waits; a PIN never.
  await user.click(within(screen.getByTestId("tier-dialog")).getByText(/取\s*消/));
  await waitFor(() => { expect(screen.queryByTestId("tier-dialog")).toBeNull(); });
  await user.click(screen.getByTestId("tier-grant"));
  await screen.findByTestId("tier-apply");
  expect([field("tier-until").value, field("tier-reason").value, field("witness-pin").value]).toEqual(["2027-05-31", "opening guest", ""]);
  await choose(user, "witness-person", "Olga");
  await user.type(screen.getByTestId("witness-pin"), "135790{Enter}");
  await screen.findByText("等级已设好");
  expect(sent.at(-1)).toMatchObject({ input: { tier: "g", until: "2027-05-31", reason: "opening guest" }, witness: { staffId: "o1", pin: "135790" } });
});

test("a tier by hand is taken back with a reason; one that is over says so", async () => {
  const user = await open("t8", { tier: { ...member, grants: [grant("g1")] }, more: { "tiers.end_grant": (input) => (back.push(input) === 1 ? refuse("grant_over", "grant") : null) } });
  await user.click(await screen.findByTestId("client-tier-all"));
  await user.click(await screen.findByTestId("tier-grant-undo"));
  await waitFor(() => { expect(words("tier-what")).toBe("撤销Ann到 2027-05-31 为止的手动等级Gold，立即生效。"); });
  await user.type(screen.getByTestId("tier-reason"), "wrong client{Enter}");
  expect(await screen.findByText("这个等级已经到期，不用撤销。")).toBeTruthy();
  expect(field("tier-reason").value).toBe("wrong client");
  await user.click(screen.getByTestId("tier-apply"));
  await waitFor(() => { expect(screen.queryByTestId("tier-dialog")).toBeNull(); });
  expect(back.map(({ input }) => [input.grant, input.reason])).toEqual([["g1", "wrong client"], ["g1", "wrong client"]]);
  expect(new Set(back.map(({ input }) => input.id)).size).toBe(1);
});

test("who may not sell looks, and gives and takes back nothing", async () => {
  const user = await open("t9", { permissions: ["work", "see_clients", "see_money"], tier: { ...member, grants: [grant("g1")] } });
  await user.click(await screen.findByTestId("client-tier-all"));
  await screen.findByTestId("tier-grant-state");
  expect(screen.queryByTestId("tier-grant")).toBeNull();
  expect(screen.queryByTestId("tier-grant-undo")).toBeNull();
});
