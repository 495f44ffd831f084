import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles, withSizes } from "../../../../dev/desk";
import type { Account, AccountEntry, Board, ClientFile, ClientHit, Entitlement, Me, Permission, SaleHead, VisitCard } from "../../../api/generated";

const ann = { id: "k1", name: "Ann", memberNumber: "A1" };
const hit: ClientHit = { ...ann, sex: "female", age: 30, phone: null, lastVisitAt: null, visits: 1, hasAlert: false };
const file: ClientFile = {
  ...ann, memberCode: "JT1:A1", memberQr: "<svg/>", otherNames: "", sex: "female", birthday: null, birthdayThisYear: null, age: 30, phones: [], wechat: null, idNumber: null, guardian: null, emergency: null, source: null, referrer: null,
  skinType: null, preferences: "", notes: "", tags: [], assignments: [], dataConsents: [], joined: [], possibleDuplicates: [], visits: [], createdAt: 0,
};
const bought = (id: string, change: Partial<Entitlement>): Entitlement => ({
  id, procedure: "c1", name: "光子嫩肤", standardName: "光子嫩肤", cardName: "", sessions: 5, returned: 0, away: 0, voided: 0, left: 3, listPrice: 100_000, paid: 400_000, refunded: 0, moved: 0, unredeemed: 240_000, gift: false, expiresOn: "2027-06-30", expired: false, planLine: null, from: null, opening: false, holder: "", sale: "s1", line: "l1", number: "A-2026-000001", at: 0, ...change,
});
const entitlements = [bought("e1", { cardName: "光子五次卡" }), bought("e2", { gift: true, sessions: 1, left: 1, expiresOn: null }), bought("e3", { name: "皮秒", sessions: 1, left: -1 })];
const account: Account = {
  balances: { principal: 732_000, gift: 100_000, deposit: 0, owed: 120_000 }, entries: [], more: false,
  debts: [{ sale: "s2", number: "A-2026-000002", amount: 120_000, owed: 120_000, dueOn: "2099-01-01", overdue: false, reason: "", at: 0 }],
};
const sale: SaleHead = { id: "s1", number: "A-2026-000001", client: ann, opening: false, names: ["光子五次卡"], lines: 1, total: 680_000, refunded: 0, owed: 0, invoiceWaits: false, at: Date.now(), by: "Chen" };
const visit: VisitCard = { id: "v1", client: hit, step: "paying", stepSince: Date.now(), arrivedAt: Date.now(), doctor: null, consultant: null, room: null, procedure: null, numbingUntil: null, leftAt: null, alerts: [], hasTriage: true, outcome: null };
const board: Board = { day: "2026-11-22", steps: ["arrived", "paying", "left"], cautionMinutes: 30, visits: [visit], coming: [], forgotten: [] };

function open(permissions: Permission[], more: Answers = {}) {
  const me: Me = { staffId: "p1", name: "Rose", roles: ["reception"], permissions: ["work", "see_clients", ...permissions] };
  const asked: string[] = [];
  const ask = <Value,>(what: string, value: Value): Value => { asked.push(what); return value; };
  openDesk({
    "desk.state": () => deskState({ me }),
    "visits.board": () => board,
    "settings.all": () => [],
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "clients.find": () => [hit],
    "clients.open": () => file,
    "openings.of_client": () => [],
    "accounts.of_client": () => ask("account", account),
    "entitlements.of_client": ({ all }) => ask(`entitlements ${all ? "all" : "left"}`, entitlements),
    "points.of_client": () => ask("points", { balance: 0, lots: [], lines: [] }),
    "entitlements.history": ({ id }) => { asked.push(`history ${id}`); return refuse("not_found", "id"); },
    "sales.of_client": () => ask("sales", [sale]),
    "sales.open": ({ id }) => { asked.push(`open ${id}`); return refuse("not_found", "id"); },
    "sales.begin": ({ client }) => { asked.push(`begin ${client}`); return refuse("not_found", "client"); },
    ...more,
  });
  return asked;
}

async function openFile() {
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await screen.findByTestId("client-page");
  return user;
}

test("the file says what is left, what is kept here and what is owed, and a debt opens its sale", async () => {
  const asked = open(["see_money", "see_entitlements", "sell"]);
  const user = await openFile();
  expect((await screen.findAllByTestId("client-entitlement")).map(({ textContent }) => textContent)).toEqual(["光子嫩肤 剩 3 / 5 次光子五次卡 \u00b7 2027-06-30 到期", "光子嫩肤 赠送剩 1 / 1 次长期有效", "皮秒 多用了 1 次2027-06-30 到期"]);
  expect((await screen.findByTestId("client-balance-principal")).textContent).toBe("7,320.00");
  expect(screen.queryByTestId("client-balance-deposit")).toBeNull();
  expect((await screen.findByTestId("client-sale")).textContent).toMatch(/光子五次卡.*6,800.00.*A-2026-000001/);
  // What was sold stands among what happened as well.
  expect(screen.getByTestId("client-event-sale").textContent).toBe("光子五次卡");
  expect(await stumbles()).toEqual([]);
  await user.click(screen.getByTestId("client-entitlements-all"));
  await waitFor(() => { expect(asked).toContain("entitlements all"); });
  await user.keyboard("{Escape}");
  await user.click(screen.getByTestId("client-debt"));
  await waitFor(() => { expect(asked).toContain("open s2"); });
});

