import { expect, test } from "vitest";
import { toTsv } from "./tableText";

const columns = [
  { title: "姓名", text: (row: { name: string; note: string }) => row.name },
  { title: "备注", text: (row: { name: string; note: string }) => row.note },
];

test("the clipboard's cells stay in their columns", () => {
  expect(toTsv(columns, [{ name: "顾清越", note: "一\t二\n三" }])).toBe("姓名\t备注\n顾清越\t一 二 三");
});
