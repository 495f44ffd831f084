/** What of a timeline is shown: by procedure, product and site. */
import type { PastRecord } from "./unfold";

export interface Filter {
  procedure: string | null;
  product: string | null;
  site: string | null;
}

export const noFilter: Filter = { procedure: null, product: null, site: null };

interface Choice {
  value: string;
  label: string;
}

/** Everything that can be chosen, as often as it stands there, the most frequent first. */
export function filterOf(records: readonly PastRecord[]): Record<keyof Filter, Choice[]> {
  const procedures = records.map(({ procedure, procedureName }) => ({ value: procedure, label: procedureName }));
  const products = records.flatMap(({ uses }) => uses.map(({ product, name }) => ({ value: product, label: name })));
  const sites = records.flatMap((record) => record.sites.map((site) => ({ value: site, label: site })));
  return { procedure: counted(procedures), product: counted(products), site: counted(sites) };
}

function counted(all: readonly Choice[]): Choice[] {
  const found = new Map<string, { label: string; count: number }>();
  for (const { value, label } of all) found.set(value, { label, count: (found.get(value)?.count ?? 0) + 1 });
  return [...found].sort(([, a], [, b]) => b.count - a.count).map(([value, { label, count }]) => ({ value, label: `${label} ${count}` }));
}

export function shownBy(record: PastRecord, { procedure, product, site }: Filter): boolean {
  return (procedure === null || record.procedure === procedure)
    && (product === null || record.uses.some((used) => used.product === product))
    && (site === null || record.sites.includes(site));
}
