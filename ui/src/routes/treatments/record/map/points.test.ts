import { expect, test } from "vitest";
import type { Use } from "../../../../api/generated";
import { type Points, type PointsAction, neighbour, onMap, pointsOf, pointsReducer, selectedUse } from "./points";

const filling = { product: "botox", batch: "b1", vial: "w1", unit_code: null };
const dose = { quantity: 4, depth: "" };
const name = (_map: string, x: number) => (x < 5_000 ? "right" : "left");
const row = (change: Partial<Use>): Use => ({ key: 1, map: null, x: 0, y: 0, site: "", quantity: 40, depth: "", ...filling, ...change });
const run = (state: Points, ...actions: PointsAction[]) => actions.reduce(pointsReducer, state);
const add = (x: number, y = 4_000): PointsAction => ({ do: "add", x, y, filling, dose, name });
const digit = (char: string, at: number, scale = 0): PointsAction => ({ do: "type", char, scale, at });
const quantities = (state: Points) => state.uses.map(({ quantity }) => quantity);
const undo: PointsAction = { do: "undo" };

test("the first point of a product takes the place of the row the record began with, and undo brings it back", () => {
  const begun = pointsOf([row({}), row({ key: 2, product: "cream" })]);
  const set = run(begun, add(4_000));
  expect(set.uses.map(({ key, product, map, quantity, site }) => ({ key, product, map, quantity, site }))).toEqual([
    { key: 3, product: "botox", map: "face_front", quantity: 4, site: "right" },
    { key: 2, product: "cream", map: null, quantity: 40, site: "" },
  ]);
  expect(set.selected).toBe(3);
  expect(run(set, add(6_000), undo, undo).uses).toEqual(begun.uses);
});

test("a row that somebody wrote stays beside the points", () => {
  expect(run(pointsOf([row({ site: "额部" })]), add(4_000)).uses).toHaveLength(2);
  expect(run(pointsOf([]), add(4_000), { do: "row", filling, quantity: 10 }, add(6_000)).uses).toHaveLength(3);
});

test("digits type a quantity, a pause begins anew, and nothing makes it nought", () => {
  const one = run(pointsOf([]), add(4_000), digit("1", 1_000), digit("2", 1_500));
  expect(quantities(one)).toEqual([12]);
  expect(quantities(run(one, digit("5", 9_000)))).toEqual([5]);
  expect(quantities(run(one, digit("0", 9_000)))).toEqual([12]);
  expect(quantities(run(one, { do: "erase", scale: 0 }))).toEqual([1]);
  expect(quantities(run(one, { do: "erase", scale: 0 }, { do: "erase", scale: 0 }))).toEqual([4]);
  expect(quantities(run(one, undo))).toEqual([4]);
});

test("decimals go as far as the product's smallest unit", () => {
  const typed = run(pointsOf([]), add(4_000), digit("0", 0, 1), digit(".", 100, 1), digit("8", 200, 1), digit("5", 300, 1));
  expect(quantities(typed)).toEqual([8]);
  expect(typed.typed?.text).toBe("0.8");
  expect(quantities(run(pointsOf([]), add(4_000), digit(".", 0, 1), digit("3", 100, 1)))).toEqual([3]);
});

test("what a scanner struck is taken back, what a person typed before it is not", () => {
  const scanned = run(pointsOf([]), add(4_000), digit("6", 0), digit("0", 1_000), digit("1", 1_010), digit("0", 1_020), { do: "untype", scale: 0 });
  expect(quantities(scanned)).toEqual([6]);
  expect(quantities(run(pointsOf([]), add(4_000), digit("0", 0), digit("1", 9), { do: "untype", scale: 0 }))).toEqual([4]);
});

test("plus and minus step, but not to nought", () => {
  const down = Array.from({ length: 6 }, (): PointsAction => ({ do: "by", amount: -1 }));
  expect(quantities(run(pointsOf([]), add(4_000), { do: "by", amount: 1 }))).toEqual([5]);
  expect(quantities(run(pointsOf([]), add(4_000), ...down))).toEqual([1]);
  expect(quantities(run(pointsOf([]), add(4_000), ...down, undo))).toEqual([4]);
});

test("a point that is moved is called by its new place, unless somebody named it", () => {
  const moved = run(pointsOf([]), add(4_900), { do: "nudge", dx: 50, dy: 0, name }, { do: "nudge", dx: 100, dy: 0, name });
  expect(moved.uses[0]).toMatchObject({ x: 5_050, site: "left" });
  // One way back for all of a movement.
  expect(run(moved, undo).uses[0]).toMatchObject({ x: 4_900, site: "right" });
  const named = run(pointsOf([]), add(4_900), { do: "change", keys: [1], change: { site: "眉头" } }, { do: "move", key: 1, x: 20_000, y: -5, name });
  expect(named.uses[0]).toMatchObject({ x: 10_000, y: 0, site: "眉头" });
});

test("the mirrored point stands on the other side, of a profile on the other drawing", () => {
  const front = run(pointsOf([]), add(3_000), { do: "mirror", name });
  expect(front.uses[1]).toMatchObject({ map: "face_front", x: 7_000, y: 4_000, site: "left", quantity: 4 });
  const profile = run({ ...pointsOf([]), map: "face_left" }, add(3_000), { do: "mirror", name });
  expect(profile.uses[1]).toMatchObject({ map: "face_right", x: 7_000 });
  expect(profile.map).toBe("face_right");
  expect(run(profile, undo)).toMatchObject({ map: "face_left", selected: 1 });
});

test("Tab walks over the points of the drawing that is shown, and out of it", () => {
  const state = run(pointsOf([]), add(1_000), { do: "show", map: "body_front" }, add(2_000), { do: "show", map: "face_front" }, add(3_000), { do: "select", key: null });
  expect(onMap(state).map(({ key }) => key)).toEqual([1, 3]);
  expect(run(state, { do: "step", by: 1 }).selected).toBe(1);
  const last = run(state, { do: "step", by: 1 }, { do: "step", by: 1 });
  expect(last.selected).toBe(3);
  expect(neighbour(last, 1)).toBeNull();
  expect(neighbour(state, -1)).toBe(3);
});

test("a point removed leaves the next one selected", () => {
  const three = run(pointsOf([]), add(1_000), add(2_000), add(3_000));
  expect(selectedUse(run(three, { do: "select", key: 2 }, { do: "remove", key: 2 }))?.key).toBe(3);
  expect(run(three, { do: "remove", key: 3 }).selected).toBe(2);
  expect(run(three, { do: "remove", key: 9 })).toBe(three);
});

test("another batch for a group is one step, and what the next point is made of", () => {
  const two = run(pointsOf([]), add(1_000), add(2_000), { do: "change", keys: [1, 2], change: { batch: "b2", vial: null } });
  expect(two.uses.map(({ batch }) => batch)).toEqual(["b2", "b2"]);
  expect(two.filling).toMatchObject({ batch: "b2", vial: null });
  expect(run(two, undo).uses.map(({ batch }) => batch)).toEqual(["b1", "b1"]);
});
