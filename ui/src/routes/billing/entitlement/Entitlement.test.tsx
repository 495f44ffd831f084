import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../../dev/desk";
import type { ChangeSessions, ClientHit, Entitlement, EntitlementChange, EntitlementEntry, EntitlementHistory, Permission, Procedure, ReverseChange, StaffMember, Witnessing } from "../../../api/generated";
import { account, file, hit, me } from "../../checkout/refund/fixtures";
import { paidFor } from "./words";

const ann = { id: "k1", name: "Ann", memberNumber: "A1" };
const bea: ClientHit = { ...hit, id: "k2", name: "Bea", memberNumber: "B2" };
const staff = (id: string, name: string): StaffMember => ({ id, name, phone: null, roles: ["owner"], active: true, registrations: [], permittedProcedures: [] });
const procedure = (id: string, name: string, active = true): Procedure => ({ id, name, standardName: name, specialty: "dermatology", level: null, listPrice: 100_000, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active });
const bought: Entitlement = {
  id: "e1", procedure: "c1", name: "光子嫩肤", standardName: "光子嫩肤", cardName: "光子五次卡", sessions: 5, returned: 1, away: 1, voided: 0, left: 3, listPrice: 100_000, paid: 400_000, refunded: 80_000, moved: 0, unredeemed: 100_000, gift: false, expiresOn: "2027-06-30", expired: false,
  planLine: null, from: null, opening: false, holder: "", sale: "s1", line: "l1", number: "A-2026-000001", at: Date.UTC(2026, 9, 1),
};
const entry = (id: string, change: Partial<EntitlementEntry>): EntitlementEntry => ({ id, cause: "redeemed", sessions: -1, after: 4, executed: 0, refunded: 0, moved: 0, record: null, doctor: null, refund: null, sale: null, change: null, settlement: null, at: Date.UTC(2026, 9, 2, 2), by: "Rose", ...change });
const changed = (id: string, change: Partial<EntitlementChange>): EntitlementChange => ({
  id, kind: "transfer", from: "e0", into: "e2", fromName: "光子嫩肤", fromClient: ann, sessions: 1, intoName: "光子嫩肤", intoSessions: 1, intoClient: bea, reverses: false, reversed: false, reason: "给妹妹", giver: { how: "in_person", note: "" }, taker: { how: "signed", note: "在档案袋" }, approvedBy: "Olga", at: Date.UTC(2026, 9, 5), by: "Rose", ...change,
});
const transfer = changed("ch1", {});
const entries: EntitlementEntry[] = [
  entry("n1", { executed: 80_000, doctor: "Dr. Zhou", record: "r1" }),
  entry("n2", { cause: "refunded", after: 3, refunded: 80_000, refund: "T-1", sale: "s1" }),
  entry("n3", { cause: "transferred", after: 2, moved: 80_000, change: transfer }),
  entry("n4", { cause: "voided", sessions: -2, after: 0, executed: 60_000, change: changed("ch2", { kind: "void", into: null, sessions: 2, intoClient: null, intoName: "", reversed: true, giver: null, taker: null, reason: "选错", approvedBy: null }) }),
  entry("n5", { cause: "voided", sessions: 2, after: 2, executed: -60_000, change: changed("ch3", { kind: "void", into: null, sessions: 2, intoClient: null, intoName: "", reverses: true, giver: null, taker: null, reason: "看错了", approvedBy: null }) }),
  entry("n6", { cause: "settled", sessions: 1, after: 3, settlement: "两边都扣了", by: "Olga" }),
];
const history = (change: Partial<EntitlementHistory> = {}): EntitlementHistory => ({ entitlement: bought, client: ann, madeBy: null, entries, ...change });

let sent: Witnessing<ChangeSessions>[] = [];
let back: Witnessing<ReverseChange>[] = [];
let asked: string[] = [];
beforeEach(() => { sent = []; back = []; asked = []; });

const seller: Permission[] = ["work", "see_clients", "see_entitlements", "see_money", "sell", "change_ledgers"];

