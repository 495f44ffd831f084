import { expect, test } from "vitest";
import { GS } from "../../../app/scannerKeys";
import { hasCheckDigit } from "../../scan/codes";
import { compared, problemsOf, shown, testCode } from "./verdict";

const swapped = (text: string) => Array.from(text, (char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join("");
const kinds = (text: string, chord = "") => problemsOf({ text, chords: Array.from(text, (char) => (char === " " ? chord : "")) }).map(({ kind }) => kind);

test("the test code is a code", () => {
  expect(hasCheckDigit(testCode.slice(2, 16))).toBe(true);
});

test.each([
  [testCode, []],
  [`]Q3${testCode}`, []],
  [`${GS}${testCode}`, []],
  [testCode.replace(GS, ""), ["separator_missing"]],
  [testCode.replace(GS, "|"), ["separator_other"]],
  [testCode.replace(GS, " "), ["separator_other"]],
  [swapped(testCode), ["case_swapped"]],
  [swapped(testCode.replace(GS, "")), ["separator_missing", "case_swapped"]],
  [testCode.toUpperCase(), ["case_lost"]],
  [`#${testCode}`, ["extra"]],
  [`${testCode}##`, ["extra"]],
  [testCode.slice(0, 20), ["cut"]],
  [testCode.slice(0, 34), ["cut"]],
  [testCode.replaceAll("5", "").replaceAll("8", ""), ["cut"]],
  [testCode.replaceAll("-", "'"), ["layout"]],
  ["6901234567892", ["other"]],
])("%j is %j", (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test("a key in the separator's place is named and can be set", () => {
  const text = testCode.replace(GS, " ");
  const chords = Array.from(text, (char) => (char === " " ? "F8" : "KeyA"));
  expect(problemsOf({ text, chords })).toEqual([{ kind: "separator_other", got: "F8", wanted: "", chord: "F8" }]);
});

test("what is missing and what is too much stand in their places", () => {
  const line = compared("10TEST21aB", `10TEST${GS}21Ab`).map(({ char, state }) => ({ same: shown(char), missing: `-${shown(char)}`, extra: `+${shown(char)}` })[state]).join("");
  expect(line).toContain("10TEST-\u241d21");
  expect([line.includes("+a"), line.includes("-A")]).toEqual([true, true]);
});
