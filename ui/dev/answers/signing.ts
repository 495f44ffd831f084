/** Consents, signatures, amendments, withdrawals and overrides over the mock's records. */
import type { ClientHealth, Consent, FieldChange, Obstacle, ObstacleCode, Overridden, SignIn, SignedText, SignedTreatment, Treatment, TreatmentBody } from "../../src/api/generated";
import { type Answers, type UploadAnswers, changed, refuse } from "../mock";
import { entitlements } from "./billing";
import { catalogueAnswers } from "./catalogue";
import { clientAnswers } from "./clients";
import { checkPin, people } from "./desk";
import { signedPhotos } from "./photos";
import { batches, productOf } from "./stock";
import { me, record, records } from "./treatments";

const answered = <Value>(value: Value | Promise<Value> | undefined): Value => value as Value;
const nameOf = (staff: string | null) => people.find(({ staffId }) => staffId === staff)?.name ?? null;
const catalogue = () => answered(catalogueAnswers["catalogue.all"]?.({}));
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const consents: (Consent & { client: string })[] = [
  { id: "co1", client: "k7", procedure: "c1", form: "注射美容知情同意书", doctor: "p2", doctorName: nameOf("p2"), signedOn: today(), note: "原件在病历柜 3 层", scanned: true, valid: true, withdrawnReason: null },
  { id: "co2", client: "k7", procedure: "c1", form: "注射美容知情同意书", doctor: "p1", doctorName: nameOf("p1"), signedOn: "2026-01-05", note: "", scanned: false, valid: false, withdrawnReason: null },
];
const signed: SignedTreatment[] = [];
const overridden: Overridden[] = [
  { id: "override0", signed: null, sale: "sale1", client: { id: "k7", name: "江月白", memberNumber: "A000107" }, procedureName: "皮秒祛斑", by: "陈嘉禾", code: "no_plan", detail: "", reason: "老顾客续卡，医生下午到", at: Date.now() - 3_600_000, seenAt: null, seenBy: null },
];
let count = 0;
const newId = (kind: string) => `${kind}${(count += 1)}`;

const totalsOf = ({ uses }: TreatmentBody) => {
  const totals: SignedTreatment["totals"] = [];
  for (const { product, batch, quantity, map } of uses) {
    const total = totals.find((other) => other.product === product && other.batch === batch);
    if (total) Object.assign(total, { quantity: total.quantity + quantity, points: total.points + (map === null ? 0 : 1) });
    else totals.push({ product, batch, quantity, points: map === null ? 0 : 1 });
  }
  return totals;
};

function obstacles({ client, procedure, body }: Treatment): Obstacle[] {
  const found: Obstacle[] = [];
  const add = (code: ObstacleCode, about: string, overridable: boolean) => found.push({ code, about, overridable });
  if (body.doctor === null) add("no_doctor", "", false);
  const given = consents.filter((consent) => consent.valid && consent.client === client.id && consent.procedure === procedure.id);
  const [other] = given;
  if (procedure.consentTemplate !== "" && !other) add("no_consent", procedure.consentTemplate, true);
  else if (other && !given.some(({ doctor }) => doctor === body.doctor)) add("consent_names_another", other.doctorName ?? "", true);
  for (const { product, batch } of totalsOf(body)) if (batch === null) add("no_batch", productOf(product).name, false);
  const allergies = answered<ClientHealth | undefined>(clientAnswers["clients.health"]?.({ client: client.id }))?.alerts.filter(({ kind, endedAt }) => kind === "allergy" && endedAt === null) ?? [];
  for (const { substance } of allergies) for (const { product } of totalsOf(body)) if (productOf(product).ingredients.includes(substance)) add("allergy", `${substance} · ${productOf(product).name}`, true);
  if (body.funding.kind === null) add("no_funding", "", false);
  if (body.funding.kind === "entitlement") {
    const redeemed = entitlements.find((one) => one.id === body.funding.entitlement && one.client === client.id && one.procedure === procedure.id);
    if (!redeemed) add("no_entitlement", procedure.name, true);
    else if (redeemed.left <= 0) add("entitlement_used_up", redeemed.name, false);
    else if (redeemed.expired) add("entitlement_expired", redeemed.name, true);
  }
  return found;
}

function textOf({ id, client, visit, procedure, body }: Treatment, doctor: string): SignedText {
  const drugs = [...body.uses, ...body.prescription].map(({ product }) => product);
  return {
    format: 1, photos: signedPhotos(id), treatment: id, client, visit, procedure, level: null, listPrice: null, body: structuredClone(body), signedAt: Date.now(), overrides: [],
    doctor: { id: doctor, name: nameOf(doctor) ?? "", practiceNumber: "110320000012345" },
    assistants: body.assistants.map((staff) => ({ id: staff, name: nameOf(staff) ?? "", practiceNumber: null })),
    products: catalogue().products.filter((product) => drugs.includes(product.id)),
    batches: batches.filter((batch) => body.uses.some((use) => use.batch === batch.id)).map(({ id: batch, product, lot, expiresOn }) => ({ id: batch, product, lot, expiresOn })),
    equipment: catalogue().equipment.filter((item) => body.energy.some(({ equipment }) => equipment === item.id)).map(({ id: item, name, serialNumber }) => ({ id: item, name, serialNumber })),
    prescriptionNumber: body.prescription.length > 0 ? `2026${String((count += 1)).padStart(5, "0")}` : null,
  };
}

