/** What a refund comes to, asked again a moment after each change; what was last worked out stays on screen meanwhile. */
import { useEffect, useState } from "react";
import { toFailure } from "../../../api/failure";
import type { QuotedPart, RefundQuote } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import type { Asked } from "./draft";

const pauseMs = 120;

export interface Computed {
  /** The last one that was worked out; null before the first. */
  quote: RefundQuote | null;
  partOf: (key: string) => QuotedPart | undefined;
  /** Whether it is that of what is typed now. */
  fresh: boolean;
  /** Why there is none of what is typed now, and of which thing or way, counted from 0. */
  refused: { reason: unknown; part: string | null; way: number | null } | null;
  refetch: () => void;
}

interface Good {
  quote: RefundQuote;
  keys: readonly string[];
}

/** Null asks for nothing. */
export function useRefundQuote(input: Asked | null): Computed {
  const wanted = input === null ? null : JSON.stringify(input);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    if (wanted === null || wanted === asked) return;
    const timer = window.setTimeout(() => { setAsked(wanted); }, pauseMs);
    return () => { window.clearTimeout(timer); };
  }, [wanted, asked]);
  const now = asked === null ? null : (JSON.parse(asked) as Asked);
  const read = useRead("money", "refunds.quote", { refund: now?.refund ?? nothing }, { enabled: now !== null && wanted !== null });
  const [good, setGood] = useState<Good | null>(null);
  if (now && read.data && good?.quote !== read.data) setGood({ quote: read.data, keys: now.keys });
  const quote = wanted === null ? null : (read.data ?? good?.quote ?? null);
  const places = read.data && now ? now.keys : (good?.keys ?? []);
  const current = wanted !== null && wanted === asked;
  const place = (name: "part" | "way") => Number(toFailure(read.error)?.params[name] ?? Number.NaN) - 1;
  return {
    quote,
    partOf: (key) => quote?.parts[places.indexOf(key)],
    fresh: current && read.isSuccess && !read.isFetching,
    refused: current && read.isError ? { reason: read.error, part: now?.keys[place("part")] ?? null, way: Number.isNaN(place("way")) ? null : place("way") } : null,
    refetch: () => void read.refetch(),
  };
}

const nothing: Asked["refund"] = { sale: "", basis: "client", parts: [], ways: null, interest: null, reason: "" };
