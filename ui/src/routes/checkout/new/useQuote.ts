/** The price of a checkout, asked again a moment after each change; what was last worked out stays on screen meanwhile. */
import { useEffect, useState } from "react";
import { toFailure } from "../../../api/failure";
import type { Quote, QuotedLine, SaleInput } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import type { Asked } from "./draft";

const pauseMs = 120;

export interface Priced {
  /** The last one that was worked out; null before the first. */
  quote: Quote | null;
  lineOf: (key: number) => QuotedLine | undefined;
  /** Whether it is the price of what is typed now. */
  fresh: boolean;
  /** Why there is none of what is typed now. */
  refused: { reason: unknown; key: number | null } | null;
  refetch: () => void;
}

interface Good {
  quote: Quote;
  keys: readonly number[];
}

export function useQuote({ keys, input }: Asked): Priced {
  // Words change no price.
  const sale: SaleInput = { ...input, discountReason: "", noPlanReason: "", note: "", lines: input.lines.map((line) => ({ ...line, note: "" })) };
  const wanted = JSON.stringify({ keys, sale });
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    if (wanted === asked) return;
    const timer = window.setTimeout(() => { setAsked(wanted); }, pauseMs);
    return () => { window.clearTimeout(timer); };
  }, [wanted, asked]);
  const now = JSON.parse(asked) as { keys: number[]; sale: SaleInput };
  const any = now.sale.lines.length > 0;
  const read = useRead("money", "sales.quote", { sale: now.sale }, { enabled: any });
  const [good, setGood] = useState<Good | null>(null);
  if (read.data && any && good?.quote !== read.data) setGood({ quote: read.data, keys: now.keys });
  const quote = any ? (read.data ?? good?.quote ?? null) : null;
  const places = read.data ? now.keys : (good?.keys ?? []);
  const current = wanted === asked && any;
  const line = Number(toFailure(read.error)?.params["line"] ?? Number.NaN);
  return {
    quote,
    lineOf: (key) => quote?.lines[places.indexOf(key)],
    fresh: current && read.isSuccess && !read.isFetching,
    refused: current && read.isError ? { reason: read.error, key: now.keys[line - 1] ?? null } : null,
    refetch: () => void read.refetch(),
  };
}