function prove({ staffId, pin }: SignIn): string {
  checkPin(pin);
  if (!people.find((person) => person.staffId === staffId)?.roles.includes("doctor")) refuse("not_permitted");
  return staffId;
}

const standing = (id: string): SignedTreatment => {
  const found = signed.find((other) => other.id === id) ?? refuse("not_found", "id");
  return found.withdrawal === null ? found : refuse("treatment_withdrawn", "id");
};

export const signingAnswers: Answers = {
  "treatments.obstacles": ({ id }) => obstacles(record(id)),
  "treatments.sign": ({ input, signer }) => {
    const treatment = record(input.id);
    const doctor = prove(signer);
    if (treatment.savedAt !== input.savedAt) refuse("changed_meanwhile", "savedAt");
    if (treatment.body.doctor !== doctor) refuse("not_the_doctor", "doctor");
    const found = obstacles(treatment);
    const reasonOf = (code: string) => input.overrides.find((other) => other.code === code)?.reason.trim() ?? "";
    const open = found.find(({ code, overridable }) => !overridable || reasonOf(code) === "");
    if (open) refuse("signature_forbidden", "overrides", { obstacle: open.code, about: open.about });
    const text = { ...textOf(treatment, doctor), overrides: input.overrides };
    const id = newId("signed");
    signed.unshift({ id, text, totals: totalsOf(treatment.body), sha256: "9f2c4b7a1d".repeat(7).slice(0, 64), whole: true, amendments: [], amended: structuredClone(text.body), withdrawal: null, overrides: found.map(({ code, about }) => ({ code, detail: about, reason: reasonOf(code), seen: false })) });
    for (const { code, about } of found) overridden.unshift({ id: newId("override"), signed: id, sale: null, client: treatment.client, procedureName: treatment.procedure.name, by: text.doctor.name, code, detail: about, reason: reasonOf(code), at: Date.now(), seenAt: null, seenBy: null });
    treatment.signed = id;
    const redeemed = entitlements.find((one) => one.id === treatment.body.funding.entitlement);
    if (redeemed) Object.assign(redeemed, { left: redeemed.left - 1, unredeemed: redeemed.unredeemed - Math.trunc(redeemed.unredeemed / redeemed.left) });
    changed("treatments", "stock", "photos", "money");
    return { id, prescriptionNumber: text.prescriptionNumber };
  },
  "treatments.amend": ({ input: { id, reason, ...next }, signer }) => {
    const doctor = prove(signer);
    const one = standing(id);
    const changes: FieldChange[] = (["indication", "course", "reactions", "advice", "nextOn"] as const).filter((field) => one.amended[field] !== next[field]).map((field) => ({ field, before: one.amended[field], after: next[field] }));
    if (changes.length === 0) refuse("nothing_amended", "reason");
    one.amendments.push({ at: Date.now(), by: nameOf(doctor), reason, changes });
    Object.assign(one.amended, next);
    changed("treatments");
    return null;
  },
  "treatments.withdraw": ({ input: { id, reason }, signer }) => {
    const doctor = prove(signer);
    const one = standing(id);
    one.withdrawal = { at: Date.now(), by: nameOf(doctor), reason };
    const treatment = records.find((other) => other.id === one.text.treatment);
    if (treatment) treatment.signed = null;
    changed("treatments", "stock");
    return null;
  },
  "treatments.signed": ({ id }) => structuredClone(signed.find((other) => other.id === id) ?? refuse("not_found", "id")),
  "treatments.signed_of": ({ client }) => structuredClone(signed.filter(({ text }) => text.client.id === client)),
  "overrides.list": ({ seen }) => structuredClone(overridden.filter(({ seenAt }) => seen || seenAt === null)),
  "overrides.see": ({ id }) => {
    Object.assign(overridden.find((other) => other.id === id) ?? refuse("not_found", "id"), { seenAt: Date.now(), seenBy: me().name });
    changed("treatments");
    return null;
  },
  "consents.of_client": ({ client }) => consents.filter((consent) => consent.client === client),
  "consents.withdraw": ({ id, reason }) => {
    Object.assign(consents.find((consent) => consent.id === id) ?? refuse("not_found", "id"), { valid: false, withdrawnReason: reason });
    changed("treatments");
    return null;
  },
};

export const signingUploads: UploadAnswers = {
  "consents.note_paper": ({ client, procedure, doctor, signedOn, note }) => {
    if (signedOn > today()) refuse("invalid_date", "signedOn");
    const id = newId("consent");
    const form = catalogue().procedures.find((other) => other.id === procedure);
    consents.unshift({ id, client, procedure, form: form?.consentTemplate ?? "", doctor, doctorName: nameOf(doctor), signedOn, note, scanned: false, valid: true, withdrawnReason: null });
    changed("treatments");
    return id;
  },
  "consents.add_scan": ({ id }, bytes) => {
    if (bytes.length < 12) refuse("invalid_picture", "scan");
    Object.assign(consents.find((consent) => consent.id === id) ?? refuse("not_found", "id"), { scanned: true });
    changed("treatments");
    return newId("scan");
  },
};
