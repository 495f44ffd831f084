/** Whom the search finds, page after page as the list is scrolled. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { call } from "../../../api/call";
import type { ClientHit } from "../../../api/generated";

export const pageSize = 100;

export interface ClientPages {
  rows: readonly ClientHit[];
  /** The rows are those of this query, not of the one before. */
  answered: boolean;
  hasMore: boolean;
  more: () => void;
  loading: boolean;
  /** Null while nothing has failed, or while older rows can be shown. */
  failed: { reason: unknown; retry: () => void } | null;
}

export function useClientPages(query: string): ClientPages {
  const pages = useInfiniteQuery({
    queryKey: ["clients", "clients.find", "pages", query],
    queryFn: ({ pageParam }) => call("clients.find", { query, limit: pageSize, skip: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page, _, skipped) => (page.length < pageSize ? null : skipped + page.length),
    placeholderData: keepPreviousData,
  });
  // Who came in between two pages has moved to the front, and would stand in both.
  const rows = useMemo(() => [...new Map(pages.data?.pages.flat().map((hit) => [hit.id, hit])).values()], [pages.data]);
  const { hasNextPage, isFetching, isPlaceholderData, isFetchNextPageError, fetchNextPage } = pages;
  const more = useCallback(() => {
    // After a failure it is the next scroll or keystroke that asks again, not the same one without end.
    if (hasNextPage && !isFetching && !isPlaceholderData && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isPlaceholderData, isFetchNextPageError, fetchNextPage]);
  return {
    rows,
    answered: pages.isSuccess && !isPlaceholderData,
    hasMore: hasNextPage,
    more,
    loading: pages.isPending || pages.isFetchingNextPage,
    failed: pages.isError && pages.data === undefined ? { reason: pages.error, retry: () => void pages.refetch() } : null,
  };
}
