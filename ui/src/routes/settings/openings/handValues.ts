/** What a client had, as the form holds it: read into what Rust takes, added up, and where Rust's names for fields stand in it. */
import type { ClientId, Failure, Fen, OpeningInput, OpeningTotals, ProcedureId } from "../../../api/generated";
import { readPrice } from "../../../components/decimals";

export interface PointsValue {
  points: number | null;
  expiresOn: string | null;
}

export interface SessionsValue {
  procedure?: ProcedureId;
  sessions: number | null;
  listPrice: string;
  paid: string;
  gift: boolean;
  cardName: string;
  expiresOn: string | null;
}

export interface HandValues {
  principal: string;
  gift: string;
  deposit: string;
  points: PointsValue[];
  lifetime: string;
  lastYear: string;
  tier: string;
  sessions: SessionsValue[];
}

export const nothing: HandValues = { principal: "", gift: "", deposit: "", points: [], lifetime: "", lastYear: "", tier: "", sessions: [] };
export const noPoints: PointsValue = { points: null, expiresOn: null };
export const noSessions: SessionsValue = { sessions: null, listPrice: "", paid: "", gift: false, cardName: "", expiresOn: null };

/** As many as Rust takes (amounts.rs, points/mod.rs, openings/mod.rs); of spending ten times as much as of any price. */
export const priceMost = 1_000_000_000;
export const spendingMost = 10_000_000_000;
export const pointsMost = 1_000_000_000;
export const sessionsMost = 1_000;

const fen = (typed: string): Fen => readPrice(typed) ?? 0;

export function openingInput(client: ClientId, { principal, gift, deposit, points, lifetime, lastYear, tier, sessions }: HandValues): OpeningInput {
  return {
    client,
    principal: fen(principal),
    gift: fen(gift),
    deposit: fen(deposit),
    points: points.map((lot) => ({ points: lot.points ?? 0, expiresOn: lot.expiresOn })),
    lifetime: fen(lifetime),
    lastYear: fen(lastYear),
    tier: tier.trim(),
    sessions: sessions.map((had) => ({
      procedure: had.procedure ?? "",
      sessions: had.sessions ?? 0,
      listPrice: readPrice(had.listPrice),
      paid: had.gift ? 0 : fen(had.paid),
      gift: had.gift,
      cardName: had.cardName.trim(),
      expiresOn: had.expiresOn,
    })),
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

export function totalsOf({ principal, gift, deposit, points, lifetime, sessions }: OpeningInput): OpeningTotals {
  return {
    clients: 1, principal, gift, deposit,
    sessions: sum(sessions.map((had) => had.sessions)), paid: sum(sessions.map(({ paid }) => paid)), points: sum(points.map((lot) => lot.points)), lifetime,
  };
}

export function isNothing({ principal, gift, deposit, points, lifetime, lastYear, tier, sessions }: OpeningInput): boolean {
  return principal + gift + deposit + lifetime + lastYear === 0 && tier === "" && points.length === 0 && sessions.length === 0;
}

const plain = ["principal", "gift", "deposit", "lifetime", "lastYear", "tier"] as const satisfies (keyof HandValues)[];
const ofSessions = ["procedure", "sessions", "listPrice", "paid", "cardName", "expiresOn"] as const satisfies (keyof SessionsValue)[];

export type FieldPath = (typeof plain)[number] | ["points", number, keyof PointsValue] | ["sessions", number, (typeof ofSessions)[number]];

/** Where a refused field stands; null where it is none of the form's. Rust counts lines from 1. */
export function pathOf({ field, params }: Failure): FieldPath | null {
  const line = Number(params["line"] ?? Number.NaN) - 1;
  if (!Number.isInteger(line)) return plain.find((name) => name === field) ?? null;
  if (field === "points") return ["points", line, "points"];
  if (field === "pointsExpireOn") return ["points", line, "expiresOn"];
  const name = ofSessions.find((other) => other === field);
  return name === undefined ? null : ["sessions", line, name];
}
