/** A clinic with three tiers, and a client who has the middle one, for tests. */
import type { ClientTier, TierGrant, TierRule, TierRules, TierSchemes } from "../../../api/generated";

export const rule = (code: string, name: string, change: Partial<TierRule> = {}): TierRule => ({ code, name, amount: 0, window: "lifetime", rate: 1_000, allProcedures: true, procedures: [], cards: false, products: false, pointsMultiplier: 1_000, benefits: [], ...change });

export const basic = rule("b", "Basic", { rate: 950 });
export const silver = rule("s", "Silver", { amount: 1_000_000, rate: 880, allProcedures: false, procedures: ["c1", "c2"], cards: true });
export const gold = rule("g", "Gold", { amount: 5_000_000, window: "rolling", benefits: ["Own consultant", "Booked first"] });

const rules: TierRules = { counting: { counts: "sold", storedValue: "used", products: false }, review: "month", warnDays: 30, tiers: [basic, silver, gold] };
export const schemes: TierSchemes = { schemes: [{ id: "t1", takesEffectOn: "2026-01-01", rules, businessDay: "2026-01-01", at: 0, by: "Olga" }], current: "t1", planned: null, presets: [] };
export const noSchemes: TierSchemes = { schemes: [], current: null, planned: null, presets: [] };

export const grant = (id: string, change: Partial<TierGrant> = {}): TierGrant => ({ id, tier: { code: "g", name: "Gold" }, fromDay: "2026-11-01", until: "2027-05-31", reason: "opening guest", approvedBy: "Olga", by: "Rose", takenBack: null, holds: true, ...change });

export const nobody: ClientTier = { client: { id: "k1", name: "Ann", memberNumber: "A1" }, hasScheme: true, tier: null, since: null, grantedUntil: null, rules: [], next: null, falls: null, spending: { lifetime: 0, year: 0 }, changes: [], grants: [] };
export const noScheme: ClientTier = { ...nobody, hasScheme: false };

/** Has silver since spring, will lose it in December, and lacks 12,000 to gold. */
export const member: ClientTier = {
  ...nobody,
  tier: { code: "s", name: "Silver" }, since: "2026-05-01", rules: [silver, basic],
  next: { tier: { code: "g", name: "Gold" }, window: "rolling", amount: 5_000_000, missing: 1_200_000 },
  falls: { on: "2026-12-01", to: { code: "b", name: "Basic" }, missing: 120_000, cause: { kind: "window" }, near: true },
  spending: { lifetime: 6_000_000, year: 3_800_000 },
  changes: [
    { day: "2026-11-20", from: { code: "g", name: "Gold" }, to: { code: "s", name: "Silver" }, up: false, cause: { kind: "refund", sale: "s2", number: "T-2" } },
    { day: "2026-06-01", from: { code: "s", name: "Silver" }, to: { code: "g", name: "Gold" }, up: true, cause: { kind: "granted", reason: "opening guest" } },
    { day: "2026-05-01", from: null, to: { code: "s", name: "Silver" }, up: true, cause: { kind: "paid", sale: "s1", number: "A-1" } },
  ],
};
