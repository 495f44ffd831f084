/** Plans and treatment records over the mock's catalogue, stock and board. */
import type { BatchChoice, Plan, PlanLine, PlanVersion, Procedure, SiteMap, Specialty, Treatment, TreatmentBody, Use } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";
import { boardAnswers } from "./board";
import { catalogueAnswers } from "./catalogue";
import { deskAnswers, people } from "./desk";
import { staffAnswers } from "./staff";
import { batches, onHand, productOf } from "./stock";
import { vialAnswers } from "./vials";

const asked = new URLSearchParams(location.search);
const empty = asked.has("empty");
const hour = 3_600_000;
const now = Date.now();
const today = () => new Date(Date.now() + 8 * hour).toISOString().slice(0, 10);
const inDays = (days: number) => new Date(Date.now() + 8 * hour + days * 24 * hour).toISOString().slice(0, 10);
const answered = <Value>(value: Value | Promise<Value> | undefined): Value => value as Value;
const procedures = (): Procedure[] => answered(catalogueAnswers["catalogue.all"]?.({})).procedures;
const procedureOf = (id: string): Procedure => procedures().find((other) => other.id === id) ?? refuse("not_found", "procedure");
const clientOf = (id: string) => answered(boardAnswers["clients.find"]?.({ query: "", limit: 100 })).find((other) => other.id === id) ?? refuse("not_found", "client");
export const me = () => answered(deskAnswers["desk.state"]?.({})).me ?? refuse("signed_out");
const registered = (): Specialty[] => (answered(staffAnswers["staff.all"]?.({})).find(({ id }) => id === me().staffId)?.registrations ?? []).filter(({ expiresOn }) => expiresOn === null || expiresOn >= today()).map(({ specialty }) => specialty);

let count = 100;
const newId = (kind: string) => `${kind}${(count += 1)}`;

const line = (alternative: number, id: string, sessions: number, price: number | null, note = ""): PlanLine => {
  const { name, standardName, specialty, listPrice } = procedureOf(id);
  return { id: newId("pl"), alternative, procedure: id, name, standardName, specialty, listPrice, price, sessions, note };
};
const version = (note: string, at: number, by: string, lines: PlanLine[], change: Partial<PlanVersion> = {}): PlanVersion => ({ id: newId("pv"), note, at, by, lines, decisions: [], agreed: null, ...change });

const plans: Plan[] = empty ? [] : [
  { id: "plan1", client: "k3", visit: "v3", state: "draft", missing: [], closedReason: null, versions: [
    version("想改善法令纹和眉间纹；怕疼，上午时间多。", now - 26 * hour, "许知夏", [line(0, "c1", 1, 268_000, "眉间、鱼尾"), line(0, "c3", 2, 1_280_000, "鼻唇沟，分两次"), line(0, "c6", 1, 1_280_000), line(1, "c1", 1, 298_000), line(1, "c2", 1, 1_980_000)]),
    version("想改善法令纹。", now - 30 * hour, "许知夏", [line(0, "c1", 1, 298_000, "眉间"), line(0, "c4", 3, null)], { decisions: [{ specialty: null, approved: false, reason: "先做填充，皮秒放到下次", at: now - 28 * hour, by: "沈静仪" }] }),
  ] },
  { id: "plan2", client: "k5", visit: "v5", state: "draft", missing: [], closedReason: null, versions: [version("", now - 3 * hour, "许知夏", [line(0, "c1", 1, 298_000)], { decisions: [{ specialty: "dermatology", approved: true, reason: "", at: now - 2 * hour, by: "沈静仪" }], agreed: 0 })] },
  { id: "plan3", client: "k4", visit: "v4", state: "draft", missing: [], closedReason: null, versions: [version("", now - hour, "欧阳若水", [line(0, "c2", 1, 1_980_000), line(1, "c4", 3, null)], { decisions: [{ specialty: "dermatology", approved: true, reason: "", at: now - hour / 2, by: "沈静仪" }] })] },
];

function read(plan: Plan): Plan {
  const latest = plan.versions[0];
  if (!latest || plan.closedReason !== null) return { ...plan, state: "closed", missing: [] };
  const approved = new Set<Specialty>();
  let sentBack = false;
  for (const decision of latest.decisions) {
    if (decision.specialty !== null && decision.approved) approved.add(decision.specialty);
    else approved.clear();
    sentBack = decision.specialty === null;
  }
  const missing = [...new Set(latest.lines.map(({ specialty }) => specialty))].filter((specialty) => !approved.has(specialty));
  const state = missing.length === 0 ? (latest.agreed === null ? "approved" : "agreed") : sentBack ? "sent_back" : approved.size === 0 ? "draft" : "partly_approved";
  return structuredClone({ ...plan, state, missing });
}

