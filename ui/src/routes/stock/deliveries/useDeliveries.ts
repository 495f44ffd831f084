/** Deliveries, page after page as the list is scrolled. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { call } from "../../../api/call";
import type { Delivery } from "../../../api/generated";

/** As many as Rust gives at a time. */
const pageSize = 200;

export interface Deliveries {
  rows: readonly Delivery[];
  more: () => void;
  loading: boolean;
  failed: { reason: unknown; retry: () => void } | null;
}

export function useDeliveries(): Deliveries {
  const pages = useInfiniteQuery({
    queryKey: ["stock", "stock.deliveries"],
    queryFn: ({ pageParam }) => call("stock.deliveries", { before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < pageSize ? null : (page.at(-1)?.at ?? null)),
  });
  const rows = useMemo(() => pages.data?.pages.flat() ?? [], [pages.data]);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  return {
    rows,
    more,
    loading: pages.isPending || pages.isFetchingNextPage,
    failed: pages.isError && pages.data === undefined ? { reason: pages.error, retry: () => void pages.refetch() } : null,
  };
}
