/** A timeline's records, each with what it names by place: products and batches come once for all of them. */
import type { BatchId, ProductId, Timeline, TimelinePoint, TimelineRecord } from "../../api/generated";

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

export interface PastPoint extends Omit<TimelinePoint, "product"> {
  product: ProductId;
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
    points: record.points.flatMap((point) => {
      const named = products[point.product];
      return named ? [{ ...point, product: named.id }] : [];
    }),
  }));
}
