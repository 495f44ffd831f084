import { expect, test } from "vitest";
import type { TreatmentBody } from "../../../api/generated";
import { asLastTime, differencesOf, merged, same } from "./body";

const body: TreatmentBody = {
  doctor: "p1", assistants: [], indication: "", anaesthesia: { method: "none", minutes: 0, note: "" }, uses: [], energy: [], course: "", reactions: "", advice: "", nextOn: null,
  funding: { kind: null, entitlement: null, reason: "" }, prescription: [],
};

test("blanks around a text are no difference", () => {
  expect(same({ ...body, course: "碘伏消毒 \n" }, { ...body, course: "碘伏消毒" })).toBe(true);
  expect(same(body, { ...body, nextOn: "2027-01-01" })).toBe(false);
});

test("each difference says who changed it", () => {
  const mine = { ...body, course: "碘伏消毒", indication: "眉间纹" };
  const theirs = { ...body, course: "酒精消毒", assistants: ["p3"] };
  expect(differencesOf(body, mine, theirs)).toEqual([
    { section: "assistants", changedBy: "theirs" }, { section: "indication", changedBy: "mine" }, { section: "course", changedBy: "both" },
  ]);
});

test("what is chosen of both is one record, and the rest stays", () => {
  const mine = { ...body, course: "碘伏消毒", advice: "冰敷" };
  const theirs = { ...body, course: "酒精消毒", assistants: ["p3"] };
  const both = merged(mine, theirs, new Map([["course", "theirs"], ["assistants", "theirs"]]));
  expect(both).toEqual({ ...body, course: "酒精消毒", advice: "冰敷", assistants: ["p3"] });
});

test("as last time keeps who treats today, what came of it and what pays", () => {
  const now: TreatmentBody = { ...body, doctor: "p2", reactions: "无", funding: { kind: "free", entitlement: null, reason: "院长同意" } };
  const last: TreatmentBody = { ...body, doctor: "p1", assistants: ["p3"], course: "碘伏消毒", reactions: "", funding: { kind: "redo", entitlement: null, reason: "补" } };
  expect(asLastTime(now, last)).toEqual({ ...last, doctor: "p2", reactions: "无", funding: now.funding });
});
