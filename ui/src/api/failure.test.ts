import { renderHook } from "@testing-library/react";
import { useTranslation } from "react-i18next";
import { expect, test } from "vitest";
import "../locales";
import type { ErrorCode } from "./generated";
import { wordsFor } from "./failure";

const said = (code: ErrorCode, params: Record<string, string>) => wordsFor(renderHook(() => useTranslation()).result.current.t, { code, field: null, params }).message;

test("what Rust counts in fen is said as money, whichever way it differs", () => {
  expect(said("balance_too_small", { available: "123456" })).toBe("余额只有 1,234.56 元。");
  expect(said("payments_differ", { left: "-5" })).toBe("付款合计与应收相差 0.05 元。");
});
