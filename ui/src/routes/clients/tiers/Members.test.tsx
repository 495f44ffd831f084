import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles, withSizes } from "../../../../dev/desk";
import type { Permission, TierGroup, TierMember, TierMembers } from "../../../api/generated";
import { noSchemes, schemes } from "../../billing/tiers/fixtures";
import { account, file, hit, me } from "../../checkout/refund/fixtures";

const [gold, silver, basic] = [{ code: "g", name: "金卡会员" }, { code: "s", name: "银卡会员" }, { code: "b", name: "基础会员" }];
const client = (id: string, name: string, change: Partial<TierMember> = {}): TierMember => ({
  client: { ...hit, id, name, memberNumber: id.toUpperCase(), phone: "138 **** 6721" }, tier: silver, since: "2026-05-01", lifetime: 4_600_000, year: 4_200_000, next: { tier: gold, window: "rolling", amount: 5_000_000, missing: 800_000 }, fallsOn: null, fallsTo: null, missing: null, grantedUntil: null, ...change,
});
const of: Record<string, TierMember[]> = {
  g: [client("k1", "Ann", { tier: gold, next: null, grantedUntil: "2027-05-31" })],
  s: [client("k2", "Bea"), client("k3", "Cleo")],
  b: [],
  falling: [client("k3", "Cleo", { fallsOn: "2026-12-01", fallsTo: basic, missing: 120_000 }), client("k4", "Dora", { fallsOn: "2026-12-05" })],
  rising: [client("k2", "Bea")],
  granted: [client("k1", "Ann", { tier: gold, next: null, grantedUntil: "2027-05-31" })],
};
const listed = (group: TierGroup): TierMembers => {
  const members = of[group.kind === "tier" ? group.code : group.kind] ?? [];
  return { hasScheme: true, tiers: [{ tier: gold, count: 1 }, { tier: silver, count: 1_204 }, { tier: basic, count: 0 }], falling: 2, rising: 1, granted: 1, members, count: group.kind === "tier" && group.code === "s" ? 1_204 : members.length };
};

let asked: TierGroup[] = [];
beforeEach(() => { asked = []; });

const owner: Permission[] = ["work", "see_clients", "see_money", "manage_clinic"];
async function open(more: Answers = {}, permissions = owner) {
  withSizes();
  openDesk({
    "desk.state": () => deskState({ me: { ...me, permissions } }),
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "clients.find": () => [hit],
    "clients.open": ({ client: id }) => ({ ...file, id }),
    "accounts.of_client": () => account,
    "openings.of_client": () => [],
    "sales.of_client": () => [],
    "tiers.schemes": () => schemes,
    "tiers.of_client": () => refuse("not_found", "client"),
    "tiers.members": ({ group }) => { asked.push(group); return listed(group); },
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await screen.findByTestId("clients-search");
  return user;
}
type User = Awaited<ReturnType<typeof open>>;
async function toMembers(user: User) {
  await user.click(screen.getByTestId("client-tiers-open"));
  await screen.findAllByTestId("client-tiers-row");
}
const rows = () => screen.getAllByTestId("row-client-tiers").map((row) => [...row.children].map(({ textContent }) => textContent).join("|"));
const group = (name: string) => screen.getByTestId(`client-tiers-group-${name}`);
async function choose(user: User, name: string, shown: string[]) {
  await user.click(group(name));
  await waitFor(() => { expect(rows()).toEqual(shown); });
}

test("the highest tier is shown first, each group with its number and with what it is about", async () => {
  const user = await open();
  await toMembers(user);
  expect(asked).toEqual([{ kind: "tier", code: "g" }]);
  expect(within(screen.getByRole("navigation", { name: "分组" })).getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["金卡会员1", "银卡会员1,204", "基础会员0", "即将降级2", "接近升级1", "手动等级1"]);
  expect(group("g").getAttribute("aria-current")).toBe("true");
  expect(rows()).toEqual(["Ann K1|138 **** 6721|金卡会员|2026-05-01|46,000.00|42,000.00"]);
  expect(await stumbles()).toEqual([]);
  await choose(user, "falling", ["Cleo K3|138 **** 6721|银卡会员|2026-05-01|46,000.00|42,000.00|2026-12-01|基础会员|1,200.00", "Dora K4|138 **** 6721|银卡会员|2026-05-01|46,000.00|42,000.00|2026-12-05|无等级|"]);
  await choose(user, "rising", ["Bea K2|138 **** 6721|银卡会员|2026-05-01|46,000.00|42,000.00|金卡会员|8,000.00"]);
  await choose(user, "granted", ["Ann K1|138 **** 6721|金卡会员|2026-05-01|46,000.00|42,000.00|2027-05-31"]);
});

test("of more than are listed it says so, and an empty group says what would fill it", async () => {
  const user = await open();
  await toMembers(user);
  expect(screen.queryByTestId("client-tiers-first")).toBeNull();
  await user.click(group("s"));
  expect((await screen.findByTestId("client-tiers-first")).textContent).toBe("只列出前 2 位，共 1,204 位");
  await user.click(group("b"));
  expect(await screen.findByText("还没有顾客是这个等级")).toBeTruthy();
});

test("Enter opens the file, Esc leads back to the group, and once more to the list of all", async () => {
  const user = await open();
  await toMembers(user);
  await user.click(group("s"));
  await waitFor(() => { expect(screen.getAllByTestId("row-client-tiers")).toHaveLength(2); });
  screen.getByTestId("table-client-tiers").focus();
  await user.keyboard("{ArrowDown}{Enter}");
  await screen.findByTestId("client-page");
  expect(screen.getByTestId("client-back").textContent).toBe("会员等级");
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("client-page")).toBeNull(); });
  expect(group("s").getAttribute("aria-current")).toBe("true");
  expect(rows()).toHaveLength(2);
  expect(document.activeElement).toBe(screen.getByTestId("table-client-tiers"));
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("table-client-tiers")).toBeNull(); });
  // From the list of all one comes back to the list of all.
  await user.type(screen.getByTestId("clients-search"), "ann{Enter}");
  expect((await screen.findByTestId("client-back")).textContent).toBe("顾客");
});

test("without a scheme it says who chooses one, and leads the owner there", async () => {
  const user = await open({ "tiers.schemes": () => noSchemes });
  await user.click(screen.getByTestId("client-tiers-open"));
  expect(await screen.findByText("还没有会员等级")).toBeTruthy();
  expect(screen.getByTestId("client-tiers-settings").getAttribute("href")).toBe("/settings/tiers");
  expect(asked).toEqual([]);
});

test("who may not see money is offered no members", async () => {
  await open({}, ["work", "see_clients"]);
  expect(screen.queryByTestId("client-tiers-open")).toBeNull();
});
