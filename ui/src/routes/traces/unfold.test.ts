import { expect, test } from "vitest";
import type { Timeline } from "../../api/generated";
import { unfold } from "./unfold";

test("what is named by its place is what stands there, under its name of each record's day", () => {
  const record = { at: 0, procedure: "c", procedureName: "", doctorName: "", sites: [], devices: [], reactions: "", amendments: 0, photos: 0, complaints: [], withdrawn: false };
  const timeline: Timeline = {
    products: [{ id: "m1", name: "Botox", unit: "U", scale: 0 }, { id: "m1", name: "Botox 100", unit: "U", scale: 0 }],
    batches: [{ id: "b1", lot: "C1", suppliers: ["Supplies"] }],
    records: [
      { ...record, id: "s2", uses: [{ product: 1, batch: null, quantity: 2 }], points: [] },
      { ...record, id: "s1", uses: [{ product: 0, batch: 0, quantity: 4 }], points: [["face_front", 1, 2, 0, 4]] },
    ],
  };
  const [latest, first] = unfold(timeline);
  expect(latest?.uses).toEqual([{ product: "m1", name: "Botox 100", unit: "U", scale: 0, batch: null, lot: "", suppliers: [], quantity: 2 }]);
  expect(first?.uses).toEqual([{ product: "m1", name: "Botox", unit: "U", scale: 0, batch: "b1", lot: "C1", suppliers: ["Supplies"], quantity: 4 }]);
  expect(first?.points).toEqual([{ map: "face_front", x: 1, y: 2, product: "m1", quantity: 4 }]);
});
