import { screen, waitFor, within } from "@testing-library/react";
import { emit } from "@tauri-apps/api/event";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { Entitlement, Funding, Me, Obstacle, Permission, SignedTreatment, Treatment, TreatmentBody } from "../../api/generated";

const client = { id: "k1", name: "Ann", memberNumber: "A1" };
const procedure = { id: "c1", name: "Frown lines", standardName: "Injection", specialty: "dermatology", consentTemplate: "" } as const;
const body: TreatmentBody = {
  doctor: "p2", assistants: [], indication: "", anaesthesia: { method: "none", minutes: 0, note: "" }, energy: [], uses: [], course: "", reactions: "", advice: "", nextOn: null, prescription: [],
  funding: { kind: null, entitlement: null, reason: "" },
};
const bought = (id: string, change: Partial<Entitlement> = {}): Entitlement => ({
  id, procedure: "c1", name: "Frown lines", standardName: "Injection", cardName: "", sessions: 3, returned: 0, away: 0, voided: 0, left: 2, listPrice: 0, paid: 0, refunded: 0, moved: 0, unredeemed: 0, gift: false, expiresOn: null, expired: false, planLine: null, from: null, opening: false, holder: "", sale: "s1", line: "l1", number: `A-${id}`, at: 0, ...change,
});

async function open(all: Entitlement[], { funding = body.funding, planLine = null, obstacles = [], more = [] }: { funding?: Funding; planLine?: string | null; obstacles?: Obstacle[]; more?: Permission[] } = {}) {
  const me: Me = { staffId: "p2", name: "Dr. Zhou", roles: ["doctor"], permissions: ["work", "see_treatments", "write_treatments", "sign_treatments", "see_entitlements", ...more] };
  const record: Treatment = { id: "t1", client, visit: null, planLine, procedure, body: { ...body, funding }, totals: [], createdAt: 1, savedAt: 1, savedBy: "Lin", discardedReason: null, signed: null };
  const saved: Funding[] = [];
  openDesk({
    "desk.state": () => deskState({ me }),
    "staff.all": () => [{ id: "p2", name: "Dr. Zhou", phone: null, roles: ["doctor"], active: true, registrations: [], permittedProcedures: [] }],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "treatments.list": () => [{ id: "t1", client, visit: null, procedure: "c1", procedureName: procedure.name, doctor: "p2", createdAt: 1, savedAt: 1, savedBy: "Lin", discarded: false, signed: record.signed }],
    "treatments.open": () => ({ ...record }),
    "treatments.choices": () => [],
    "treatments.obstacles": () => obstacles,
    "treatments.save": ({ body: next }) => { saved.push(next.funding); Object.assign(record, { body: next, savedAt: record.savedAt + 1 }); return { savedAt: record.savedAt }; },
    "treatments.sign": () => { record.signed = "s1"; return { id: "s1", prescriptionNumber: null }; },
    "treatments.signed": (): SignedTreatment => ({
      id: "s1", totals: [], sha256: "ab".repeat(32), whole: true, amendments: [], amended: record.body, withdrawal: null, overrides: [],
      text: { format: 1, treatment: "t1", client, visit: null, procedure, level: null, listPrice: null, doctor: { id: "p2", name: "Dr. Zhou", practiceNumber: null }, assistants: [], body: record.body, products: [], batches: [], equipment: [], photos: [], signedAt: 1, prescriptionNumber: null, overrides: [] },
    }),
    "traces.hands": () => [],
    "consents.of_client": () => [],
    "entitlements.of_client": () => structuredClone(all),
    "sales.begin": () => refuse("not_found", "client"),
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
  });
  const user = userEvent.setup({ delay: null });
  await user.type(await screen.findByTestId("treatment-search"), "ann{Enter}");
  await screen.findByTestId("treatment-funding");
  const say = async (kind: string) => { await user.click(within(screen.getByTestId("treatment-funding")).getByRole("radio", { name: kind })); };
  const save = async () => {
    await user.keyboard("{Control>}s{/Control}");
    await waitFor(() => { expect(saved.length).toBeGreaterThan(0); });
    return saved.at(-1);
  };
  return { user, say, save };
}

