import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { CommandName } from "../../api/call";
import type { AmendTreatment, Catalogue, Consent, Me, NotePaperConsent, Obstacle, Overridden, SignTreatment, SignedTreatment, Signing, Treatment, TreatmentBody, WithdrawTreatment } from "../../api/generated";
import { zh } from "../../locales/zh";

const me: Me = { staffId: "p2", name: "Dr. Zhou", roles: ["doctor"], permissions: ["work", "see_treatments", "write_treatments", "sign_treatments", "note_consents", "see_stock"] };
const toxin = { id: "m1", name: "Botox", genericName: "", kind: "drug", deviceClass: null, manufacturer: "Allergan", registrationNumber: "S2020", codes: [], specification: "", unit: "U", scale: 0, packQuantity: 100, ingredients: "", contraindications: "", storage: "", toxin: true, retailPrice: null, active: true } as const;
const cream = { ...toxin, id: "m2", name: "Cream", unit: "g", packQuantity: 5, toxin: false } as const;
const procedure = { id: "c1", name: "Frown lines", standardName: "Injection of botulinum toxin", specialty: "dermatology", consentTemplate: "Form 1" } as const;
const catalogue: Catalogue = {
  procedures: [{ ...procedure, level: null, listPrice: null, minutes: 20, numbingMinutes: 0, returnIntervalDays: null, aftercare: "", usualProducts: [], active: true }],
  products: [{ ...toxin, codes: [] }, { ...cream, codes: [] }], rooms: [], equipment: [],
};
const body: TreatmentBody = {
  doctor: "p2", assistants: [], indication: "lines", anaesthesia: { method: "none", minutes: 0, note: "" }, energy: [], course: "typed", reactions: "none", advice: "", nextOn: null, prescription: [],
  funding: { kind: "entitlement", entitlement: null, reason: "" },
  uses: [
    { key: 1, map: "face_front", x: 5_000, y: 4_208, site: "brow", product: "m1", batch: "b1", vial: "w1", unit_code: null, quantity: 6, depth: "muscle" },
    { key: 2, map: null, x: 0, y: 0, site: "", product: "m2", batch: "b2", vial: null, unit_code: null, quantity: 5, depth: "" },
  ],
};
const client = { id: "k1", name: "Ann", memberNumber: "A1" };
const batches = [{ id: "b1", product: "m1", lot: "C1", expiresOn: "2099-06-30" }, { id: "b2", product: "m2", lot: "D2", expiresOn: "2099-07-31" }];
const signedRecord: SignedTreatment = {
  id: "s1", totals: [{ product: "m1", batch: "b1", quantity: 6, points: 1 }, { product: "m2", batch: "b2", quantity: 5, points: 0 }], sha256: "ab".repeat(32), whole: true, amendments: [], amended: body, withdrawal: null, overrides: [],
  text: { format: 1, treatment: "t1", client, visit: null, procedure, level: null, listPrice: null, doctor: { id: "p2", name: "Dr. Zhou", practiceNumber: "1103" }, assistants: [], body, products: [toxin, cream], batches, equipment: [], photos: [], signedAt: Date.now(), prescriptionNumber: null, overrides: [] },
};

interface Sent { sign: Signing<SignTreatment>[]; amend: Signing<AmendTreatment>[]; withdraw: Signing<WithdrawTreatment>[]; noted: NotePaperConsent[] }