function latestOf(id: string): { plan: Plan; latest: PlanVersion } {
  const plan = plans.find(({ versions }) => versions.some((other) => other.id === id)) ?? refuse("not_found", "version");
  const [latest] = plan.versions;
  if (plan.closedReason !== null) refuse("plan_closed", "version");
  return latest?.id === id ? { plan, latest } : refuse("changed_meanwhile", "version");
}

const choices = (): BatchChoice[] => {
  const { vials } = answered(vialAnswers["vials.book"]?.({ from: today(), until: today() }));
  return batches
    .filter(({ id, status, expiresOn }) => status === "released" && expiresOn >= today() && onHand(id) > 0)
    .toSorted((one, other) => one.expiresOn.localeCompare(other.expiresOn))
    .map(({ id, product, lot, expiresOn }) => ({
      batch: id, product, lot, expiresOn, onHand: onHand(id),
      vials: vials.filter((vial) => vial.batch === id && !vial.givenBack).map(({ id: vial, unitCode, left, shared }) => ({ id: vial, unitCode, left, shared })),
    }));
};

function body(procedure: Procedure): TreatmentBody {
  const uses = procedure.usualProducts.toSorted((one, other) => Number(productOf(other.productId).toxin) - Number(productOf(one.productId).toxin)).map(({ productId, quantity }, index): Use => {
    const first = choices().find((choice) => choice.product === productId);
    const vial = first?.vials.find(({ left }) => left >= quantity);
    return { key: index + 1, map: null, x: 0, y: 0, site: "", product: productId, batch: first?.batch ?? null, vial: vial?.id ?? null, unit_code: vial?.unitCode ?? null, quantity, depth: "" };
  });
  return {
    doctor: "p1", assistants: [], indication: "", anaesthesia: { method: procedure.numbingMinutes > 0 ? "topical" : "none", minutes: procedure.numbingMinutes, note: "" }, uses, energy: [], course: "", reactions: "",
    advice: procedure.aftercare, nextOn: procedure.returnIntervalDays === null ? null : inDays(procedure.returnIntervalDays), funding: { kind: null, entitlement: null, reason: "" }, prescription: [],
  };
}

export const records: Treatment[] = [];
function begin(id: string, client: string, visit: string | null, of: string, planLine: string | null, hoursAgo = 0, by = "林小满"): Treatment {
  const procedure = procedureOf(of);
  const { id: clientId, name, memberNumber } = clientOf(client);
  const at = Date.now() - hoursAgo * hour;
  const made: Treatment = {
    id, client: { id: clientId, name, memberNumber }, visit, planLine, procedure: { id: of, name: procedure.name, standardName: procedure.standardName, specialty: procedure.specialty, consentTemplate: procedure.consentTemplate },
    body: body(procedure), totals: [], createdAt: at, savedAt: at, savedBy: by, discardedReason: null, signed: null,
  };
  records.push(made);
  return made;
}
const spread: [SiteMap, number, number, string, number][] = [["face_front", 5000, 4150, "眉间", 4], ["face_front", 4500, 4250, "眉间", 4], ["face_front", 5500, 4250, "眉间", 4], ["face_front", 2400, 4900, "右鱼尾纹", 2], ["face_front", 7600, 4900, "左鱼尾纹", 2]];
if (!empty) {
  const full = begin("t1", "k7", "v7", "c1", null, 1);
  const [cream] = full.body.uses.filter(({ product }) => product === "m3");
  full.body.uses = [...spread.map(([map, x, y, site, quantity], index): Use => ({ key: index + 1, map, x, y, site, product: "m1", batch: "b1", vial: choices().find(({ batch }) => batch === "b1")?.vials[0]?.id ?? null, unit_code: null, quantity, depth: "肌层" })), ...(cream ? [{ ...cream, key: 9 }] : [])];
  full.body.indication = "眉间动态纹";
  begin("t2", "k11", "v11", "c3", null, 30, "沈静仪");
  begin("t3", "k8", null, "c2", null, 4);
  begin("t0", "k7", null, "c1", null, 24 * 120).body = structuredClone({ ...full.body, course: "碘伏消毒，34G 针，逐点垂直进针，无出血。", reactions: "轻微红肿" });
}
export const record = (id: string): Treatment => records.find((other) => other.id === id) ?? refuse("not_found", "id");
const open = (id: string): Treatment => {
  if (record(id).signed !== null) refuse("treatment_signed", "id");
  return record(id).discardedReason === null ? record(id) : refuse("treatment_discarded", "id");
};

