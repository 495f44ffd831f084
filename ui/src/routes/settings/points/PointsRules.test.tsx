import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { type Answers, deskState, openDesk, owner, refuse, stumbles } from "../../../../dev/desk";
import type { Me, PointsRules, PointsSettings, Procedure, Product, RewardInput, SetPoints } from "../../../api/generated";

const procedure = (id: string, name: string): Procedure => ({ id, name, standardName: name, specialty: "dermatology", level: null, listPrice: 180_000, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active: true });
const cream: Product = { id: "m1", name: "Cream", genericName: "", kind: "cosmetic", deviceClass: null, manufacturer: "", registrationNumber: "", codes: [], specification: "", unit: "支", scale: 0, packQuantity: 1, ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: 18_000, active: true };
const shipped: PointsRules = { fenPerPoint: 100, months: 24, memberDays: [], memberDayMultiplier: 2_000, birthdayMultiplier: 2_000, items: [], signIn: 0, referral: 0, money: null };
const settings: PointsSettings = { rules: shipped, writtenOn: null, by: null, rewards: [] };
const me: Me = { ...owner, permissions: [...owner.permissions, "see_money"] };

let sets: SetPoints[] = [];
let rewards: RewardInput[] = [];
let drafts: string[] = [];
beforeEach(() => { sets = []; rewards = []; drafts = []; });

async function open(of: PointsSettings = settings, more: Answers = {}, who: Me = me) {
  openDesk({
    "desk.state": () => deskState({ me: who }),
    "settings.all": () => [],
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [procedure("x1", "Laser"), procedure("x2", "Pico")], products: [cream], rooms: [], equipment: [] }),
    "billing.offers": () => ({ methods: [], cards: [{ id: "c1", name: "Year card", price: 1, validDays: null, items: [], listPrice: 0, active: true }], topUps: [], rewards: [], spellings: [] }),
    "points.rules": () => of,
    "points.set_rules": (input) => { sets.push(input); return null; },
    "points.set_reward": (input) => { rewards.push(input); return null; },
    "drafts.load": () => null,
    "drafts.save": ({ body }) => { drafts.push(body ?? "dropped"); return null; },
    "drafts.leave": () => null,
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-settings"));
  await user.click(await screen.findByTestId("settings-points"));
  await screen.findByTestId("points-rules");
  return user;
}
type User = Awaited<ReturnType<typeof open>>;