function open(obstacles: Obstacle[], more: Answers = {}, who: Me = me) {
  const record: Treatment = { id: "t1", client, visit: null, planLine: null, procedure, body, totals: [], createdAt: Date.now(), savedAt: 7, savedBy: "Lin", discardedReason: null, signed: null };
  const signed = structuredClone(signedRecord);
  const consents: Consent[] = [];
  const sent: Sent = { sign: [], amend: [], withdraw: [], noted: [] };
  const answers: Answers = {
    "desk.state": () => deskState({ me: who }),
    "staff.all": () => [{ id: "p2", name: "Dr. Zhou", phone: null, roles: ["doctor"], active: true, registrations: [], permittedProcedures: [] }],
    "catalogue.all": () => catalogue,
    "treatments.list": () => [{ id: "t1", client, visit: null, procedure: "c1", procedureName: procedure.name, doctor: "p2", createdAt: record.createdAt, savedAt: 7, savedBy: "Lin", discarded: false, signed: record.signed }],
    "treatments.open": () => ({ ...record }),
    "treatments.choices": () => batches.map(({ id, product, lot, expiresOn }) => ({ batch: id, product, lot, expiresOn, onHand: 100, vials: id === "b1" ? [{ id: "w1", unitCode: null, left: 100, shared: false }] : [] })),
    "treatments.obstacles": () => obstacles,
    "treatments.save": ({ body: next }) => { Object.assign(record, { body: next, savedAt: record.savedAt + 1 }); return { savedAt: record.savedAt }; },
    "treatments.sign": (input) => {
      if (input.signer.pin !== "135790") refuse("pin_wrong", "pin", { waitSeconds: "0" });
      sent.sign.push(input);
      record.signed = "s1";
      return { id: "s1", prescriptionNumber: "P77" };
    },
    "treatments.signed": () => structuredClone(signed),
    "treatments.amend": (input) => {
      sent.amend.push(input);
      signed.amendments.push({ at: Date.now(), by: "Dr. Zhou", reason: input.input.reason, changes: [{ field: "course", before: "typed", after: input.input.course }] });
      signed.amended = { ...signed.amended, course: input.input.course };
      return null;
    },
    "treatments.withdraw": (input) => {
      sent.withdraw.push(input);
      signed.withdrawal = { at: Date.now(), by: "Dr. Zhou", reason: input.input.reason };
      record.signed = null;
      return null;
    },
    "consents.of_client": () => [...consents],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    ...more,
  };
  openDesk(answers);
  // An upload's name and input stand in its headers, which mockIPC keeps to itself.
  const internals = (window as unknown as { __TAURI_INTERNALS__: { invoke: (command: string, payload: unknown, options?: { headers: { name: CommandName; input: string } }) => Promise<unknown> } }).__TAURI_INTERNALS__;
  const { invoke } = internals;
  internals.invoke = (command, payload, options) => {
    if (command !== "upload" || !options) return invoke(command, payload, options);
    const input = JSON.parse(decodeURIComponent(options.headers.input)) as NotePaperConsent;
    sent.noted.push(input);
    consents.push({ id: "co1", procedure: input.procedure, form: "Form 1", doctor: input.doctor, doctorName: "Dr. Zhou", signedOn: input.signedOn, note: input.note, scanned: false, valid: true, withdrawnReason: null });
    return Promise.resolve("co1");
  };
  return { sent, record };
}

async function openRecord(user: ReturnType<typeof userEvent.setup>) {
  await user.type(await screen.findByTestId("treatment-search"), "ann{Enter}");
  await screen.findByTestId("map-face_front");
}

async function openSigned(user: ReturnType<typeof userEvent.setup>) {
  await openRecord(user);
  await user.keyboard("{F9}");
  await user.type(await screen.findByTestId("signer-pin"), "135790{Enter}");
  return screen.findByTestId("signed-page");
}

test("with nothing against it the PIN is all that is asked for, and what was signed is shown", async () => {
  const user = userEvent.setup();
  const { sent } = open([]);
  await openRecord(user);
  await user.type(screen.getByTestId("treatment-course"), " more");
  await user.keyboard("{F9}");
  const pin = await screen.findByTestId("signer-pin");
  expect(screen.getAllByTestId("sign-total").map(({ textContent }) => textContent)).toEqual(["Botox C1 \u00b7 2099-06-306 U", "Cream D2 \u00b7 2099-07-315 g"]);
  await waitFor(() => { expect(document.activeElement).toBe(pin); });
  await user.type(pin, "111111{Enter}");
  expect(await screen.findByText(new RegExp(zh.errors.pin_wrong.message))).toBeTruthy();
  expect((screen.getByTestId<HTMLInputElement>("signer-pin")).value).toBe("");
  await user.type(screen.getByTestId("signer-pin"), "135790{Enter}");
  const page = await screen.findByTestId("signed-page");
  // It was saved first, and that saving is what was signed.
  expect(sent.sign).toEqual([{ input: { id: "t1", savedAt: 8, overrides: [] }, signer: { staffId: "p2", pin: "135790" } }]);
  expect(await screen.findByText(/P77/)).toBeTruthy();
  expect(within(page).getByTestId("signed-whole").textContent).toContain(zh.signing.record.whole);
  expect(within(page).getAllByTestId("signed-batch").map(({ textContent }) => textContent)).toHaveLength(2);
  expect(within(page).getAllByTestId("signed-batch")[0]?.textContent).toMatch(/Botox.*6 U.*C1.*2099-06-30.*Allergan.*S2020/);
  expect(within(page).getByTestId("map-point").getAttribute("aria-label")).toContain("6 U");
  expect(await stumbles()).toEqual([]);
});

