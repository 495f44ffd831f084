import { expect, test } from "vitest";
import { GS } from "../../app/scannerKeys";
import { hasCheckDigit, looksLikeCode, packCodeIn } from "./codes";

test.each([
  "(01)06901234567892(17)261231(10)ABC", "（01）06901234567892", "]d20106901234567892", "]C110LOT1", "MA.156.M0.100131.1ABCDE90", "AHM123456", "6901234567892",
  "81234560000000000001", "0106901234567892", `10LOT-77${GS}21A`, "0106901234567892172612311 0ABC".replace(" ", ""), "  6901234567892\n",
])("%s is offered as a code", (text) => {
  expect(looksLikeCode(text)).toBe(true);
});

test.each(["", "13812346721", "057188886666".slice(0, 11), "顾清越", "A000123", "JT1:A000123", "(备注)", "1234567", "330106199203041234X", "Maria Lindberg", "lock this"])("%s is not", (text) => {
  expect(looksLikeCode(text)).toBe(false);
});

test("a GTIN ends with its check digit", () => {
  expect([hasCheckDigit("06901234567892"), hasCheckDigit("6901234567892"), hasCheckDigit("6901234567893"), hasCheckDigit("96385074")]).toEqual([true, true, false, true]);
});

const burst = (scanned: string, inField = true) => packCodeIn({ scanned, inField });

test("of what is scanned into a field only a pack's code is taken", () => {
  for (const code of ["6901234567892", "0106901234567892172612311" + "0TEST", `010690123456789210A${GS}21B`, "]C110ABCDE", "81234560000000000001", "17261231" + "10LOT"]) expect(burst(code)).toBe(code);
  // A phone, an ID card, a day, a tracking number, a wrong check digit, a name.
  for (const other of ["13812346721", "110101199003074233", "172612199003071234", "20261122", "SF1234567890123", "6901234567893", "Zhang San Feng"]) expect(burst(other)).toBeNull();
});

test("what is scanned where no field is can only be meant for the scan", () => {
  expect([burst("SF1234567890123", false), burst("short", false)]).toEqual(["SF1234567890123", null]);
});
