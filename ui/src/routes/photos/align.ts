/** How one picture is laid over another so that the two places marked on both fall together. */
import type { Mark } from "../../api/generated";

export interface Shape {
  width: number;
  height: number;
  marks: [Mark, Mark] | null;
}

/** As SVG's matrix(a b c d e f): turned, scaled and moved, never bent. */
export type Matrix = readonly [number, number, number, number, number, number];

interface Point {
  x: number;
  y: number;
}

function place({ width, height }: Shape, mark: Mark): Point {
  return { x: (mark.x / 10_000) * width, y: (mark.y / 10_000) * height };
}

/** Takes a point of `moved` to where it belongs on `base`. Where one of them lacks marks, both are centred. */
export function align(base: Shape, moved: Shape): Matrix {
  if (!base.marks || !moved.marks) return centred(base, moved);
  const [p, q] = [place(base, base.marks[0]), place(base, base.marks[1])];
  const [r, s] = [place(moved, moved.marks[0]), place(moved, moved.marks[1])];
  const from = { x: s.x - r.x, y: s.y - r.y };
  const to = { x: q.x - p.x, y: q.y - p.y };
  const length = from.x * from.x + from.y * from.y;
  if (length === 0) return centred(base, moved);
  // Both stand upright: what would turn more than a quarter was marked the other way round.
  if (to.x * from.x + to.y * from.y < 0) return align(base, { ...moved, marks: [moved.marks[1], moved.marks[0]] });
  const a = (to.x * from.x + to.y * from.y) / length;
  const b = (to.y * from.x - to.x * from.y) / length;
  return [a, b, -b, a, p.x - (a * r.x - b * r.y), p.y - (b * r.x + a * r.y)];
}

function centred(base: Shape, moved: Shape): Matrix {
  const scale = Math.min(base.width / moved.width, base.height / moved.height);
  return [scale, 0, 0, scale, (base.width - moved.width * scale) / 2, (base.height - moved.height * scale) / 2];
}

export function apply([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}
