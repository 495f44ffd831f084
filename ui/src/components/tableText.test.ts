import { expect, test } from "vitest";
import { toCsv, toTsv } from "./tableText";

const columns = [
  { title: "姓名", text: (row: { name: string; note: string }) => row.name },
  { title: "备注", text: (row: { name: string; note: string }) => row.note },
];

test("a file opens in a spreadsheet as it was shown, and runs nothing", () => {
  expect(toCsv(columns, [{ name: "顾清越", note: '他说"好", 再来' }, { name: "白芷", note: "=HYPERLINK(1)" }])).toBe(
    "\uFEFF姓名,备注\r\n顾清越,\"他说\"\"好\"\", 再来\"\r\n白芷,'=HYPERLINK(1)\r\n",
  );
});

test("the clipboard's cells stay in their columns", () => {
  expect(toTsv(columns, [{ name: "顾清越", note: "一\t二\n三" }])).toBe("姓名\t备注\n顾清越\t一 二 三");
});
