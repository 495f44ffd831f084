import { describe, expect, test } from "vitest";
import { type Shape, align, apply } from "./align";

const base: Shape = { width: 3000, height: 4000, marks: [{ x: 3000, y: 4000 }, { x: 7000, y: 4000 }] };

describe("two photos laid over each other", () => {
  test("what is marked on both falls together, whatever was nearer, lower or askew", () => {
    const moved: Shape = { width: 2000, height: 2500, marks: [{ x: 2500, y: 5200 }, { x: 6000, y: 4300 }] };
    const matrix = align(base, moved);
    const first = apply(matrix, { x: 500, y: 1300 });
    const second = apply(matrix, { x: 1200, y: 1075 });
    expect(first.x).toBeCloseTo(900, 6);
    expect(first.y).toBeCloseTo(1600, 6);
    expect(second.x).toBeCloseTo(2100, 6);
    expect(second.y).toBeCloseTo(1600, 6);
  });

  test("in whatever order the two places were marked, nothing is turned upside down", () => {
    const moved: Shape = { width: 2000, height: 2500, marks: [{ x: 2500, y: 5200 }, { x: 6000, y: 4300 }] };
    const matrix = align(base, moved);
    expect(align(base, { ...moved, marks: [{ x: 6000, y: 4300 }, { x: 2500, y: 5200 }] })).toEqual(matrix);
    expect(matrix[0]).toBeGreaterThan(0);
  });

  test("nothing is bent: a square stays a square", () => {
    const [a, b, c, d] = align(base, { width: 1000, height: 900, marks: [{ x: 100, y: 9000 }, { x: 8000, y: 300 }] });
    expect(a).toBeCloseTo(d, 9);
    expect(b).toBeCloseTo(-c, 9);
  });

  test("without marks the whole picture stands in the middle", () => {
    expect(align(base, { width: 4000, height: 4000, marks: null })).toEqual([0.75, 0, 0, 0.75, 0, 500]);
    expect(align({ ...base, marks: null }, base)).toEqual([1, 0, 0, 1, 0, 0]);
  });
});