test("what may be overridden needs a reason, which goes with the signature", async () => {
  const user = userEvent.setup();
  const { sent } = open([{ code: "batch_expired", about: "C1", overridable: true }, { code: "batch_expired", about: "D2", overridable: true }]);
  await openRecord(user);
  await user.click(screen.getByTestId("treatment-sign"));
  expect((await screen.findByTestId("sign-obstacle-batch_expired")).textContent).toMatch(/C1.*D2/);
  expect(screen.getByTestId("sign-owner-sees")).toBeTruthy();
  await user.type(screen.getByTestId("signer-pin"), "135790{Enter}");
  expect(await screen.findByText(zh.signing.reasonRequired)).toBeTruthy();
  expect(sent.sign).toEqual([]);
  await user.type(screen.getByTestId("sign-reason-batch_expired"), "emergency");
  await user.click(screen.getByTestId("sign-ok"));
  await screen.findByTestId("signed-page");
  expect(sent.sign[0]?.input.overrides).toEqual([{ code: "batch_expired", reason: "emergency" }]);
});

test("what came between the asking and the PIN is said and listed, and nothing typed is lost", async () => {
  const user = userEvent.setup();
  const held: Obstacle = { code: "batch_held", about: "D2", overridable: true };
  const obstacles: Obstacle[] = [{ code: "batch_expired", about: "C1", overridable: true }];
  open(obstacles, {
    "treatments.sign": () => {
      if (obstacles.length === 1) obstacles.push(held);
      return refuse("signature_forbidden", "overrides", { obstacle: "batch_held", about: "D2" });
    },
    "treatments.obstacles": () => [...obstacles],
  });
  await openRecord(user);
  await user.keyboard("{F9}");
  await user.type(await screen.findByTestId("sign-reason-batch_expired"), "emergency");
  await user.type(screen.getByTestId("signer-pin"), "135790{Enter}");
  expect((await screen.findByTestId("sign-problem")).textContent).toContain("D2");
  expect(await screen.findByTestId("sign-reason-batch_held")).toBeTruthy();
  expect(screen.getByTestId<HTMLInputElement>("sign-reason-batch_expired").value).toBe("emergency");
  await user.click(screen.getByTestId("sign-close"));
  await waitFor(() => { expect(screen.queryByTestId("sign-dialog")).toBeNull(); });
  await user.keyboard("{F9}");
  expect((await screen.findByTestId<HTMLInputElement>("sign-reason-batch_expired")).value).toBe("emergency");
  expect(screen.getByTestId<HTMLInputElement>("signer-pin").value).toBe("");
});

test("what may not be overridden asks for no PIN, and leads to where it is mended", async () => {
  const user = userEvent.setup();
  open([{ code: "no_funding", about: "", overridable: false }, { code: "allergy", about: "x", overridable: true }]);
  await openRecord(user);
  await user.keyboard("{F9}");
  expect((await screen.findByTestId("sign-blocked")).textContent).toContain(zh.signing.obstacles.no_funding.what);
  expect(screen.queryByTestId("signer-pin")).toBeNull();
  expect(screen.queryByTestId("sign-ok")).toBeNull();
  expect(screen.queryByTestId("sign-reason-allergy")).toBeNull();
  await user.click(screen.getByTestId("sign-go-no_funding"));
  await waitFor(() => { expect(screen.queryByTestId("sign-blocked")).toBeNull(); });
  await waitFor(() => { expect(document.activeElement?.closest("[data-place]")?.getAttribute("data-place")).toBe("funding"); });
});

test("an amendment stands beside the text with what it changed", async () => {
  const user = userEvent.setup();
  const { sent } = open([]);
  await openSigned(user);
  await user.click(screen.getByTestId("signed-amend"));
  const course = await screen.findByTestId<HTMLTextAreaElement>("amend-course");
  expect(course.value).toBe("typed");
  await user.clear(course);
  await user.type(course, "better");
  await user.type(screen.getByTestId("signer-pin"), "135790");
  await user.click(screen.getByTestId("amend-ok"));
  expect(await screen.findByText(zh.common.required)).toBeTruthy();
  await user.type(screen.getByTestId("amend-reason"), "slip{Enter}");
  expect((await screen.findByTestId("signed-amendment")).textContent).toMatch(/slip.*typed.*\u2192.*better/);
  expect(screen.getByTestId("signed-course").textContent).toMatch(/typed.*better/);
  expect(sent.amend).toEqual([{ input: { id: "s1", indication: "lines", course: "better", reactions: "none", advice: "", nextOn: null, reason: "slip" }, signer: { staffId: "p2", pin: "135790" } }]);
});

