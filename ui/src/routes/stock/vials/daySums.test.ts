import { expect, test } from "vitest";
import type { BookLine, Product, VialLine } from "../../../api/generated";
import type { Products } from "../products";
import { daySums } from "./daySums";

const products: Products = { all: [], loaded: true, of: (id) => ({ unit: id === "x" ? "mL" : "U", scale: id === "x" ? 1 : 0 }) as Product };
const line = (step: BookLine["step"], quantity: number, change: Partial<BookLine> = {}) => ({ step, quantity, product: "t", takesBack: false, takenBack: false, ...change }) as BookLine;
const vial = (givenBack: boolean) => ({ givenBack }) as VialLine;

test("a day is what was opened, given and thrown away, and what is still open", () => {
  const lines = [line("opened", 100), line("given", -20), line("given", -24), line("wasted", -56), line("given_back", 0), line("opened", 50), line("received", 500)];
  expect(daySums({ lines, vials: [vial(true), vial(false)] }, products)).toEqual({ opened: 2, given: "44 U", wasted: "56 U", open: 1 });
});

test("what was taken back is not counted, and units are not mixed", () => {
  const lines = [line("given", -20, { takenBack: true }), line("given", 20, { takesBack: true }), line("given", -12), line("given", -3, { product: "x" })];
  expect(daySums({ lines, vials: [] }, products)).toEqual({ opened: 0, given: "12 U + 0.3 mL", wasted: "0", open: 0 });
});
