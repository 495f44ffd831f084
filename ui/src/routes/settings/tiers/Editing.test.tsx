import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { refuse, stumbles } from "../../../../dev/desk";
import type { PreviewTiers, TierPreview } from "../../../api/generated";
import { gold, inForce, move, nothing, open, presets, rules, silver, still, tier } from "./fixtures";

const value = (id: string) => screen.getByTestId<HTMLInputElement>(id).value;
const type = (id: string, text: string) => { fireEvent.change(screen.getByTestId(id), { target: { value: text } }); };
type User = Awaited<ReturnType<typeof open>>["user"];

async function pick(user: User, id: string, name: string) {
  await user.click(within(screen.getByTestId(id)).getByRole("combobox"));
  await user.click(await screen.findByText(name, { selector: ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-content" }));
}

test("a scheme that ships fills the editor; looked at and begun, exactly what was typed is written", async () => {
  const { user, sent } = await open(nothing);
  await user.click(await screen.findByTestId("tier-preset-use-boutique"));
  await screen.findByTestId("tier-name-0");
  expect([0, 1, 2].map((place) => [value(`tier-name-${place}`), value(`tier-amount-${place}`), value(`tier-rate-${place}`)])).toEqual([["Basic", "0.00", "9.5"], ["Silver", "10,000.00", "8.8"], ["Gold", "50,000.00", ""]]);
  expect(value("tier-benefits-2")).toBe("Own adviser\nBooked first");
  expect(sent.sets).toEqual([]);
  await pick(user, "tier-procedures-1", "Pico");
  await user.click(screen.getByTestId("tier-cards-1"));
  await user.click(screen.getByTestId("tier-add"));
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByTestId("tier-name-3")); });
  type("tier-name-3", " 黑卡会员 ");
  type("tier-amount-3", "200,000.5");
  await pick(user, "tier-window-3", "近 12 个月");
  type("tier-rate-3", "75");
  type("tier-benefits-3", "专车接送\n\n 年度体检 ");
  await user.click(screen.getByTestId("tiers-counts-executed"));
  await user.click(screen.getByTestId("tiers-stored-value-paid_in"));
  await user.click(screen.getByTestId("tiers-products-yes"));
  await pick(user, "tiers-review", "每季度首日");
  type("tiers-warn-days", "45");
  await user.type(screen.getByTestId("tiers-day"), "{Control>}a{/Control}20990101{Enter}");
  expect(await stumbles(screen.getByTestId("tiers-drawer"))).toEqual([]);
  await user.click(screen.getByTestId("tiers-look"));
  expect((await screen.findByTestId("tiers-nobody")).textContent).toBe("没有顾客的等级会变。");
  expect(sent.sets).toEqual([]);
  expect(screen.getByTestId("tiers-save").textContent).toContain("从 2099-01-01 起启用");
  await user.click(screen.getByTestId("tiers-save"));
  await waitFor(() => { expect(screen.queryByTestId("tiers-drawer")).toBeNull(); });
  const [basic, , top] = presets[1]?.rules.tiers ?? [];
  const black = sent.sets[0]?.rules.tiers[3];
  expect(sent.sets[0]?.rules).toEqual(rules(
    [basic ?? gold, { ...silver, procedures: ["x2"] }, top ?? gold, tier(black?.code ?? "", "黑卡会员", 20_000_050, { window: "rolling", rate: 750, benefits: ["专车接送", "年度体检"] })],
    { counting: { counts: "executed", storedValue: "paid_in", products: true }, review: "quarter", warnDays: 45 },
  ));
  expect(black?.code).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent.sets).toHaveLength(1);
  expect(sent.previews).toEqual([{ rules: sent.sets[0]?.rules, takesEffectOn: "2099-01-01" }]);
  expect(sent.drafts.at(-1)).toBe("dropped");
}, 120_000);

