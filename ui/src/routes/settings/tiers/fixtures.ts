/** Tiers for the tests, and the window opened at them. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { type Answers, deskState, openDesk, owner } from "../../../../dev/desk";
import type { Me, PreviewTiers, Procedure, SetTiers, TierMove, TierPreset, TierPreview, TierRule, TierRules, TierScheme, TierSchemes } from "../../../api/generated";

export const me: Me = { ...owner, permissions: [...owner.permissions, "see_clients", "see_money"] };
const procedure = (id: string, name: string): Procedure => ({ id, name, standardName: name, specialty: "dermatology", level: null, listPrice: 180_000, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active: true });

export const tier = (code: string, name: string, amount: number, change: Partial<TierRule> = {}): TierRule => ({ code, name, amount, window: "lifetime", rate: 1_000, allProcedures: true, procedures: [], cards: false, products: false, pointsMultiplier: 1_000, benefits: [], ...change });
export const rules = (tiers: TierRule[], change: Partial<TierRules> = {}): TierRules => ({ counting: { counts: "sold", storedValue: "used", products: false }, review: "month", warnDays: 30, tiers, ...change });

const basic = tier("basic", "Basic", 0, { rate: 950 });
export const silver = tier("silver", "Silver", 1_000_000, { rate: 880, allProcedures: false, procedures: ["x1", "x2"], cards: true });
export const gold = tier("gold", "Gold", 5_000_000, { window: "rolling", benefits: ["Own adviser", "Booked first"] });
export const presets: TierPreset[] = [
  { kind: "lifetime", rules: rules([tier("silver", "First silver", 3_000_000), tier("gold", "First gold", 10_000_000), tier("diamond", "Diamond", 30_000_000, { benefits: ["Adviser day and night"] })]) },
  { kind: "boutique", rules: rules([basic, { ...silver, procedures: [], cards: false }, gold]) },
];
export const scheme = (id: string, change: Partial<TierScheme> = {}): TierScheme => ({ id, takesEffectOn: "2026-10-01", rules: rules([basic, silver, gold]), businessDay: "2026-09-28", at: Date.UTC(2026, 8, 28), by: "Olga", ...change });
export const nothing: TierSchemes = { schemes: [], current: null, planned: null, presets };
export const inForce: TierSchemes = { ...nothing, schemes: [scheme("s1")], current: "s1" };

const named = (code: string, name: string) => ({ code, name });
export const move = (id: string, name: string, change: Partial<TierMove> = {}): TierMove => ({ client: { id, name, memberNumber: `A00000${id}` }, from: null, to: named("silver", "Silver"), on: "2026-11-22", lifetime: 1_230_000, year: 450_000, ...change });
export const still: TierPreview = { up: { count: 0, clients: [] }, down: { count: 0, clients: [] }, replaced: { count: 0, clients: [] }, sizes: [], clients: 40 };

export interface Sent {
  previews: PreviewTiers[];
  sets: SetTiers[];
  drafts: string[];
}

/** At the section. `schemes` may be changed while it is open. */
export async function open(schemes: TierSchemes, more: Answers = {}, who: Me = me) {
  // Lists draw the rows that fit: nothing fits where nothing has a height, and jsdom has none.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  const sent: Sent = { previews: [], sets: [], drafts: [] };
  openDesk({
    "desk.state": () => deskState({ me: who }),
    "settings.all": () => [],
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [procedure("x1", "Laser"), procedure("x2", "Pico"), procedure("x3", "Hydro")], products: [], rooms: [], equipment: [] }),
    "tiers.schemes": () => structuredClone(schemes),
    "tiers.preview": (input) => { sent.previews.push(input); return still; },
    "tiers.set": (input) => { sent.sets.push(input); return null; },
    "drafts.load": () => null,
    "drafts.save": ({ body }) => { sent.drafts.push(body ?? "dropped"); return null; },
    "drafts.leave": ({ body }) => { sent.drafts.push(`left ${body}`); return null; },
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-settings"));
  await user.click(await screen.findByTestId("settings-tiers"));
  return { user, sent };
}
