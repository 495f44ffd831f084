/** The visit of a client who is in the house now; null where there is none, or it may not be seen. */
import type { ClientId, VisitCard } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";

export function useVisitHere(client: ClientId | null): VisitCard | null {
  const may = useMay()("see_board");
  const board = useRead("visits", "visits.board", {}, { enabled: may && client !== null });
  return board.data?.visits.find((card) => card.client.id === client && card.leftAt === null) ?? null;
}
