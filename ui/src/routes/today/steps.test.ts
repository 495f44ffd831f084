import { expect, test } from "vitest";
import { stepAfter } from "./steps";

const steps = ["arrived", "consulting", "left"];

test("one step follows the other, and nothing the last", () => {
  expect(steps.map((step) => stepAfter(steps, step))).toEqual(["consulting", "left", undefined]);
});

test("from a step that was dropped nobody is sent back to the first", () => {
  expect(stepAfter(steps, "triage")).toBeUndefined();
});
