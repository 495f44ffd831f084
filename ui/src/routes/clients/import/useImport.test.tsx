import { act, renderHook, waitFor } from "@testing-library/react";
import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import type { ImportPreview, PreviewImport } from "../../../api/generated";
import { Providers } from "../../../app/Providers";
import { useImport } from "./useImport";

const { asked } = vi.hoisted(() => ({ asked: [] as PreviewImport["columns"][] }));
vi.mock("../../../api/call", () => ({
  upload: (_: string, { columns }: PreviewImport) => {
    asked.push(columns);
    const mapping = "mapped" in columns ? columns.mapped : { sheet: columns.guess ?? "first", headerRow: 1, columns: ["name" as const, null] };
    return Promise.resolve({ mapping, sheets: ["first", "second"] } as ImportPreview);
  },
}));
vi.mock("../../../api/events", () => ({ followChanges: () => () => undefined }));

test("another sheet is guessed anew, and what was put right on one is still so after", async () => {
  const file = { key: "1", name: "list.xlsx", bytes: new Uint8Array() };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { result } = renderHook(() => useImport(file), { wrapper: ({ children }) => <Providers client={client}>{children}</Providers> });
  await waitFor(() => { expect(result.current.mapping?.sheet).toBe("first"); });

  const right = { sheet: "first", headerRow: 1, columns: ["name" as const, "phone" as const] };
  act(() => { result.current.remap(right); });
  await waitFor(() => { expect(result.current.preview?.mapping).toEqual(right); });

  act(() => { result.current.choose("second"); });
  // While it is read the first sheet's columns are nobody's.
  expect([result.current.sheet, result.current.mapping]).toEqual(["second", undefined]);
  await waitFor(() => { expect(result.current.mapping?.columns).toEqual(["name", null]); });

  act(() => { result.current.choose("first"); });
  expect(result.current.mapping).toEqual(right);
  await waitFor(() => { expect(asked).toEqual([{ guess: null }, { mapped: right }, { guess: "second" }, { mapped: right }]); });
});