test("all that was bought says what is gone and what was had before, and a row opens the entitlement", async () => {
  withSizes();
  const asked = open(["see_money", "see_entitlements"], { "entitlements.of_client": () => [bought("e1", { returned: 1, away: 2, left: 2 }), bought("e4", { name: "皮秒", voided: 1, left: 0, opening: true, number: "A-2026-000009" })] });
  const user = await openFile();
  expect((await screen.findAllByTestId("client-entitlement"))[0]?.textContent).toContain("退 1 \u00b7 转 2 \u00b7 2027-06-30 到期");
  await user.click(screen.getByTestId("client-entitlements-all"));
  const rows = await screen.findAllByTestId("row-client-entitlements");
  expect(rows.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/退 1 \u00b7 转 2.*A-2026-000001$/), expect.stringMatching(/废 1.*期初$/)]);
  await user.click(rows[1] as HTMLElement);
  await waitFor(() => { expect(asked).toContain("history e4"); });
  expect(asked).not.toContain("open s1");
});

test("the statement names what was had before and what the owner made good, with why", async () => {
  withSizes();
  const entry = (id: string, change: Partial<AccountEntry>): AccountEntry => ({ id, pot: "principal", amount: 20_000, after: 20_000, cause: "sold", sale: "s1", number: "A-1", refund: null, opening: false, reason: "", at: 0, by: "Rose", ...change });
  open(["see_money"], { "accounts.of_client": () => ({ ...account, entries: [entry("a1", {}), entry("a2", { opening: true }), entry("a3", { opening: true, cause: "paid", amount: -1 }), entry("a4", { cause: "settled", sale: null, number: null, reason: "断网" })] }) });
  const user = await openFile();
  await user.click(await screen.findByTestId("client-account-statement"));
  const rows = await screen.findAllByTestId("row-client-statement");
  expect(rows.map((row) => row.children[1]?.textContent)).toEqual(["收入储值本金", "期初储值本金", "用储值本金付款", "补平储值本金 \u00b7 断网"]);
});

test("who may not see money sees the sessions only, and nothing of the rest is asked", async () => {
  const asked = open(["see_entitlements"]);
  await openFile();
  expect(await screen.findAllByTestId("client-entitlement")).toHaveLength(3);
  for (const id of ["client-account", "client-sales", "client-event-sale", "client-sell"]) expect(screen.queryByTestId(id)).toBeNull();
  expect(asked).toEqual(["entitlements left"]);
});

test("who may see neither asks for neither", async () => {
  const asked = open([]);
  await openFile();
  expect(screen.queryByTestId("client-entitlements")).toBeNull();
  expect(asked).toEqual([]);
});

test("what was sold this moment has happened, and what is booked is still to come", async () => {
  // The clock on the screens goes by steps.
  const soon = Date.now() + 60_000;
  const booked = { kind: "appointment" as const, at: soon, state: "booked", procedure: null, doctor: null, note: "" };
  open(["see_money"], { "clients.open": () => ({ ...file, visits: [booked] }), "sales.of_client": () => [{ ...sale, at: soon }] });
  await openFile();
  await waitFor(() => { expect(within(screen.getByTestId("client-timeline")).getAllByRole("heading").map(({ textContent }) => textContent)).toEqual(["将来", String(new Date(soon).getFullYear())]); });
});

test("F8 leads from the file to the client's checkout", async () => {
  const asked = open(["see_money", "see_entitlements", "sell"]);
  const user = await openFile();
  await screen.findByTestId("client-sell");
  await user.keyboard("{F8}");
  await waitFor(() => { expect(asked).toContain("begin k1"); });
});

test("a visit that is to pay says so at its head, and leads to the checkout", async () => {
  const asked = open(["see_money", "see_entitlements", "sell", "see_board"]);
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("board-card-v1"));
  const panel = within(await screen.findByTestId("visit-panel"));
  const sell = await panel.findByTestId("visit-sell");
  expect(sell.className).toContain("ant-btn-primary");
  expect(await panel.findAllByTestId("client-entitlement")).toHaveLength(3);
  await user.click(sell);
  await waitFor(() => { expect(asked).toContain("begin k1"); });
});