const type = (id: string, text: string) => { const found = screen.getByTestId(id); fireEvent.change(found.querySelector("input") ?? found, { target: { value: text } }); };
async function pick(user: User, id: string, name: string) {
  await user.click(within(screen.getByTestId(id)).getByRole("combobox"));
  await user.click(await screen.findByText(name, { selector: ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-content" }));
}

test("the rules as they ship are said in sentences, and so are the owner's", async () => {
  await open();
  const words = screen.getByTestId("points-rules").textContent;
  for (const said of ["出厂设定", "每消费 1.00 元得 1 分", "得到后 24 个月到期", "没有设会员日", "生日当月 ×2", "到店签到不给积分", "积分不能抵现"]) expect(words).toContain(said);
  expect(screen.getByTestId("points-rewards").textContent).toContain("还没有可换的东西");
});

test("exactly what was typed is written, once", async () => {
  const user = await open();
  await user.click(screen.getByTestId("points-rules-edit"));
  await screen.findByTestId("points-per-point");
  type("points-per-point", "10");
  type("points-months", "12");
  await pick(user, "points-member-days", "8");
  await user.click(await screen.findByText("3", { selector: ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-content" }));
  type("points-member-times", "1.5");
  await user.click(screen.getByTestId("points-item-add"));
  await pick(user, "points-item-0", "全部产品");
  await user.click(screen.getByTestId("points-item-add"));
  await pick(user, "points-item-1", "Pico");
  type("points-item-times-1", "×3");
  type("points-sign-in", "5");
  type("points-referral", "500");
  await user.click(screen.getByTestId("points-pays"));
  type("points-least", "200");
  type("points-most-percent", "50");
  expect(await stumbles(screen.getByTestId("points-rules-drawer"))).toEqual([]);
  await user.click(screen.getByTestId("points-rules-save"));
  await waitFor(() => { expect(screen.queryByTestId("points-rules-drawer")).toBeNull(); });
  expect(sets.map(({ rules }) => rules)).toEqual([{
    fenPerPoint: 1_000, months: 12, memberDays: [3, 8], memberDayMultiplier: 1_500, birthdayMultiplier: 2_000,
    items: [{ item: { kind: "products" }, multiplier: 0 }, { item: { kind: "procedure", id: "x2" }, multiplier: 3_000 }],
    signIn: 5, referral: 500, money: { pointsPerYuan: 100, least: 200, mostPercent: 50 },
  }]);
  expect(drafts.at(-1)).toBe("dropped");
}, 60_000);

test("what is wrong stands at its field before Rust is asked, and what Rust refuses does too", async () => {
  let refusals = 0;
  const user = await open(settings, { "points.set_rules": (input) => { sets.push(input); refusals += 1; return refusals === 1 ? refuse("not_found", "items", { item: "1" }) : null; } });
  await user.click(screen.getByTestId("points-rules-edit"));
  await screen.findByTestId("points-per-point");
  type("points-per-point", "0");
  type("points-birthday-times", "0.5");
  await user.click(screen.getByTestId("points-item-add"));
  await user.click(screen.getByTestId("points-rules-save"));
  expect(await screen.findByText(/请填 0.01 到 10,000.00 元之间的金额/)).toBeTruthy();
  expect(screen.getByText("请填 1 到 100 之间的数，例如 1.5")).toBeTruthy();
  expect(screen.getByText(/有一行还没选项目/)).toBeTruthy();
  expect(sets).toEqual([]);
  type("points-per-point", "1");
  type("points-birthday-times", "2");
  await pick(user, "points-item-0", "Laser");
  await user.click(screen.getByTestId("points-rules-save"));
  expect(await screen.findByText(/找不到这条记录/)).toBeTruthy();
  await user.click(screen.getByTestId("points-rules-save"));
  await waitFor(() => { expect(sets).toHaveLength(2); });
  expect(sets[1]).toEqual(sets[0]);
}, 60_000);

test("where nothing is earned, nothing is asked of how much", async () => {
  const user = await open({ ...settings, rules: { ...shipped, fenPerPoint: null } });
  expect(screen.getByTestId("points-rules").textContent).toContain("消费不得积分");
  await user.click(screen.getByTestId("points-rules-edit"));
  await screen.findByTestId("points-earns");
  await user.click(screen.getByTestId("points-rules-save"));
  await waitFor(() => { expect(sets[0]?.rules.fenPerPoint).toBeNull(); });
});

test("the shop is added to and withdrawn from in place", async () => {
  const user = await open({ ...settings, rewards: [{ id: "r1", kind: "product", item: "m1", name: "Cream", points: 800, active: true, listed: true }] });
  expect(screen.getByTestId("reward").textContent).toContain("Cream 1 件 · 800 分");
  await user.click(screen.getByTestId("reward-edit"));
  await user.click(screen.getByTestId("reward-active"));
  await user.click(screen.getByTestId("reward-save"));
  await waitFor(() => { expect(rewards).toEqual([{ id: "r1", kind: "product", item: "m1", points: 800, active: false }]); });
  await user.click(screen.getByTestId("reward-add"));
  await user.click(screen.getByTestId("reward-save"));
  expect(await screen.findByText("请填 1 到 1,000,000 之间的整数")).toBeTruthy();
  await pick(user, "reward-item", "Laser");
  type("reward-points", "3000");
  // What is typed waits while one is away from it.
  await user.click(screen.getByTestId("reward-back"));
  expect(screen.getByTestId("points-rewards").textContent).toContain("尚未保存");
  await user.click(screen.getByTestId("reward-add"));
  await user.click(screen.getByTestId("reward-save"));
  await waitFor(() => { expect(rewards[1]).toMatchObject({ kind: "procedure", item: "x1", points: 3_000, active: true }); });
}, 60_000);

test("who is not the owner reads them", async () => {
  await open(settings, {}, { ...me, permissions: ["work", "see_money"] });
  expect(screen.queryByTestId("points-rules-edit")).toBeNull();
  expect(screen.queryByTestId("reward-add")).toBeNull();
});
