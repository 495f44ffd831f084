/** What the audit is asked for, as the bar above it holds it. */
import type { AuditFilter, ClientRef } from "../../api/generated";

export type Chosen = Pick<AuditFilter, "from" | "to" | "staffId" | "kind" | "verb"> & {
  client: ClientRef | null;
};

export const everything: Chosen = { from: null, to: null, staffId: null, kind: "all", verb: null, client: null };

export const pageSize = 200;

export function asked({ client, ...chosen }: Chosen, before: string | null): AuditFilter {
  return { ...chosen, clientId: client?.id ?? null, before, limit: pageSize };
}
