import { act, renderHook, waitFor } from "@testing-library/react";
import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import type { ClientHit, FindClients } from "../../../api/generated";
import { Providers } from "../../../app/Providers";
import { pageSize, useClientPages } from "./useClientPages";

const { asked } = vi.hoisted(() => ({ asked: [] as number[] }));
const total = 250;
vi.mock("../../../api/call", () => ({
  call: (_: string, { query, limit, skip = 0 }: FindClients) => {
    asked.push(skip);
    const all = Array.from({ length: total }, (__, id) => ({ id: String(id), name: query }) as ClientHit);
    return Promise.resolve(all.slice(skip, skip + limit));
  },
}));
vi.mock("../../../api/events", () => ({ followChanges: () => () => undefined }));

test("scrolling to the end asks for the next page until there is none", async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const { result } = renderHook(() => useClientPages("an"), { wrapper: ({ children }) => <Providers client={client}>{children}</Providers> });
  for (const rows of [pageSize, 2 * pageSize, total]) {
    await waitFor(() => { expect(result.current.rows.length).toBe(rows); });
    act(() => { result.current.more(); });
  }
  expect(result.current.hasMore).toBe(false);
  expect(asked).toEqual([0, pageSize, 2 * pageSize]);
});
