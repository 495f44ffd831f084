import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import type { AuditLine } from "../../api/generated";
import { useAuditDictionary } from "./words";

const line = (detail: Record<string, string>): AuditLine => ({ id: "1", at: 0, staffId: null, staffName: null, verb: "settings.set", isRead: false, clientId: null, clientName: null, detail });

test("details are said in words", () => {
  const { result } = renderHook(useAuditDictionary);
  const { details } = result.current;
  expect(details(line({ key: "day_starts_at", value: "540" })).map(({ value }) => value)).toEqual(["一天从何时开始", "09:00"]);
  expect(details(line({ key: "visit_steps", value: "arrived、left" })).map(({ value }) => value)).toEqual(["到店步骤", "到店、离店"]);
  expect(details(line({ key: "arrears", value: "approved" })).map(({ value }) => value)).toEqual(["能否欠款", "需院长批准"]);
  expect(details(line({ key: "discount_cashier", value: "5" })).map(({ value }) => value)).toEqual(["财务手动优惠上限", "5 %"]);
  expect(details(line({ what: "guardian_phone" }))).toEqual([{ name: "看了什么", value: "监护人电话" }]);
  expect(details(line({ everybody: "false", rows: "86" })).map(({ value }) => value)).toEqual(["搜索到的", "86"]);
});

test("what is newer than the words stands as it came", () => {
  const { result } = renderHook(useAuditDictionary);
  expect(result.current.details(line({ colour: "red", to: "dancing" }))).toEqual([{ name: "colour", value: "red" }, { name: "移到", value: "dancing" }]);
});