/** Opens the entitlement; who works differs, since what was typed waits for the person who typed it. */
async function open(staffId: string, { permissions = seller, shown = history(), more = {} }: { permissions?: Permission[]; shown?: EntitlementHistory; more?: Answers } = {}) {
  openDesk({
    "desk.state": () => deskState({ me: { ...me, staffId, permissions } }),
    "staff.all": () => [staff(staffId, "Cora"), staff("o1", "Olga")],
    "catalogue.all": () => ({ procedures: [procedure("c1", "光子嫩肤"), procedure("c2", "皮秒"), procedure("c3", "旧项目", false)], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "clients.find": () => [hit, bea],
    "clients.open": () => file,
    "accounts.of_client": () => account,
    "openings.of_client": () => [],
    "points.of_client": () => ({ balance: 0, lots: [], lines: [] }),
    "sales.of_client": () => [],
    "sales.held": () => [],
    "sales.of_day": () => ({ day: "2026-11-22", sales: [], methods: [], refunds: [] }),
    "sales.open": ({ id }) => { asked.push(id); return refuse("not_found", "id"); },
    "entitlements.of_client": () => [shown.entitlement],
    "entitlements.history": ({ id }) => { asked.push(`history ${id}`); return shown; },
    "entitlements.change": (input) => { sent.push(input); return null; },
    "entitlements.reverse": (input) => { back.push(input); return null; },
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await user.click(await screen.findByTestId("client-entitlement"));
  await screen.findByTestId("entitlement-facts");
  return user;
}
type User = Awaited<ReturnType<typeof open>>;

const field = (testId: string) => { const found = screen.getByTestId(testId); return found.querySelector("input") ?? (found as HTMLInputElement); };
async function type(user: User, testId: string, text: string) {
  await user.clear(field(testId));
  await user.type(field(testId), text);
}
const begin = async (user: User, act: "void" | "convert" | "transfer") => { await user.click(screen.getByTestId(`entitlement-${act}`)); await screen.findByTestId("change-apply"); };
const what = async (words: string) => { await waitFor(() => { expect(screen.getByTestId("change-what").textContent).toBe(words); }); };
async function choose(user: User, testId: string, name: string) {
  await user.click(field(testId));
  await user.click((await screen.findAllByText(name, { selector: ".ant-select-dropdown *" })).at(-1) as HTMLElement);
}

test("an entitlement opens with what it is and what came of it, in words", async () => {
  const user = await open("p1");
  expect(asked).toEqual(["history e1"]);
  const drawer = within(screen.getByTestId("entitlement-drawer"));
  expect(screen.getByTestId("entitlement-left").textContent).toBe("剩 3 / 5 次");
  expect(screen.getByTestId("entitlement-facts").textContent).toMatch(/A-2026-000001.*Ann A1.*2027-06-30 到期.*1,000\.00.*4,000\.00.*退 1 · 转 1/);
  expect(drawer.getAllByTestId("entitlement-step").map(({ textContent }) => textContent.replace(/^[\d-]+ [\d:]+/, ""))).toEqual([
    "核销−1 次剩 4 次执行 800.00Dr. Zhou 执行",
    "退款退款单 T-1−1 次剩 3 次退 800.00Rose 经手",
    "转让看变成的项目−1 次剩 2 次转出 800.00转给 Bea B2 · 给妹妹 · Rose 经手 · Olga 批准 · Ann：当面同意 · Bea：签字纸件（在档案袋）撤销",
    "作废已撤销−2 次剩 0 次归诊所 600.00选错 · Rose 经手",
    "撤销作废+2 次剩 2 次归诊所的冲回 600.00看错了 · Rose 经手",
    "补平+1 次剩 3 次两边都扣了 · Olga 经手",
  ]);
  expect(await stumbles()).toEqual([]);
  await user.click(screen.getByTestId("entitlement-became"));
  await waitFor(() => { expect(asked).toEqual(["history e1", "history e2"]); });
  await user.click(await screen.findByTestId("entitlement-refund"));
  await waitFor(() => { expect(asked).toContain("s1"); });
});

test("who may neither sell nor see money reads it and opens no sale; Esc leads back", async () => {
  const user = await open("p2", { permissions: ["work", "see_clients", "see_entitlements"], shown: history({ entitlement: { ...bought, opening: true } }) });
  for (const id of ["entitlement-void", "entitlement-convert", "entitlement-transfer", "entitlement-undo", "entitlement-refund", "entitlement-sale"]) expect(screen.queryByTestId(id)).toBeNull();
  expect(screen.getByTestId("entitlement-facts").textContent).toContain("期初，启用前已有");
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("entitlement-facts")).toBeNull(); });
  expect(screen.getByTestId("client-page")).toBeTruthy();
});

test("what is used up becomes nothing else", async () => {
  await open("p3", { shown: history({ entitlement: { ...bought, left: 0 }, entries: [] }) });
  expect(screen.queryByTestId("entitlement-void")).toBeNull();
  expect(screen.getByTestId("entitlement-unused")).toBeTruthy();
});

test("sessions become void with what was paid for them, once however often it is pressed", async () => {
  let answer: (() => void) | undefined;
  const user = await open("p4", { more: { "entitlements.change": ((input: Witnessing<ChangeSessions>) => { sent.push(input); return new Promise((resolve) => { answer = () => { resolve(null); }; }); }) as never } });
  await begin(user, "void");
  await what("作废 3 次，已付的 1,000.00 元归诊所，不再退。");
  expect(screen.queryByTestId("witness-pin")).toBeNull();
  await type(user, "change-sessions", "2");
  // A third of what is left, twice, rounded down.
  await what("作废 2 次，已付的 666.66 元归诊所，不再退。");
  await user.click(screen.getByTestId("change-apply"));
  expect(await screen.findByText("请填写")).toBeTruthy();
  expect(sent).toEqual([]);
  await type(user, "change-reason", " gives up ");
  expect(screen.getByTestId("change-apply").textContent).toBe("作废 2 次");
  expect(await stumbles(screen.getByTestId("change-dialog"))).toEqual([]);
  await user.dblClick(screen.getByTestId("change-apply"));
  await waitFor(() => { expect(answer).toBeDefined(); });
  fireEvent.submit(screen.getByTestId("change-apply").closest("form") as HTMLFormElement);
  answer?.();
  await screen.findByText("已作废 2 次");
  await waitFor(() => { expect(screen.queryByTestId("change-dialog")).toBeNull(); });
  expect(sent).toEqual([{ input: { id: sent[0]?.input.id, entitlement: "e1", sessions: 2, becoming: { kind: "void" }, reason: "gives up" }, witness: null }]);
});

test("more than is left says so at the field, and what was never paid for says that", async () => {
  const user = await open("p5", { shown: history({ entitlement: { ...bought, gift: true, unredeemed: 0 } }) });
  await begin(user, "void");
  await what("作废 3 次；这几次没有付过钱。");
  await type(user, "change-sessions", "4");
  await what("");
  await type(user, "change-reason", "x{Enter}");
  expect(await screen.findByText("请填 1 到 3 次")).toBeTruthy();
  expect(sent).toEqual([]);
});

test("sessions become those of another procedure that is in use, as many as is said; a refusal keeps what was typed", async () => {
  let refused = true;
  const user = await open("p6", { more: { "entitlements.change": (input) => { sent.push(input); if (refused) { refused = false; return refuse("same_procedure", "procedure"); } return null; } } });
  await begin(user, "convert");
  await user.click(field("change-procedure"));
  await waitFor(() => { expect([...document.querySelectorAll(".ant-select-item-option")].map(({ textContent }) => textContent)).toEqual(["皮秒"]); });
  await user.click(document.querySelector(".ant-select-item-option") as HTMLElement);
  await type(user, "change-sessions", "2");
  expect(field("change-into").value).toBe("2");
  await type(user, "change-into", "3");
  await type(user, "change-sessions", "1");
  expect(field("change-into").value).toBe("3");
  await type(user, "change-sessions", "2");
  await what("2 次光子嫩肤变成 3 次皮秒，已付的 666.66 元随之转过去，不补差价。");
  await type(user, "change-reason", "skin{Enter}");
  expect(await within(screen.getByTestId("change-dialog")).findByText(/已经是这个项目了/)).toBeTruthy();
  expect(field("change-reason").value).toBe("skin");
  await user.click(screen.getByTestId("change-apply"));
  await waitFor(() => { expect(screen.queryByTestId("change-dialog")).toBeNull(); });
  expect(sent[1]?.input).toMatchObject({ sessions: 2, becoming: { kind: "convert", procedure: "c2", into: 3 }, reason: "skin" });
  expect(new Set(sent.map(({ input }) => input.id)).size).toBe(1);
});

test("a transfer waits until it is said how both agreed", async () => {
  const user = await open("p7");
  await begin(user, "transfer");
  await choose(user, "change-to", "Bea");
  await what("3 次转给 Bea B2，已付的 1,000.00 元随之转过去；退款时仍按原收费单退。");
  const apply = screen.getByTestId<HTMLButtonElement>("change-apply");
  expect(apply.disabled).toBe(true);
  await user.click(screen.getByTestId("change-giver-in_person"));
  expect(apply.disabled).toBe(true);
  await user.click(screen.getByTestId("change-taker-message"));
  await waitFor(() => { expect(apply.disabled).toBe(false); });
  await user.type(screen.getByTestId("change-taker-note"), "chat of today");
  await type(user, "change-reason", "sisters");
  expect(await stumbles(screen.getByTestId("change-dialog"))).toEqual([]);
  await user.click(apply);
  await waitFor(() => { expect(sent).toHaveLength(1); });
  expect(sent[0]?.input).toMatchObject({ sessions: 3, becoming: { kind: "transfer", to: "k2", giver: { how: "in_person", note: "" }, taker: { how: "message", note: "chat of today" } }, reason: "sisters" });
});

test("who may not do it alone asks for a PIN, a wrong one says so at its place, and a closed dialog keeps what was typed", async () => {
  const permissions = seller.filter((permission) => permission !== "change_ledgers");
  const more: Answers = { "entitlements.change": (input) => { sent.push(input); return input.witness?.pin === "135790" ? null : refuse("pin_wrong", "pin"); } };
  const user = await open("p8", { permissions, more });
  await begin(user, "void");
  await type(user, "change-reason", "gives up");
  await user.click(screen.getByTestId("change-apply"));
  expect(await screen.findByText("PIN 是 6 位数字")).toBeTruthy();
  expect(sent).toEqual([]);
  await choose(user, "witness-person", "Olga");
  await user.type(screen.getByTestId("witness-pin"), "111111{Enter}");
  expect(await within(screen.getByTestId("witness")).findByText(/PIN 不对/)).toBeTruthy();
  expect(screen.getByTestId<HTMLInputElement>("witness-pin").value).toBe("");
  expect(field("change-reason").value).toBe("gives up");
  await user.click(within(screen.getByTestId("change-dialog")).getByText("取消"));
  await waitFor(() => { expect(screen.queryByTestId("change-dialog")).toBeNull(); });
  expect(screen.getByTestId("entitlement-facts")).toBeTruthy();
  await begin(user, "void");
  expect(field("change-reason").value).toBe("gives up");
  await user.type(screen.getByTestId("witness-pin"), "135790{Enter}");
  await waitFor(() => { expect(screen.queryByTestId("change-dialog")).toBeNull(); });
  expect(sent.map(({ witness }) => witness)).toEqual([{ staffId: "o1", pin: "111111" }, { staffId: "o1", pin: "135790" }]);
});

test("where Rust asks for approval, so does the dialog", async () => {
  const user = await open("p9", { more: { "entitlements.change": (input) => { sent.push(input); return input.witness ? null : refuse("approval_required", "approver", { why: "ledgers" }); } } });
  await begin(user, "void");
  await type(user, "change-reason", "gives up{Enter}");
  await screen.findByTestId("witness-pin");
  expect(field("change-reason").value).toBe("gives up");
});

test("a change is taken back, and where something came of it that says so where one says why", async () => {
  let used = true;
  const user = await open("p10", { more: { "entitlements.reverse": (input) => { back.push(input); if (used) { used = false; return refuse("sessions_used", "change", { left: "0" }); } return null; } } });
  await user.click(screen.getByTestId("entitlement-undo"));
  await what("Bea B2 名下的 1 次光子嫩肤转回 Ann A1，钱随之转回。");
  await type(user, "change-reason", "wrong sister{Enter}");
  expect(await screen.findByText(/转过去的次数已经动过（剩 0 次），不能撤销/)).toBeTruthy();
  expect(field("change-reason").value).toBe("wrong sister");
  await user.dblClick(screen.getByTestId("change-apply"));
  await waitFor(() => { expect(screen.queryByTestId("change-dialog")).toBeNull(); });
  expect(back.map(({ input: { change, reason } }) => [change, reason])).toEqual([["ch1", "wrong sister"], ["ch1", "wrong sister"]]);
  expect(new Set(back.map(({ input }) => input.id)).size).toBe(1);
});

test("what was made of others says of what, and is taken back from here", async () => {
  const made = changed("ch4", { kind: "convert", fromName: "皮秒", sessions: 2, intoName: "光子嫩肤", intoSessions: 3, intoClient: ann, giver: null, taker: null, reason: "皮肤状态" });
  const user = await open("p11", { shown: history({ entitlement: { ...bought, from: "e0" }, madeBy: made, entries: [] }) });
  expect(screen.getByTestId("entitlement-made-by").textContent).toMatch(/^由 皮秒 ×2 转换而来 看原来的项目2026-10-05 .*皮肤状态 · Rose 经手 · Olga 批准撤销$/);
  await user.click(screen.getByTestId("entitlement-from"));
  await waitFor(() => { expect(asked.at(-1)).toBe("history e0"); });
  await user.click(await screen.findByTestId("entitlement-undo"));
  await what("3 次光子嫩肤变回 2 次皮秒，钱随之转回。");
  await type(user, "change-reason", "wrong{Enter}");
  await waitFor(() => { expect(back[0]?.input.change).toBe("ch4"); });
  cleanup();
  await open("p11", { shown: history({ madeBy: { ...transfer, reversed: true }, entries: [] }) });
  expect(screen.getByTestId("entitlement-made-by").textContent).toContain("由 Ann A1 转让而来 已撤销");
  expect(screen.queryByTestId("entitlement-undo")).toBeNull();
});

test("what was paid for some of them is an equal part, rounded down", () => {
  expect(paidFor(100_000, 1, 3)).toBe(33_333);
  expect(paidFor(100_000, 3, 3)).toBe(100_000);
  expect(paidFor(-5, 1, 3)).toBe(0);
  expect(paidFor(0, 1, 0)).toBe(0);
});
