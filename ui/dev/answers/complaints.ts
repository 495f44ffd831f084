/** Complaints and adverse reactions; how one stands is what its steps add up to, as in Rust. */
import type { ArrivalAlert, ClientId, ComplaintFile, ComplaintId, ComplaintLine, ComplaintStepLine, ComplaintTreatment, SignedTreatmentId, StepKind, TakeComplaint, TimelineComplaint } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";
import { boardAnswers } from "./board";
import { people } from "./desk";
import { signingAnswers } from "./signing";
import { me } from "./treatments";

const hour = 3_600_000;
const day = 24 * hour;
const answerMs = 24 * hour;
const now = Date.now();
const empty = new URLSearchParams(location.search).has("empty");
const dayOf = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 10);
const answered = <Value>(value: Value | Promise<Value> | undefined): Value => value as Value;
const clientOf = (id: string) => {
  const { name, memberNumber } = answered(boardAnswers["clients.find"]?.({ query: "", limit: 100 })).find((other) => other.id === id) ?? refuse("not_found", "client");
  return { id, name, memberNumber };
};
const nameOf = (staff: string | null) => people.find(({ staffId }) => staffId === staff)?.name ?? null;

type Step = ComplaintStepLine & { signed?: SignedTreatmentId | null; responsible?: string };
interface Kept extends TakeComplaint {
  id: ComplaintId;
  toldAt: number;
  takenAt: number;
  takenBy: string;
  steps: Step[];
}

let count = 0;
const step = (kind: StepKind, at: number, by: string, change: Partial<Step> = {}): Step => ({ id: `cs${(count += 1)}`, kind, text: "", severity: null, responsibleName: null, reportNumber: null, outcome: null, takesBack: null, takenBack: false, at, by, ...change });
const told = (id: string, client: string, ago: number, change: Partial<Kept>): Kept => {
  const at = now - ago * hour;
  return { id, kind: "complaint", client, signed: null, severity: "mild", text: "", beganOn: null, toldAt: at, responsible: null, takenAt: at + hour / 10, takenBy: "陈嘉禾", steps: [], ...change };
};

const complaints: Kept[] = empty ? [] : [
  told("cp1", "k7", 27, { kind: "adverse_reaction", severity: "moderate", signed: "past0", responsible: "p1", beganOn: dayOf(now - 2 * day), text: "打完第三天右边眉毛上面鼓了一块，按着疼，今天早上更红了。\n想知道要不要来医院，能不能吃药。" }),
  told("cp2", "k3", 20.6, { text: "说好周六下午四点，到了等了五十分钟才进诊室，没有人来解释。", responsible: "p4" }),
  told("cp3", "k5", 50, {
    kind: "adverse_reaction", severity: "severe", signed: "past15", beganOn: dayOf(now - 3 * day), responsible: "p2", text: "左边法令纹打完以后脸颊发白发凉，第二天变成紫红色一片一片的，很疼。",
    steps: [
      step("answered", now - 49.4 * hour, "周予安", { text: "电话告知疑似血管栓塞，请立即回院；已备透明质酸酶。" }),
      step("assessed", now - 48 * hour, "周予安", { severity: "severe", signed: "past15", text: "左鼻唇沟网状青斑，毛细血管充盈时间 5 秒，视力正常。" }),
      step("noted", now - 47 * hour, "周予安", { text: "透明质酸酶 1500 U 分三次注射，热敷，1 小时后充盈改善。" }),
      step("reported", now - 26 * hour, "林小满", { reportNumber: "3301062026110047", text: "器械不良事件，已报监测系统。" }),
    ],
  }),
  told("cp4", "k1", 80, { text: "皮秒做完三个月，说好的斑没有淡，觉得钱白花了。", steps: [step("noted", now - 78 * hour, "许知夏", { text: "打过两次电话没接。", takenBack: true }), step("answered", now - 60 * hour, "许知夏", { text: "约周四复诊拍照对比，由沈院长看。" })] }),
  told("cp5", "k7", 24 * 70, { text: "上次敷麻的膏过敏，起了一片疹子。", kind: "adverse_reaction", steps: [step("answered", now - 69.6 * day, "林小满", { text: "停用，口服氯雷他定，次日回访。" }), step("closed", now - 66 * day, "沈静仪", { outcome: "recovered", text: "三天后消退，已在档案记过敏。" })] }),
  told("cp6", "k9", 24 * 12, { text: "登记错了人。", steps: [step("dropped", now - 12 * day, "沈静仪", { text: "应记在何田田名下" })] }),
];
const backOf = complaints.find(({ id }) => id === "cp4");
if (backOf?.steps[0]) backOf.steps.push(step("taken_back", now - 59 * hour, "许知夏", { takesBack: backOf.steps[0].id }));

const treatments = (client: ClientId): ComplaintTreatment[] => {
  const signed = answered(signedOf(client)).filter(({ withdrawal }) => withdrawal === null);
  return signed.map(({ id, text }) => ({ signed: id, day: dayOf(text.signedAt), procedureName: text.procedure.name, doctorName: text.doctor.name })).toSorted((one, other) => other.day.localeCompare(one.day));
};
/** Two years of records stand in traces.ts, which asks here for its complaints in turn. */
let signedOf = (client: ClientId) => signingAnswers["treatments.signed_of"]?.({ client });
export const complainAbout = (of: typeof signedOf): void => { signedOf = of; };

