/** Opening balances for the tests, and the window opened at them. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { type Answers, deskState, openDesk, owner } from "../../../../dev/desk";
import type { EnterOpening, Me, Opening, OpeningClient, OpeningEntered, OpeningHead, OpeningPreview, OpeningPreviewRow, OpeningRowRead, OpeningTotals, PreviewOpening, Procedure, StaffMember, Witnessing } from "../../../api/generated";

export const me: Me = { ...owner, permissions: [...owner.permissions, "see_clients", "see_money", "open_balances"] };
const staff = (id: string, name: string, roles: StaffMember["roles"]): StaffMember => ({ id, name, phone: null, roles, active: true, registrations: [], permittedProcedures: [] });
const procedure = (id: string, name: string, listPrice: number | null, active = true): Procedure => ({ id, name, standardName: name, specialty: "dermatology", level: null, listPrice, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active });

export const totals = (change: Partial<OpeningTotals> = {}): OpeningTotals => ({ clients: 1, principal: 0, gift: 0, deposit: 0, sessions: 0, paid: 0, points: 0, lifetime: 0, ...change });
const nothing: OpeningRowRead = { principal: 0, gift: 0, deposit: 0, points: 0, pointsExpireOn: null, lifetime: 0, lastYear: 0, tier: "", procedure: "", sessions: 0, listPrice: 0, paid: 0, giftSessions: false, cardName: "", expiresOn: null };
export const ann = { id: "c1", name: "Ann", memberNumber: "A000001" };
export const bea = { id: "c2", name: "Bea", memberNumber: "A000002" };
export const row = (number: number, client: typeof ann, read: Partial<OpeningRowRead>): OpeningPreviewRow => ({ sheet: "S", number, named: client.name, client, read: { ...nothing, ...read }, problem: null });
export const wrong = (number: number, named: string, problem: OpeningPreviewRow["problem"], client: typeof ann | null = null): OpeningPreviewRow => ({ sheet: "S", number, named, client, read: null, problem });
export const preview = (rows: OpeningPreviewRow[], sums: Partial<OpeningTotals> = {}): OpeningPreview => ({ rows, totals: totals({ clients: 2, ...sums }), failed: rows.filter(({ problem }) => problem !== null).length });

export const part = (id: string, client: typeof ann, change: Partial<OpeningClient> = {}): OpeningClient => ({
  id, opening: "o1", client, sale: null, number: null, principal: 500_000, gift: 50_000, deposit: 0, sessions: 3, paid: 250_000, points: 1_200, lifetime: 9_000_000, lastYear: 2_000_000, tier: "Gold", businessDay: "2026-11-20", reversed: null, ...change,
});
export const head = (change: Partial<OpeningHead> = {}): OpeningHead => ({
  id: "o1", fileName: "old.xlsx", totals: totals({ clients: 2, principal: 1_000_000, gift: 100_000, sessions: 6, points: 2_400 }), reversed: 0, client: null, businessDay: "2026-11-20", at: Date.UTC(2026, 10, 20, 4), by: me.name, approvedBy: me.name, ...change,
});
export const opened: Opening = { head: head(), clients: [part("oc1", ann), part("oc2", bea)] };

export type Previewing = (input: PreviewOpening) => OpeningPreview;
export type Entering = (input: Witnessing<EnterOpening>) => OpeningEntered;

/** mockIPC keeps the headers to itself, and in them stand an upload's name and input. */
function takeUploads(answers: Record<string, (input: never) => unknown>) {
  type Invoke = (command: string, payload: unknown, options?: { headers: { name: string; input: string } }) => Promise<unknown>;
  const internals = (window as unknown as { __TAURI_INTERNALS__: { invoke: Invoke } }).__TAURI_INTERNALS__;
  const { invoke } = internals;
  vi.spyOn(internals, "invoke").mockImplementation((command, payload, options) => {
    if (command !== "upload" || !options) return invoke(command, payload, options);
    return new Promise((resolve) => { resolve(answers[options.headers.name]?.(JSON.parse(decodeURIComponent(options.headers.input)) as never)); });
  });
}

interface Uploading {
  look?: Previewing;
  enter?: Entering;
}

/** At the section. */
export async function open(more: Answers = {}, { look = () => preview([]), enter = ({ input }) => ({ id: input.id, clients: input.totals.clients }) }: Uploading = {}) {
  // Lists draw the rows that fit: nothing fits where nothing has a height, and jsdom has none.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  Object.assign(Blob.prototype, { arrayBuffer: () => Promise.resolve(new ArrayBuffer(8)) });
  openDesk({
    "desk.state": () => deskState({ me }),
    "settings.all": () => [],
    "staff.all": () => [staff(me.staffId, me.name, ["owner"]), staff("p2", "Olga", ["owner"]), staff("p3", "Nina", ["nurse"])],
    "catalogue.all": () => ({ procedures: [procedure("x2", "Peel", null, false), procedure("x1", "Laser", 180_000)], products: [], rooms: [], equipment: [] }),
    "openings.all": () => [head()],
    "openings.open": () => opened,
    "openings.of_client": () => [],
    "clients.find": () => [{ ...ann, sex: "female", age: 30, phone: null, lastVisitAt: null, visits: 1, hasAlert: false }],
    ...more,
  });
  takeUploads({ "openings.preview": look, "openings.enter": enter });
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  await user.click(await screen.findByTestId("rail-settings"));
  await user.click(await screen.findByTestId("settings-openings"));
  await screen.findByTestId("settings-openings-body");
  return user;
}

export const texts = (id: string): (string | null)[] => screen.getAllByTestId(id).map(({ textContent }) => textContent);
export const isOff = (id: string): boolean => screen.getByTestId<HTMLButtonElement>(id).disabled;
