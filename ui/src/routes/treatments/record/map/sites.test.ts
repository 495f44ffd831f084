import { expect, test } from "vitest";
import type { SiteMap } from "../../../../api/generated";
import { sheets } from "./drawings";
import { edge, siteAt } from "./sites";

/** A place in the coordinates of its sheet. */
const at = (map: SiteMap, x: number, y: number) => siteAt(map, (x / sheets[map].width) * edge, (y / sheets[map].height) * edge);

test.each([
  [200, 202, "glabella", null], [200, 140, "forehead", null], [98, 236, "crow", "right"], [302, 236, "crow", "left"], [310, 350, "masseter", "left"], [90, 350, "masseter", "right"],
  [155, 332, "nasolabial", "right"], [245, 332, "nasolabial", "left"], [200, 357, "lips", null], [200, 412, "chin", null], [122, 280, "apple", "right"], [238, 260, "tear", "left"], [200, 466, "neck", null],
] as const)("of the face from the front %i, %i is %s, %s", (x, y, name, side) => {
  expect(at("face_front", x, y)).toEqual({ name, side });
});

test("a profile's sides are its own, and the right one mirrors the left", () => {
  expect(at("face_left", 236, 344)).toEqual({ name: "masseter", side: "left" });
  expect(at("face_right", 400 - 236, 344)).toEqual({ name: "masseter", side: "right" });
  expect(at("face_left", 78, 302)).toEqual({ name: "noseTip", side: null });
});

test("seen from behind, left is at the viewer's left", () => {
  expect(at("body_front", 126, 512)).toEqual({ name: "calf", side: "right" });
  expect(at("body_back", 126, 512)).toEqual({ name: "calf", side: "left" });
  expect(at("body_back", 200, 118)).toEqual({ name: "trapezius", side: "right" });
});

test("every place has a name, the corners too", () => {
  for (const map of Object.keys(sheets) as SiteMap[]) for (const x of [0, 5_000, edge]) for (const y of [0, edge]) expect(siteAt(map, x, y).name).toBeTruthy();
});
