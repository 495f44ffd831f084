import { emit } from "@tauri-apps/api/event";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { nurse, stumbles } from "../../../../dev/desk";
import type { TierSchemes } from "../../../api/generated";
import { gold, inForce, nothing, open, rules, scheme, silver, tier } from "./fixtures";

const planned = scheme("s2", { takesEffectOn: "2099-01-01", rules: rules([silver, { ...gold, amount: 8_000_000 }]) });
const withPlan: TierSchemes = { ...inForce, schemes: [planned, scheme("s1"), scheme("s0", { takesEffectOn: "2025-03-01", by: null, rules: rules([tier("silver", "老银卡", 500_000)]) })], planned: "s2" };

test("where there are none it says what they are, and offers the two schemes with what each tier asks for and gives", async () => {
  await open(nothing);
  expect((await screen.findByTestId("tiers-empty")).textContent).toContain("还没有会员等级");
  expect(screen.getByTestId("tier-preset-lifetime").textContent).toMatch(/累计消费制.*Diamond 累计满 300,000.00 · 无折扣 · Adviser day and night.*First silver 累计满 30,000.00/);
  const boutique = screen.getByTestId("tier-preset-boutique").textContent;
  expect(boutique).toMatch(/Gold 近 12 个月满 50,000.00 · 同下级的折扣 · Own adviser、Booked first.*Silver 累计满 10,000.00 · 8.8 折 · 适用的项目待选.*Basic 首次消费起 · 9.5 折 · 全部项目/);
  expect(await stumbles(screen.getByTestId("tiers-empty"))).toEqual([]);
});

test("what holds is read from the highest tier down, with what counts in words", async () => {
  await open(inForce);
  const rows = (await screen.findAllByTestId("tier-row")).map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ["Gold", "近 12 个月满 50,000.00", "同下级的折扣", "Own adviserBooked first"],
    ["Silver", "累计满 10,000.00", "8.8 折2 个项目、疗程卡Laser、Pico", ""],
    ["Basic", "首次消费起", "9.5 折全部项目", ""],
  ]);
  expect(screen.getByTestId("tiers-written").textContent).toBe("从 2026-10-01 起 · Olga 2026-09-28 设置");
  expect(within(screen.getByTestId("tiers-basis")).getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "成交时计入消费：收了款就算", "储值在付款用掉时计入", "产品不计入消费", "每月 1 日复核等级，消费不够的降级", "降级前 30 天起提示员工告知顾客", "高等级也享有低等级的折扣和权益，同一样东西按最低的价",
  ]);
  expect(screen.queryByTestId("tiers-planned")).toBeNull();
  expect(screen.queryByTestId("tiers-earlier")).toBeNull();
  expect(await stumbles(screen.getByTestId("tiers-in-force"))).toEqual([]);
});

test("another scheme that ships is the beginning of other rules, and what holds is left as it is", async () => {
  const { user, sent } = await open(inForce);
  await user.click(await screen.findByTestId("tiers-switch"));
  expect(await stumbles(screen.getByTestId("tiers-presets"))).toEqual([]);
  await user.click(screen.getByTestId("tier-preset-use-lifetime"));
  expect(screen.getByTestId<HTMLInputElement>("tier-name-2").value).toBe("Diamond");
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("tiers-presets")).toBeNull(); });
  expect(screen.getByTestId("tiers-in-force").textContent).toContain("Gold");
  expect(sent.sets).toEqual([]);
});

test("a plan is said, looked at, and dropped by writing what holds once more from today", async () => {
  const now = { ...withPlan };
  const { user, sent } = await open(now, {
    "tiers.schemes": () => structuredClone(now),
    "tiers.set": (input) => { sent.sets.push(input); now.planned = null; void emit("changed", { tags: ["money"] }); return null; },
  });
  expect((await screen.findByTestId("tiers-planned")).textContent).toContain("从 2099-01-01 起改为：Gold（近 12 个月满 80,000.00）、Silver（累计满 10,000.00）");
  await user.click(screen.getByTestId("tiers-planned-view"));
  expect(within(await screen.findByTestId("tiers-scheme-drawer")).getAllByTestId("tier-row")).toHaveLength(2);
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("tiers-scheme-drawer")).toBeNull(); });
  await user.click(screen.getByTestId("tiers-planned-cancel"));
  expect((await screen.findByTestId("tiers-cancel-dialog")).textContent).toContain("2099-01-01 起的方案不会启用，现在的等级照旧。");
  await user.click(screen.getByTestId("tiers-planned-cancel-ok"));
  await waitFor(() => { expect(screen.queryByTestId("tiers-planned")).toBeNull(); });
  expect(sent.sets).toHaveLength(1);
  expect(sent.sets[0]).toMatchObject({ rules: scheme("s1").rules });
  expect(sent.sets[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent.sets[0]?.takesEffectOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  expect(sent.sets[0]?.takesEffectOn).not.toBe("2099-01-01");
});

test("a plan where nothing holds yet is dropped by writing that there are no tiers", async () => {
  const { user, sent } = await open({ ...nothing, schemes: [planned], planned: "s2" });
  await user.click(await screen.findByTestId("tiers-planned-cancel"));
  expect((await screen.findByTestId("tiers-cancel-dialog")).textContent).toContain("仍然没有会员等级");
  await user.keyboard("{Enter}");
  await waitFor(() => { expect(sent.sets[0]?.rules).toEqual(rules([])); });
  expect(screen.getByTestId("tiers-empty")).toBeTruthy();
});

test("what is planned is edited from what shows it, on its own day", async () => {
  const { user } = await open(withPlan);
  await user.click(await screen.findByTestId("tiers-planned-view"));
  await user.click(await screen.findByTestId("tiers-scheme-edit"));
  expect((await screen.findByTestId<HTMLInputElement>("tier-amount-1")).value).toBe("80,000.00");
  expect(screen.getByTestId<HTMLInputElement>("tiers-day").value).toBe("2099-01-01");
});

test("who is not the owner reads all of it, and has nothing to change it with", async () => {
  const { user } = await open(withPlan, {}, nurse);
  expect(await screen.findAllByTestId("tier-row")).toHaveLength(3);
  expect(screen.getByText("会员等级由院长设置，这里可以查看")).toBeTruthy();
  for (const id of ["tiers-edit", "tiers-planned-cancel"]) expect(screen.queryByTestId(id)).toBeNull();
  await user.click(screen.getByTestId("tiers-planned-view"));
  await screen.findByTestId("tiers-scheme-drawer");
  expect(screen.queryByTestId("tiers-scheme-edit")).toBeNull();
  await user.keyboard("{Escape}");
  await user.click(within(screen.getByTestId("tiers-earlier")).getByText("以前的方案（1）"));
  expect(screen.getByTestId("tiers-earlier-line").textContent).toMatch(/从 2025-03-01 起 · 2026-09-28 设置老银卡（累计满 5,000.00）/);
  await user.click(screen.getByTestId("tiers-earlier-view"));
  await waitFor(() => { expect(screen.getByTestId("tiers-scheme-drawer").textContent).toContain("从 2025-03-01 起的方案"); });
});

test("where there are none, who is not the owner has nothing to choose", async () => {
  await open(nothing, {}, nurse);
  expect((await screen.findByTestId("tiers-empty")).textContent).toContain("方案由院长选择");
  expect(screen.queryByTestId("tier-preset-use-boutique")).toBeNull();
});