function line(kept: Kept): ComplaintLine {
  const standing = kept.steps.filter(({ kind, takenBack }) => kind !== "taken_back" && !takenBack);
  const last = (kinds: StepKind[]) => standing.findLast(({ kind }) => kinds.includes(kind));
  const end = last(["closed", "dropped", "reopened"]);
  const ended = end === undefined || end.kind === "reopened" ? undefined : end;
  const assessed = last(["assessed"]);
  const responsible = last(["assigned"])?.responsible ?? kept.responsible;
  const signed = assessed === undefined ? kept.signed : (assessed.signed ?? null);
  const treatment = treatments(kept.client).find((other) => other.signed === signed);
  return {
    id: kept.id, kind: kept.kind, client: clientOf(kept.client), severity: assessed?.severity ?? kept.severity, text: kept.text, beganOn: kept.beganOn, toldAt: kept.toldAt, dueAt: kept.toldAt + answerMs,
    answeredAt: standing.find(({ kind }) => kind === "answered" || kind === "closed")?.at ?? null, closedAt: ended?.at ?? null, outcome: ended?.outcome ?? null, dropped: ended?.kind === "dropped",
    reported: last(["reported"]) !== undefined, signed, procedureName: treatment?.procedureName ?? null, treatedOn: treatment?.day ?? null, doctorName: treatment?.doctorName ?? null, responsible, responsibleName: nameOf(responsible),
  };
}

function inOrder(lines: ComplaintLine[]): ComplaintLine[] {
  const rank = ({ closedAt, answeredAt }: ComplaintLine) => (closedAt !== null ? 2 : answeredAt !== null ? 1 : 0);
  const by = ({ closedAt, answeredAt, dueAt, toldAt }: ComplaintLine) => (closedAt !== null ? -closedAt : answeredAt !== null ? toldAt : dueAt);
  return lines.toSorted((one, other) => rank(one) - rank(other) || by(one) - by(other));
}

export const openComplaints = (): ComplaintLine[] => inOrder(complaints.map(line)).filter(({ closedAt }) => closedAt === null);

export const complaintsOf = (signed: SignedTreatmentId): TimelineComplaint[] =>
  complaints.map(line).filter((one) => one.signed === signed && !one.dropped).map(({ id, kind, severity, text, closedAt }) => ({ id, kind, severity, text, open: closedAt === null }));

export const complaintAlerts = (client: ClientId): ArrivalAlert[] =>
  complaints.filter((kept) => kept.client === client).map(line).filter(({ closedAt, dropped }) => !dropped && (closedAt === null || closedAt > now - 30 * day))
    .map(({ id, kind, severity, text, closedAt }) => ({ kind: "complaint", complaint: id, of: kind, severity, text, closed: closedAt !== null }));

const kept = (id: ComplaintId) => complaints.find((other) => other.id === id) ?? refuse("not_found", "complaint");

function put(of: Kept, next: Step): string {
  of.steps.push({ ...next, by: me().name });
  changed("complaints");
  return next.id;
}

export const complaintAnswers: Answers = {
  "complaints.list": ({ client, closed }) => inOrder(complaints.filter((one) => client === null || one.client === client).map(line)).filter(({ closedAt }) => closed || closedAt === null),
  "complaints.open": ({ id }): ComplaintFile => {
    const of = kept(id);
    return { complaint: line(of), takenBy: of.takenBy, takenAt: of.takenAt, steps: structuredClone(of.steps) };
  },
  "complaints.treatments_of": ({ client }) => treatments(client),
  "complaints.take": (input) => {
    if (input.text.trim() === "") refuse("required", "text");
    if (input.toldAt !== null && input.toldAt > Date.now()) refuse("invalid_date", "toldAt");
    if (input.beganOn !== null && input.beganOn > dayOf(Date.now())) refuse("invalid_date", "beganOn");
    const id = crypto.randomUUID();
    complaints.push({ ...input, id, toldAt: input.toldAt ?? Date.now(), takenAt: Date.now(), takenBy: me().name, steps: [] });
    changed("complaints");
    return id;
  },
  "complaints.step": ({ complaint, step: done }) => {
    const of = kept(complaint);
    const closed = line(of).closedAt !== null;
    if (closed && done.kind !== "noted" && done.kind !== "reported") refuse("complaint_closed", "complaint");
    if ((done.kind === "noted" || done.kind === "answered") && done.text.trim() === "") refuse("required", "text");
    const more: Partial<Step> = done.kind === "assessed" ? { severity: done.severity, signed: done.signed } : done.kind === "assigned" ? { responsible: done.to, responsibleName: nameOf(done.to) } : done.kind === "reported" ? { reportNumber: done.number } : {};
    return put(of, step(done.kind, Date.now(), "", { text: done.text, ...more }));
  },
  "complaints.close": ({ complaint, end }) => {
    const of = kept(complaint);
    const open = line(of).closedAt === null;
    if (open && end.kind === "reopened") refuse("complaint_open", "complaint");
    if (!open && end.kind !== "reopened") refuse("complaint_closed", "complaint");
    const text = end.kind === "closed" ? end.text : end.reason;
    if (text.trim() === "") refuse(end.kind === "closed" ? "required" : "reason_required", end.kind === "closed" ? "text" : "reason");
    return put(of, step(end.kind, Date.now(), "", { text, outcome: end.kind === "closed" ? end.outcome : null }));
  },
  "complaints.take_back": ({ id }) => {
    const of = complaints.find(({ steps }) => steps.some((other) => other.id === id)) ?? refuse("not_found", "id");
    const back = of.steps.find((other) => other.id === id);
    if (!back || back.takenBack || ["closed", "reopened", "dropped", "taken_back"].includes(back.kind)) refuse("nothing_to_undo", "id");
    else back.takenBack = true;
    return put(of, step("taken_back", Date.now(), "", { takesBack: id }));
  },
};
