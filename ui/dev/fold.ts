/** Records as the program answers with them: products and batches once for all, named by their place. */
import type { Timeline, TimelineBatch, TimelinePoint, TimelineProduct } from "../src/api/generated";
import type { PastRecord } from "../src/routes/traces/unfold";

export function fold(records: readonly PastRecord[]): Timeline {
  const products: TimelineProduct[] = [];
  const batches: TimelineBatch[] = [];
  const place = <One extends { id: string }>(all: One[], one: One): number => {
    const index = all.findIndex(({ id }) => id === one.id);
    return index === -1 ? all.push(one) - 1 : index;
  };
  const folded = records.map((record) => ({
    ...record,
    uses: record.uses.map(({ product, name, unit, scale, batch, lot, suppliers, quantity }) => ({
      product: place(products, { id: product, name, unit, scale }),
      batch: batch === null ? null : place(batches, { id: batch, lot, suppliers: [...suppliers] }),
      quantity,
    })),
    points: record.points.map(({ map, x, y, product, quantity }): TimelinePoint => [map, x, y, products.findIndex(({ id }) => id === product), quantity]),
  }));
  return { records: folded, products, batches };
}