export const treatmentAnswers: Answers = {
  "plans.of_client": ({ client }) => plans.filter((plan) => plan.client === client).map(read),
  "plans.waiting": () => plans.map(read).filter(({ state }) => state === "draft" || state === "partly_approved").map(({ id, client, versions, missing }) => ({ id, client, clientName: clientOf(client).name, by: versions[0]?.by ?? null, at: versions[0]?.at ?? 0, missing })).toSorted((one, other) => one.at - other.at),
  "plans.draft": ({ id, client, visit, note, lines }) => {
    if (lines.length === 0) refuse("required", "lines");
    const made = version(note, Date.now(), me().name, lines.map((input) => line(input.alternative, input.procedure, input.sessions, input.price, input.note)));
    const plan = plans.find((other) => other.id === id);
    if (plan) plan.versions = [made, ...plan.versions];
    else plans.unshift({ id: newId("plan"), client, visit, state: "draft", missing: [], closedReason: null, versions: [made] });
    changed("treatments");
    return made.id;
  },
  "plans.close": ({ id, reason }) => {
    const plan = plans.find((other) => other.id === id) ?? refuse("not_found", "id");
    plan.closedReason = reason;
    changed("treatments");
    return null;
  },
  "plans.decide": ({ version: id, approve, reason }) => {
    const { latest } = latestOf(id);
    const decision = { approved: approve, reason, at: Date.now(), by: me().name };
    if (!approve) latest.decisions.push({ ...decision, specialty: null });
    else {
      const wanted = [...new Set(latest.lines.map(({ specialty }) => specialty))];
      const held = wanted.filter((specialty) => registered().includes(specialty));
      if (held.length === 0) refuse("doctor_not_registered", "version", { specialties: wanted.join(",") });
      for (const specialty of held) latest.decisions.push({ ...decision, specialty });
    }
    changed("treatments");
    return null;
  },
  "plans.agree": ({ version: id, alternative }) => {
    latestOf(id).latest.agreed = alternative;
    changed("treatments");
    return null;
  },
  "treatments.list": ({ client }) => records
    .filter((other) => (client === null ? other.discardedReason === null && other.signed === null && other.id !== "t0" : other.client.id === client))
    .toSorted((one, other) => other.createdAt - one.createdAt)
    .map(({ id, client: of, visit, procedure, body: { doctor }, createdAt, savedAt, savedBy, discardedReason, signed }) => ({ id, client: of, visit, procedure: procedure.id, procedureName: procedure.name, doctor, createdAt, savedAt, savedBy, discarded: discardedReason !== null, signed })),
  "treatments.open": ({ id }) => structuredClone(record(id)),
  "treatments.choices": choices,
  "treatments.start": ({ client, visit, procedure, planLine }) => {
    const { id } = begin(newId("t"), client, visit, procedure, planLine, 0, me().name);
    changed("treatments");
    return id;
  },
  "treatments.save": ({ id, savedAt, body: next }) => {
    const kept = open(id);
    if (kept.savedAt !== savedAt) refuse("changed_meanwhile", "savedAt");
    Object.assign(kept, { body: structuredClone(next), savedAt: Math.max(Date.now(), savedAt + 1), savedBy: me().name });
    changed("treatments");
    return { savedAt: kept.savedAt };
  },
  "treatments.discard": ({ id, reason }) => {
    open(id).discardedReason = reason;
    changed("treatments");
    return null;
  },
  "treatments.as_last_time": ({ client, procedure, except }) => {
    const last = records.find((other) => other.client.id === client && other.procedure.id === procedure && other.id !== except && other.discardedReason === null);
    return last ? structuredClone({ ...last.body, reactions: "", prescription: [], funding: { kind: null, entitlement: null, reason: "" } }) : null;
  },
};

/** For looking at two who save: `jingtaiMock.saveElsewhere()` in the console saves the latest record. */
function saveElsewhere(id = records.at(-1)?.id ?? ""): void {
  const kept = record(id);
  Object.assign(kept, { body: { ...kept.body, course: "由同事补写：碘伏消毒，无出血。" }, savedAt: Date.now(), savedBy: people[2]?.name ?? null });
  changed("treatments");
}
Object.assign(window, { jingtaiMock: { saveElsewhere } });
