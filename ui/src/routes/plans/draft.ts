/** A plan while it is typed: lines in alternatives, prices as text, and what it comes to. */
import type { Fen, PlanLineInput, PlanVersion, Procedure, ProcedureId } from "../../api/generated";
import { readPrice, writeDecimal } from "../../components/decimals";

export interface DraftLine {
  /** Its name while it is typed. */
  key: number;
  alternative: number;
  procedure: ProcedureId;
  sessions: number;
  /** "" where it has no price yet. */
  price: string;
  note: string;
}

export interface PlanDraft {
  note: string;
  /** How many tabs there are, empty ones too; the first is what is recommended. */
  alternatives: number;
  lines: DraftLine[];
}

/** As many alternatives to the first as Rust keeps, and sessions, and the most of a price. */
export const mostAlternatives = 4;
export const mostSessions = 100;
const mostPrice: Fen = 1_000_000_000;

export const emptyPlan: PlanDraft = { note: "", alternatives: 1, lines: [] };

const priceText = (price: Fen | null) => (price === null ? "" : writeDecimal(price, 2));

export function draftOf({ note, lines }: PlanVersion): PlanDraft {
  return {
    note,
    alternatives: Math.max(0, ...lines.map(({ alternative }) => alternative)) + 1,
    lines: lines.map(({ alternative, procedure, sessions, price, note: said }, index) => ({ key: index + 1, alternative, procedure, sessions, price: priceText(price), note: said })),
  };
}

export function withLine(draft: PlanDraft, alternative: number, { id, listPrice }: Pick<Procedure, "id" | "listPrice">): PlanDraft {
  const key = Math.max(0, ...draft.lines.map((line) => line.key)) + 1;
  return { ...draft, lines: [...draft.lines, { key, alternative, procedure: id, sessions: 1, price: priceText(listPrice), note: "" }] };
}

/** The price follows the sessions for as long as it is the list's; one that somebody typed stays. */
export function withSessions(line: DraftLine, sessions: number, listPrice: Fen | null): DraftLine {
  const usual = listPrice !== null && readPrice(line.price) === listPrice * line.sessions;
  return { ...line, sessions, price: usual ? priceText(listPrice * sessions) : line.price };
}

export type LineProblem = "sessions" | "price" | "priceMost";

export function problemOf({ sessions, price }: DraftLine): LineProblem | null {
  if (!Number.isInteger(sessions) || sessions < 1 || sessions > mostSessions) return "sessions";
  if (price.trim() === "") return null;
  const read = readPrice(price);
  if (read === null) return "price";
  return read > mostPrice ? "priceMost" : null;
}

export interface Total {
  sum: Fen;
  unpriced: number;
}

export function totalOf(lines: readonly { price: Fen | null }[]): Total {
  return { sum: lines.reduce((sum, { price }) => sum + (price ?? 0), 0), unpriced: lines.filter(({ price }) => price === null).length };
}

export const pricesOf = (lines: readonly DraftLine[]): { price: Fen | null }[] => lines.map(({ price }) => ({ price: price.trim() === "" ? null : readPrice(price) }));

/** The lines alternative by alternative; those left empty are closed up, but for the first. */
export function ordered(draft: PlanDraft): DraftLine[] {
  const used = [...new Set(draft.lines.map(({ alternative }) => alternative))].filter((alternative) => alternative !== 0).toSorted((one, other) => one - other);
  return draft.lines
    .map((line) => ({ ...line, alternative: line.alternative === 0 ? 0 : used.indexOf(line.alternative) + 1 }))
    .toSorted((one, other) => one.alternative - other.alternative);
}

export function inputOf(draft: PlanDraft): PlanLineInput[] {
  return ordered(draft).map(({ alternative, procedure, sessions, price, note }) => ({ alternative, procedure, sessions, price: price.trim() === "" ? null : readPrice(price), note }));
}

export function withoutAlternative(draft: PlanDraft, alternative: number): PlanDraft {
  return {
    ...draft,
    alternatives: draft.alternatives - 1,
    lines: draft.lines.filter((line) => line.alternative !== alternative).map((line) => (line.alternative > alternative ? { ...line, alternative: line.alternative - 1 } : line)),
  };
}