test("what Rust refuses stands at its field of its tier, from either step, and nothing typed is lost", async () => {
  const { user, sent } = await open(inForce, {
    "tiers.preview": (input: PreviewTiers) => {
      sent.previews.push(input);
      if (sent.previews.length === 1) refuse("tier_not_above", "amount", { tier: "3", name: "Silver" });
      if (sent.previews.length === 2) refuse("required", "procedures", { tier: "2" });
      return still;
    },
    "tiers.set": (input) => { sent.sets.push(input); return sent.sets.length === 1 ? refuse("day_past", "takesEffectOn") : null; },
  });
  await user.click(await screen.findByTestId("tiers-edit"));
  await screen.findByTestId("tier-name-2");
  // What can be told without Rust is told at once.
  type("tier-rate-0", "便宜");
  await user.click(screen.getByTestId("tiers-look"));
  expect(await within(screen.getByTestId("tier-block-0")).findByText("请填 0 到 10 之间的数，例如 8.8")).toBeTruthy();
  expect(sent.previews).toEqual([]);
  type("tier-rate-0", "");
  type("tier-name-2", "金卡");
  await user.keyboard("{Control>}s{/Control}");
  expect(await within(screen.getByTestId("tier-block-2")).findByText("要比“Silver”高，请改大金额或调整次序")).toBeTruthy();
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByTestId("tier-amount-2")); });
  // What was refused is asked again; the refusal before is gone.
  await user.click(screen.getByTestId("tiers-look"));
  expect(await within(screen.getByTestId("tier-block-1")).findByText("请选适用的项目，或勾选疗程卡、产品")).toBeTruthy();
  await waitFor(() => { expect(within(screen.getByTestId("tier-block-2")).queryByText(/要比/)).toBeNull(); });
  await user.click(screen.getByTestId("tiers-look"));
  await screen.findByTestId("tiers-nobody");
  // A second press of the hand that asked for it writes nothing.
  await user.keyboard("{Control>}s{/Control}");
  expect(sent.sets).toEqual([]);
  await user.click(screen.getByTestId("tiers-save"));
  expect(await screen.findByText("请选今天或以后的日期")).toBeTruthy();
  expect(screen.queryByTestId("tiers-preview")).toBeNull();
  expect(value("tier-name-2")).toBe("金卡");
  await user.click(screen.getByTestId("tiers-look"));
  await user.click(await screen.findByTestId("tiers-save"));
  await waitFor(() => { expect(sent.sets).toHaveLength(2); });
  expect(sent.sets[1]).toEqual(sent.sets[0]);
}, 120_000);

test("a tier keeps its code wherever it is moved and whatever it is called; the keys stay with it", async () => {
  const { user, sent } = await open(inForce);
  await user.click(await screen.findByTestId("tiers-edit"));
  await screen.findByTestId("tier-name-2");
  type("tier-name-2", "至尊");
  screen.getByTestId("tier-up-2").focus();
  await user.keyboard("{Enter}");
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByTestId("tier-up-1")); });
  await user.keyboard("{Enter}");
  // At the end, the way back is at hand.
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByTestId("tier-down-0")); });
  expect([0, 1, 2].map((place) => value(`tier-name-${place}`))).toEqual(["至尊", "Basic", "Silver"]);
  await user.click(screen.getByTestId("tier-remove-1"));
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByTestId("tier-remove-1")); });
  await user.click(screen.getByTestId("tiers-look"));
  await waitFor(() => { expect(sent.previews[0]?.rules.tiers).toEqual([{ ...gold, name: "至尊" }, silver]); });
});

