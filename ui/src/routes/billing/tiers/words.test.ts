import i18next from "i18next";
import { expect, test } from "vitest";
import type { TierRule } from "../../../api/generated";
import { prefer } from "../../../app/preferences";
import { whyWords } from "../../checkout/why";
import { basic, gold, rule, silver } from "./fixtures";
import { causeWords, discountWords, fallWords, lowersMore, nextWords, turnWords } from "./words";

const { t } = i18next;
const names: Record<string, string> = { c1: "光子嫩肤", c2: "皮秒" };
const procedure = (id: string) => names[id] ?? "";

test("a discount says what it holds for, and one that lowers nothing says nothing", () => {
  expect(discountWords(t, silver, procedure)).toBe("光子嫩肤、皮秒、疗程卡 8.8 折");
  expect(discountWords(t, basic, procedure)).toBe("全部项目 9.5 折");
  expect(discountWords(t, gold, procedure)).toBe("");
  expect(discountWords(t, { ...silver, procedures: [], cards: false }, procedure)).toBe("");
  expect(discountWords(t, { ...silver, procedures: ["c1", "gone"], cards: false, products: true }, procedure)).toBe("光子嫩肤等 2 个项目、产品 8.8 折");
});

test("what a higher tier lowers as far is not said again of a lower one", () => {
  const said = (lower: TierRule, ...higher: TierRule[]) => discountWords(t, lowersMore(lower, higher), procedure);
  expect(said(basic, silver)).toBe("全部项目 9.5 折");
  expect(said(basic, rule("x", "X", { rate: 900 }))).toBe("");
  expect(said({ ...basic, products: true }, rule("x", "X", { rate: 900 }))).toBe("产品 9.5 折");
  expect(said(silver, rule("x", "X", { rate: 850, allProcedures: false, procedures: ["c2"] }))).toBe("光子嫩肤、疗程卡 8.8 折");
  expect(said(silver, rule("x", "X", { rate: 900, cards: true }))).toBe("光子嫩肤、皮秒、疗程卡 8.8 折");
});

test("what comes next, what is lost and why", () => {
  const tier = { code: "g", name: "金卡会员" };
  expect(nextWords(t, { tier, window: "lifetime", amount: 100, missing: 50 })).toBe("再消费 0.50 升为金卡会员");
  expect(fallWords(t, { on: "2026-12-01", to: null, missing: null, cause: { kind: "window" } })).toBe("2026-12-01 起将没有等级");
  expect(causeWords(t, { kind: "executed", sale: "s", number: "A-1" })).toBe("执行收费单 A-1 的项目");
  expect(causeWords(t, { kind: "window" })).toBe("近 12 个月消费已不足");
  expect(turnWords(t, { from: tier, to: null })).toBe("退款后不再有会员等级");
});

test("a price says what the tier takes off it, in each language as it is said there", () => {
  const line = { kind: "procedure", quantity: 1, listPrice: 100_000, price: 88_000, reductions: [{ kind: "tier", amount: 12_000, name: "金卡会员", rate: 880 }] } as const;
  const why = () => whyWords(t, { ...line, reductions: [...line.reductions] });
  expect(why()).toBe("原价 1,000.00 · 金卡会员 8.8 折 −120.00");
  prefer({ language: "en", shade: "light" });
  expect(why()).toBe("List 1,000.00 · 金卡会员 12% off −120.00");
  prefer({ language: "zh", shade: "light" });
});
