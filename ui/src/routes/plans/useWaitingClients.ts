/** Whose plan waits for a doctor: a quiet mark on the board. */
import { useMemo } from "react";
import type { ClientId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";

export function useWaitingClients(): ReadonlySet<ClientId> {
  const may = useMay()("see_treatments");
  const waiting = useRead("treatments", "plans.waiting", {}, { enabled: may });
  return useMemo(() => new Set((waiting.data ?? []).map(({ client }) => client)), [waiting.data]);
}