const chosen = () => screen.queryAllByRole<HTMLInputElement>("radio", { checked: true }).map((radio) => radio.closest("label")?.textContent ?? radio.textContent);

test("the only one that fits is chosen by itself, and what is free takes nothing of it", async () => {
  const { say, save } = await open([bought("e1", { cardName: "Card" }), bought("e2", { left: 0 }), bought("e3", { expired: true }), bought("e4", { procedure: "c2", name: "Laser" })]);
  await say("已购项目");
  await waitFor(() => { expect(chosen()).toEqual(["已购项目", "Frown lines · Card · A-e1 剩 2 / 3 次 · 长期有效"]); });
  expect(screen.getAllByTestId(/^funding-entitlement-/)).toHaveLength(1);
  expect(screen.getByTestId("funding-others").textContent).toContain("Laser");
  expect(await stumbles()).toEqual([]);
  expect(await save()).toEqual({ kind: "entitlement", entitlement: "e1", reason: "" });
  await say("免费");
  expect(screen.queryByTestId("funding-entitlements")).toBeNull();
  await waitFor(async () => { expect(await save()).toEqual({ kind: "free", entitlement: null, reason: "" }); });
});

test("among several the plan's is chosen, and another can be", async () => {
  const { user, say, save } = await open([bought("e1"), bought("e2", { planLine: "l1" })], { planLine: "l1" });
  await say("已购项目");
  await waitFor(() => { expect(chosen()[1]).toContain("A-e2"); });
  await user.click(screen.getByRole("radio", { name: /A-e1/ }));
  expect(await save()).toMatchObject({ entitlement: "e1" });
});

test("among several that are alike none is chosen", async () => {
  const { say } = await open([bought("e1"), bought("e2")]);
  await say("已购项目");
  expect(await screen.findAllByTestId(/^funding-entitlement-/)).toHaveLength(2);
  expect(chosen()).toEqual(["已购项目"]);
});

test("where nothing fits it says how to go on; what is sold meanwhile is chosen", async () => {
  const all: Entitlement[] = [];
  const { say } = await open(all, { more: ["sell", "see_money"] });
  await say("已购项目");
  expect((await screen.findByTestId("funding-none")).textContent).toContain("Frown lines");
  expect(screen.getByTestId("funding-sell")).toBeTruthy();
  all.push(bought("e9"));
  await emit("changed", { tags: ["money"] });
  await waitFor(() => { expect(chosen()[1]).toContain("A-e9"); });
});

test("one that was used up since is said to be, and the signature leads to it", async () => {
  const { user } = await open([bought("e1", { left: 0 })], { funding: { kind: "entitlement", entitlement: "e1", reason: "" }, obstacles: [{ code: "entitlement_used_up", about: "Frown lines", overridable: false }] });
  expect((await screen.findByTestId("funding-lost")).textContent).toContain("A-e1");
  await user.keyboard("{F9}");
  await user.click(await screen.findByTestId("sign-go-entitlement_used_up"));
  await waitFor(() => { expect(document.activeElement?.closest("[data-place=funding]")).not.toBeNull(); });
});

test("what is redeemed stands before the PIN and in the signed record", async () => {
  const { user } = await open([bought("e1")], { funding: { kind: "entitlement", entitlement: "e1", reason: "" } });
  await user.keyboard("{F9}");
  await waitFor(() => { expect(screen.getByTestId("sign-summary").textContent).toContain("已购项目 · Frown lines · A-e1"); });
  await user.type(await screen.findByTestId("signer-pin"), "135790{Enter}");
  await waitFor(() => { expect(screen.getByTestId("signed-funding").textContent).toContain("Frown lines · A-e1"); });
});
