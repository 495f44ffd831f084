/** What changed from one version of a plan to the next. */
import type { Fen, PlanLine, PlanVersion } from "../../api/generated";

export type Difference =
  | { kind: "added" | "removed" | "note"; alternative: number; name: string }
  | { kind: "price"; alternative: number; name: string; before: Fen | null; after: Fen | null }
  | { kind: "sessions"; alternative: number; name: string; before: number; after: number }
  | { kind: "overall" };

/** A procedure that stands twice in one alternative is matched in its order. */
export function differencesOf(before: Pick<PlanVersion, "note" | "lines">, after: Pick<PlanVersion, "note" | "lines">): Difference[] {
  const left = [...before.lines];
  const found: Difference[] = [];
  for (const line of after.lines) {
    const at = left.findIndex((other) => isSame(other, line));
    if (at === -1) found.push({ kind: "added", alternative: line.alternative, name: line.name });
    else found.push(...changes(left.splice(at, 1), line));
  }
  found.push(...left.map(({ alternative, name }): Difference => ({ kind: "removed", alternative, name })));
  if (before.note.trim() !== after.note.trim()) found.push({ kind: "overall" });
  return found;
}

const isSame = (one: PlanLine, other: PlanLine) => one.procedure === other.procedure && one.alternative === other.alternative;

function changes(matched: readonly PlanLine[], after: PlanLine): Difference[] {
  const { alternative, name } = after;
  return matched.flatMap((before) => {
    const found: Difference[] = [];
    if (before.sessions !== after.sessions) found.push({ kind: "sessions", alternative, name, before: before.sessions, after: after.sessions });
    if (before.price !== after.price) found.push({ kind: "price", alternative, name, before: before.price, after: after.price });
    if (before.note.trim() !== after.note.trim()) found.push({ kind: "note", alternative, name });
    return found;
  });
}