test("a withdrawal needs a reason, says what goes back, and opens the way to write it anew", async () => {
  const user = userEvent.setup();
  const { sent } = open([]);
  await openSigned(user);
  await user.click(screen.getByTestId("signed-withdraw"));
  expect((await screen.findByTestId("withdraw-back")).textContent).toContain("Cream D2 5 g");
  expect(screen.getByTestId("withdraw-stays").textContent).toContain("Botox C1 6 U");
  await user.type(screen.getByTestId("signer-pin"), "135790{Enter}");
  expect(await screen.findByText(zh.common.required)).toBeTruthy();
  expect(sent.withdraw).toEqual([]);
  await user.type(screen.getByTestId("withdraw-reason"), "wrong client{Enter}");
  expect((await screen.findByTestId("signed-withdrawn")).textContent).toContain("wrong client");
  expect(sent.withdraw[0]?.input).toEqual({ id: "s1", reason: "wrong client" });
  expect(screen.queryByTestId("signed-amend")).toBeNull();
  expect(screen.getByTestId("signed-anew")).toBeTruthy();
});

test("a paper consent is noted from the record, of its procedure and doctor", async () => {
  const user = userEvent.setup();
  const { sent } = open([]);
  await openRecord(user);
  expect((await screen.findByTestId("consent-missing")).textContent).toContain("Form 1");
  await user.click(screen.getByTestId("consent-new"));
  await user.type(await screen.findByTestId("consent-note"), "shelf 3{Enter}");
  expect((await screen.findByTestId("consent-held")).textContent).toContain("Dr. Zhou");
  expect(sent.noted).toMatchObject([{ client: "k1", procedure: "c1", doctor: "p2", note: "shelf 3" }]);
});

test("who may note consents adds another scan at the record; who may not only sees the one there is", async () => {
  const user = userEvent.setup();
  const held: Consent = { id: "co1", procedure: "c1", form: "Form 1", doctor: "p2", doctorName: "Dr. Zhou", signedOn: "2026-11-20", note: "", scanned: true, valid: true, withdrawnReason: null };
  const more: Answers = { "consents.of_client": () => [held] };
  open([], more);
  await openRecord(user);
  expect((await screen.findByTestId("consent-add-scan")).title).toBe(zh.consents.scanAnother);
  cleanup();
  open([], more, { ...me, permissions: me.permissions.filter((permission) => permission !== "note_consents") });
  await openRecord(user);
  expect(await screen.findByTestId("consent-show")).toBeTruthy();
  expect(screen.queryByTestId("consent-add-scan")).toBeNull();
});

test("the owner sees what was overridden, notes it as seen, and opens the signed record", async () => {
  const user = userEvent.setup();
  const one: Overridden = { id: "o1", signed: "s1", sale: null, client, procedureName: procedure.name, by: "Dr. Zhou", code: "not_registered", detail: "dermatology", reason: "alone in the house", at: Date.now(), seenAt: null, seenBy: null };
  const waiting = [one];
  open([], { "overrides.list": ({ seen }) => (seen ? [one] : [...waiting]), "overrides.see": () => { waiting.pop(); return null; } }, { ...me, staffId: "p1", roles: ["owner"], permissions: ["work", "see_treatments", "see_overrides"] });
  const line = await screen.findByTestId("override");
  expect(line.textContent).toMatch(new RegExp(`Ann.*${procedure.name}.*${zh.common.specialty.dermatology}.*alone in the house`));
  await user.click(within(line).getByTestId("override-see"));
  expect(await screen.findByTestId("overrides-none")).toBeTruthy();
  await user.click(screen.getByTestId("overrides-seen-too"));
  await user.click(await screen.findByTestId("override-open"));
  expect(await screen.findByTestId("signed-page")).toBeTruthy();
});

test("what was sold without a plan is seen beside them, and opens the sale", async () => {
  const user = userEvent.setup();
  const opened: string[] = [];
  const sold: Overridden = { id: "o2", signed: null, sale: "sale7", client, procedureName: procedure.name, by: "Chen", code: "no_plan", detail: "", reason: "doctor is out", at: Date.now(), seenAt: null, seenBy: null };
  open([], { "overrides.list": () => [sold], "sales.open": ({ id }) => { opened.push(id); return refuse("not_found", "id"); } }, { ...me, staffId: "p1", roles: ["owner"], permissions: ["work", "see_treatments", "see_overrides", "see_money"] });
  expect((await screen.findByTestId("override")).textContent).toMatch(new RegExp(`Ann.*${procedure.name}.*Chen.*${zh.signing.overrides.noPlan}.*doctor is out`));
  await user.click(screen.getByTestId("override-open"));
  await waitFor(() => { expect(opened).toEqual(["sale7"]); });
});
