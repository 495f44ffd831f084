/** A timeline's records, each with what it names by place: products and batches come once for all of them. */
import type { BatchId, ProductId, SiteMap, Timeline, TimelineRecord } from "../../api/generated";

export interface PastUse {
  product: ProductId;
  name: string;
  unit: string;
  scale: number;
  batch: BatchId | null;
  lot: string;
  suppliers: readonly string[];
  quantity: number;
}

export interface PastPoint {
  map: SiteMap;
  /** From the left edge, in ten-thousandths of the width. */
  x: number;
  y: number;
  product: ProductId;
  quantity: number;
}

export interface PastRecord extends Omit<TimelineRecord, "uses" | "points"> {
  uses: readonly PastUse[];
  points: readonly PastPoint[];
}

export function unfold({ records, products, batches }: Timeline): PastRecord[] {
  return records.map((record) => ({
    ...record,
    uses: record.uses.flatMap(({ product, batch, quantity }) => {
      const named = products[product];
      if (!named) return [];
      const { id, name, unit, scale } = named;
      const from = batch === null ? undefined : batches[batch];
      return [{ product: id, name, unit, scale, batch: from?.id ?? null, lot: from?.lot ?? "", suppliers: from?.suppliers ?? [], quantity }];
    }),
    points: record.points.flatMap(([map, x, y, product, quantity]) => {
      const named = products[product];
      return named ? [{ map, x, y, product: named.id, quantity }] : [];
    }),
  }));
}
