import { expect, test } from "vitest";
import { type PlanDraft, emptyPlan, inputOf, pricesOf, problemOf, totalOf, withLine, withSessions, withoutAlternative } from "./draft";

const botox = { id: "c1", listPrice: 298_000 };
const laser = { id: "c4", listPrice: null };
const plan = (): PlanDraft => withLine(withLine(emptyPlan, 0, botox), 0, laser);
const line = (draft: PlanDraft, at: number) => draft.lines[at] ?? (() => { throw new Error("a line"); })();

test("a procedure comes with its list price, or with none", () => {
  expect(plan().lines.map(({ price, sessions }) => [price, sessions])).toEqual([["2980.00", 1], ["", 1]]);
  expect(totalOf(pricesOf(plan().lines))).toEqual({ sum: 298_000, unpriced: 1 });
});

test("the price follows the sessions until somebody writes another", () => {
  const three = withSessions(line(plan(), 0), 3, 298_000);
  expect(three.price).toBe("8940.00");
  expect(withSessions({ ...three, price: "8000" }, 4, 298_000).price).toBe("8000");
  expect(withSessions(line(plan(), 1), 3, null).price).toBe("");
});

test("what is wrong with a line is named", () => {
  const good = line(plan(), 0);
  expect([problemOf(good), problemOf({ ...good, price: "" }), problemOf({ ...good, price: "12.345" }), problemOf({ ...good, price: "20000000" }), problemOf({ ...good, sessions: 0 })])
    .toEqual([null, null, "price", "priceMost", "sessions"]);
});

test("alternatives left empty are closed up, what is recommended stays the first", () => {
  const draft = withLine(withLine({ ...emptyPlan, alternatives: 4 }, 3, botox), 0, laser);
  expect(inputOf(draft)).toEqual([
    { alternative: 0, procedure: "c4", sessions: 1, price: null, note: "" },
    { alternative: 1, procedure: "c1", sessions: 1, price: 298_000, note: "" },
  ]);
});

test("an alternative is removed with its lines", () => {
  const draft = withLine(withLine(withLine({ ...emptyPlan, alternatives: 3 }, 0, botox), 1, botox), 2, laser);
  const without = withoutAlternative(draft, 1);
  expect(without.alternatives).toBe(2);
  expect(without.lines.map(({ alternative, procedure }) => [alternative, procedure])).toEqual([[0, "c1"], [1, "c4"]]);
});
