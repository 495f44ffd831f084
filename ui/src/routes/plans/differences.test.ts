import { expect, test } from "vitest";
import type { PlanLine } from "../../api/generated";
import { differencesOf } from "./differences";

const line = (procedure: string, change: Partial<PlanLine> = {}): PlanLine => ({ id: procedure, alternative: 0, procedure, name: procedure, standardName: "", specialty: "dermatology", listPrice: null, price: 100, sessions: 1, note: "", ...change });
const of = (note: string, ...lines: PlanLine[]) => ({ note, lines });

test("lines added, removed, and what of the others changed", () => {
  expect(differencesOf(of("", line("a"), line("b")), of("好", line("a", { price: 80, sessions: 2 }), line("c")))).toEqual([
    { kind: "sessions", alternative: 0, name: "a", before: 1, after: 2 },
    { kind: "price", alternative: 0, name: "a", before: 100, after: 80 },
    { kind: "added", alternative: 0, name: "c" },
    { kind: "removed", alternative: 0, name: "b" },
    { kind: "overall" },
  ]);
});

test("the same procedure in another alternative is another line", () => {
  expect(differencesOf(of("", line("a")), of("", line("a"), line("a", { alternative: 1 })))).toEqual([{ kind: "added", alternative: 1, name: "a" }]);
});

test("twice the same line is matched twice, and its ids mean nothing", () => {
  expect(differencesOf(of("", line("a"), line("a", { id: "x" })), of("", line("a", { id: "y" }), line("a", { id: "z", note: "左侧" })))).toEqual([{ kind: "note", alternative: 0, name: "a" }]);
});