test("what would change is counted and opens the clients behind it; changed again, it is worked out again", async () => {
  let looks = 0;
  const silverName = { code: "silver", name: "Silver" };
  const { user, sent } = await open({ ...inForce, planned: "s9", schemes: [...inForce.schemes, { ...inForce.schemes[0], id: "s9", takesEffectOn: "2099-01-01" } as never] }, {
    "tiers.preview": (input) => {
      sent.previews.push(input);
      looks += 1;
      return looks > 1 ? still : {
        up: { count: 37, clients: [move("1", "王芳"), move("2", "李娜", { from: silverName, to: { code: "gold", name: "Gold" } })] },
        down: { count: 1, clients: [move("3", "赵敏", { from: silverName, to: null, on: "2026-12-22" })] },
        replaced: { count: 1, clients: [move("4", "孙洁", { from: { code: "old", name: "老会员" } })] },
        sizes: [{ tier: silverName, now: 12, then: 48 }],
        clients: 1_200,
      };
    },
    "clients.open": () => refuse("not_found"),
  });
  await user.click(await screen.findByTestId("tiers-edit"));
  await user.click(await screen.findByTestId("tiers-look"));
  expect((await screen.findByTestId("tiers-preview-clients")).textContent).toBe("核算了 1,200 位顾客");
  expect([...screen.getByTestId("tiers-size").children].map(({ textContent }) => textContent)).toEqual(["Silver", "12", "48"]);
  expect(screen.getByTestId("tiers-replaces-plan").textContent).toContain("2099-01-01");
  expect(["up", "down", "replaced"].map((way) => screen.getByTestId(`tiers-moves-${way}`).textContent)).toEqual(["37 位升级", "1 位降级，提示期满后才降", "1 位的等级不再存在，改为消费达到的等级"]);
  await user.click(screen.getByTestId("tiers-moves-up"));
  expect((await screen.findAllByTestId("row-tier-moves")).map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ["王芳", "A000001", "无等级 → Silver", "2026-11-22", "12,300.00", "4,500.00"],
    ["李娜", "A000002", "Silver → Gold", "2026-11-22", "12,300.00", "4,500.00"],
  ]);
  expect(screen.getByTestId("tiers-moves-some").textContent).toBe("只列出前 2 位");
  await user.click(screen.getByTestId("tiers-moves-down"));
  await waitFor(() => { expect(screen.getByTestId("row-tier-moves").textContent).toContain("Silver → 无等级2026-12-22"); });
  expect(screen.getByTestId("tiers-move-client").getAttribute("href")).toBe("/clients/3");
  await user.click(screen.getByTestId("tiers-moves-replaced"));
  await waitFor(() => { expect(screen.getByTestId("row-tier-moves").textContent).toContain("老会员 → Silver"); });
  expect(await stumbles(screen.getByTestId("tiers-drawer"))).toEqual([]);
  // Esc goes back one step only, to where one came from.
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("tiers-preview")).toBeNull(); });
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByTestId("tiers-look")); });
  type("tiers-warn-days", "10");
  await user.click(screen.getByTestId("tiers-look"));
  expect(await screen.findByTestId("tiers-nobody")).toBeTruthy();
  expect(sent.previews.map(({ rules: { warnDays } }) => warnDays)).toEqual([30, 10]);
  expect(sent.sets).toEqual([]);
});

test("while it is worked out one may go back, and an answer that comes late does not lead away again", async () => {
  const waiting: ((preview: TierPreview) => void)[] = [];
  const { user, sent } = await open(inForce, { "tiers.preview": () => new Promise<TierPreview>((resolve) => { waiting.push(resolve); }) as never });
  await user.click(await screen.findByTestId("tiers-edit"));
  await user.click(await screen.findByTestId("tiers-look"));
  expect((await screen.findByTestId("tiers-preview-running")).textContent).toBe("正在核算…");
  expect(screen.getByTestId<HTMLButtonElement>("tiers-save").disabled).toBe(true);
  await user.keyboard("{Control>}s{/Control}{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("tiers-preview")).toBeNull(); });
  await act(async () => { waiting[0]?.(still); await Promise.resolve(); });
  expect(screen.queryByTestId("tiers-preview")).toBeNull();
  await user.click(screen.getByTestId("tiers-look"));
  await act(async () => { waiting[1]?.(still); await Promise.resolve(); });
  expect(await screen.findByTestId("tiers-nobody")).toBeTruthy();
  expect(sent.sets).toEqual([]);
});

test("left with Esc, what was typed waits, and is offered the next time", async () => {
  const kept: { body: string | null } = { body: null };
  const { user } = await open(inForce, {
    "drafts.load": () => (kept.body === null ? null : { body: kept.body, savedAt: Date.now() }),
    "drafts.leave": ({ body }) => { kept.body = body; return null; },
  });
  await user.click(await screen.findByTestId("tiers-edit"));
  await screen.findByTestId("tier-name-2");
  type("tier-name-2", "黑金会员");
  await user.click(screen.getByTestId("tier-remove-0"));
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("tiers-drawer")).toBeNull(); });
  expect(kept.body).toContain("黑金会员");
  await user.click(screen.getByTestId("tiers-edit"));
  await user.click(await screen.findByTestId("tiers-draft-go-on"));
  await waitFor(() => { expect([0, 1].map((place) => value(`tier-name-${place}`))).toEqual(["Silver", "黑金会员"]); });
  expect(screen.queryByTestId("tier-name-2")).toBeNull();
});
