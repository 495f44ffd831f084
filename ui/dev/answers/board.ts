/** A busy day: who is in the house, who is to come, and a week of appointments. */
import type { Appointment, ArrivalAlert, ClientHit, Leave, TriageForm, VisitCard, WorkingHours } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";

const minute = 60_000;
const hour = 60 * minute;
const asked = new URLSearchParams(location.search);
const today = new Date(Date.now() + 8 * hour).toISOString().slice(0, 10);
/** An instant of today by the clinic's clock. */
const at = (time: string, days = 0) => Date.parse(`${today}T${time}:00+08:00`) + days * 24 * hour;
const now = Date.now();

const names = ["顾清越", "叶知秋", "苏晚晴", "何田田", "白芷", "陆明薇", "宋时雨", "江月白", "沈听澜", "温如玉", "程以宁", "欧阳若兰", "Alexandra Whitfield", "林见深", "许南枝", "周采薇"];
const clients: ClientHit[] = names.map((name, index) => ({
  id: `k${index}`, name, memberNumber: `A0001${String(index).padStart(2, "0")}`, sex: index === 13 ? "male" : "female", age: 22 + ((index * 7) % 31),
  phone: `138 **** ${String(6721 + index * 37)}`, lastVisitAt: index % 4 === 0 ? null : now - index * 9 * 24 * hour, visits: index, hasAlert: index % 3 === 0,
}));
const client = (index: number) => clients[index] ?? refuse("not_found");

const allergy: ArrivalAlert = { kind: "allergy", substance: "青霉素", severity: "severe" };
const steps = ["arrived", "triage", "consulting", "paying", "preparing", "treating", "observing", "left"];

function card(index: number, step: string, waited: number, change: Partial<VisitCard> = {}): VisitCard {
  return {
    id: `v${index}`, client: client(index), step, stepSince: now - waited * minute, arrivedAt: now - (waited + 40) * minute, doctor: index % 2 ? "p1" : "p2", consultant: "p4",
    room: index % 3 ? "r1" : "r2", procedure: `c${(index % 4) + 1}`, numbingUntil: null, leftAt: step === "left" ? now - waited * minute : null, alerts: [], hasTriage: true, outcome: null, ...change,
  };
}

let visits: VisitCard[] = asked.has("empty") ? [] : [
  card(0, "arrived", 3, { hasTriage: false, alerts: [allergy, { kind: "no_data_consent" }], room: null }),
  card(1, "arrived", 26, { hasTriage: false, doctor: null, room: null, alerts: [{ kind: "complaint", complaint: "cp4", of: "complaint", severity: "mild", text: "皮秒做完三个月，说好的斑没有淡，觉得钱白花了。", closed: false }] }),
  card(2, "triage", 8, { hasTriage: false, alerts: [{ kind: "pregnancy", pregnancy: "breastfeeding" }, { kind: "birthday", days: 2 }] }),
  card(3, "consulting", 34, { alerts: [{ kind: "contraindication", substance: "瘢痕体质", severity: "moderate" }] }),
  card(12, "consulting", 12, { outcome: "not_agreed" }),
  card(4, "paying", 4, { outcome: "agreed" }),
  card(5, "preparing", 18, { outcome: "agreed", numbingUntil: now + 12 * minute, alerts: [{ kind: "allergy", substance: "利多卡因", severity: "mild" }] }),
  card(6, "preparing", 44, { outcome: "agreed", numbingUntil: now - 3 * minute, alerts: [{ kind: "complaint", complaint: "cp5", of: "adverse_reaction", severity: "mild", text: "上次敷麻的膏过敏，起了一片疹子。", closed: true }] }),
  card(7, "treating", 21, { outcome: "agreed", alerts: [allergy, { kind: "contraindication", substance: "起搏器", severity: "severe" }, { kind: "complaint", complaint: "cp1", of: "adverse_reaction", severity: "moderate", text: "打完第三天右边眉毛上面鼓了一块，按着疼，今天早上更红了。", closed: false }, { kind: "birthday", days: 0 }, { kind: "no_data_consent" }] }),
  card(11, "treating", 66),
  card(8, "left", 80), card(9, "left", 140),
];
let forgotten: VisitCard[] = asked.has("empty") ? [] : [card(10, "treating", 30 * 60)];

const appointment = (id: number, index: number, start: number, length: number, change: Partial<Appointment> = {}): Appointment => ({
  id: `a${id}`, client: client(index), doctor: id % 2 ? "p1" : "p2", room: id % 3 ? "r1" : "r2", equipment: null, procedure: `c${(id % 4) + 1}`, startsAt: start, endsAt: start + length * minute,
  status: "booked", cancelReason: null, clashReason: null, note: "", ...change,
});
let appointments: Appointment[] = asked.has("empty") ? [] : [
  appointment(1, 0, at("09:30"), 30, { status: "arrived" }), appointment(2, 3, at("10:00"), 60, { status: "arrived" }), appointment(3, 7, at("11:00"), 45, { status: "arrived" }),
  appointment(4, 14, at("13:30"), 60, { status: "no_show" }), appointment(5, 13, at("14:00"), 30, { status: "confirmed", note: "想问术后能不能游泳" }), appointment(6, 14, at("14:00"), 60),
  appointment(7, 15, at("14:15"), 45, { status: "cancelled", cancelReason: "顾客改期" }), appointment(8, 10, at("15:00"), 90, { status: "confirmed" }), appointment(9, 15, at("16:30"), 30), appointment(10, 9, at("18:00"), 60, { doctor: null }),
  ...Array.from({ length: 22 }, (_, index) => appointment(20 + index, index % 16, at(`${String(9 + ((index * 5) % 11)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`, [1, 1, -1, 2, 1, 3, -2][index % 7] ?? 1), [30, 60, 45, 90][index % 4] ?? 30, { status: index % 3 ? "booked" : "confirmed" })),
];
let hours: WorkingHours[] = ["p1", "p2"].flatMap((staffId) => [1, 2, 3, 4, 5, 6].map((weekday) => ({ staffId, weekday, works: staffId === "p1" ? weekday < 6 : weekday > 1, starts: staffId === "p1" ? 540 : 600, ends: staffId === "p1" ? 1080 : 1230 })));
let leaves: Leave[] = [{ id: "l1", staffId: "p2", startsAt: at("16:00"), endsAt: at("18:00"), reason: "学术会议" }];

const triage = new Map<string, TriageForm>();
const drafts = new Map<string, string>();
const previous: TriageForm = { wish: "毛孔", pregnancy: "no", allergies: "青霉素", medication: "没有", keloid: "no", recentTreatments: "光电", filledBy: "client" };
const before = new Map<string, string[]>();

const visit = (id: string) => visits.find((other) => other.id === id) ?? refuse("not_found");
const found = (id: string) => appointments.find((other) => other.id === id) ?? refuse("not_found");
function put(id: string, change: Partial<VisitCard>): null {
  visits = visits.map((other) => (other.id === id ? { ...other, ...change } : other));
  changed("visits");
  return null;
}
function book(id: string, change: Partial<Appointment>): null {
  appointments = appointments.map((other) => (other.id === id ? { ...other, ...change } : other));
  changed("appointments");
  return null;
}
const step = (id: string, to: string) => put(id, { step: to, stepSince: Date.now(), leftAt: to === "left" ? Date.now() : null });

export const boardAnswers: Answers = {
  "visits.board": () => ({
    day: today, steps, cautionMinutes: 30, visits: [...visits], forgotten: [...forgotten],
    coming: appointments.filter(({ startsAt, status }) => startsAt >= at("00:00") && startsAt < at("00:00", 1) && (status === "booked" || status === "confirmed")),
  }),
  "visits.check_in": (input) => {
    const open = visits.find((other) => other.client.id === input.client && other.leftAt === null);
    if (open) refuse("already_checked_in", null, { visit: open.id });
    if (input.appointment) book(input.appointment, { status: "arrived" });
    const who = clients.find((other) => other.id === input.client) ?? refuse("not_found");
    const alerts: ArrivalAlert[] = who.hasAlert ? [allergy, { kind: "contraindication", substance: "瘢痕体质", severity: "moderate" }, { kind: "no_data_consent" }, { kind: "birthday", days: 0 }] : [];
    visits = [...visits, { ...card(clients.indexOf(who), "arrived", 0, { alerts, hasTriage: false, room: null }), id: `v${visits.length + 20}`, arrivedAt: Date.now(), stepSince: Date.now() }];
    changed("visits");
    return { visit: visits.at(-1)?.id ?? "", alerts, points: 5 };
  },
  "visits.undo_check_in": (input) => {
    visits = visits.filter((other) => other.id !== input.visit);
    changed("visits");
    return null;
  },
  "visits.move": (input) => {
    before.set(input.visit, [...(before.get(input.visit) ?? []), visit(input.visit).step]);
    return step(input.visit, input.to);
  },
  "visits.undo_move": (input) => step(input.visit, before.get(input.visit)?.pop() ?? refuse("nothing_to_undo")),
  "visits.edit": ({ visit: id, ...change }) => put(id, change),
  "visits.numb": (input) => put(input.visit, { numbingUntil: input.minutes === null ? null : Date.now() + input.minutes * minute }),
  "visits.close_forgotten": (input) => {
    forgotten = forgotten.filter((other) => other.id !== input.visit);
    changed("visits");
    return null;
  },
  "triage.read": (input) => ({ current: triage.get(input.visit) ?? null, previous, previousAt: now - 90 * 24 * hour }),
  "triage.fill": (input) => {
    triage.set(input.visit, input.form);
    return put(input.visit, { hasTriage: true });
  },
  "consultations.end": (input) => {
    put(input.visit, { outcome: input.outcome });
    return "o1";
  },
  "drafts.save": ({ form, body }) => {
    if (body === null) drafts.delete(form);
    else drafts.set(form, body);
    return null;
  },
  "drafts.leave": ({ form, body }) => {
    if (body === null) drafts.delete(form);
    else drafts.set(form, body);
    return null;
  },
  "drafts.load": ({ form }) => {
    const body = drafts.get(form);
    return body === undefined ? null : { body, savedAt: Date.now() };
  },
  "clients.find": ({ query, limit, skip = 0 }) => clients.filter(({ name, memberNumber, phone }) => `${name} JT1:${memberNumber} ${phone ?? ""}`.toLowerCase().includes(query.toLowerCase())).slice(skip, skip + limit),
  "appointments.calendar": ({ from, to }) => ({
    dayStarts: 540, dayEnds: 1230, slot: 15,
    appointments: appointments.filter(({ startsAt }) => { const day = new Date(startsAt + 8 * hour).toISOString().slice(0, 10); return day >= from && day <= to; }).toSorted((a, b) => a.startsAt - b.startsAt),
    hours: [...hours],
    leaves: [...leaves],
  }),
  "appointments.clashes": ({ id, appointment: wanted }) =>
    appointments.filter((other) => other.id !== id && other.startsAt < wanted.endsAt && other.endsAt > wanted.startsAt && other.status !== "cancelled" && other.doctor !== null && other.doctor === wanted.doctor)
      .map((other) => ({ over: "doctor" as const, with: other.id, name: other.client.name, startsAt: other.startsAt, endsAt: other.endsAt })),
  "appointments.book": (input) => {
    const id = `a${appointments.length + 100}`;
    appointments = [...appointments, { ...input, id, client: clients.find((other) => other.id === input.client) ?? refuse("not_found"), status: "booked", cancelReason: null }];
    changed("appointments");
    return id;
  },
  "appointments.edit": ({ id, appointment: wanted }) => {
    const clash = appointments.some((other) => other.id !== id && other.startsAt < wanted.endsAt && other.endsAt > wanted.startsAt && other.status !== "cancelled" && other.doctor !== null && other.doctor === wanted.doctor);
    if (clash && !wanted.clashReason) refuse("clash_needs_reason", "clashReason");
    return book(id, { ...wanted, client: found(id).client });
  },
  "appointments.confirm": ({ id }) => book(id, { status: "confirmed" }),
  "appointments.no_show": ({ id }) => book(id, { status: "no_show" }),
  "appointments.cancel": ({ id, reason }) => book(id, { status: "cancelled", cancelReason: reason }),
  "appointments.reopen": ({ id }) => book(id, { status: "booked", cancelReason: null }),
  "staff.set_hours": (input) => {
    hours = [...hours.filter(({ staffId, weekday }) => staffId !== input.staffId || weekday !== input.weekday), input];
    changed("staff");
    return null;
  },
  "staff.add_leave": (input) => {
    leaves = [...leaves, { ...input, id: `l${leaves.length + 1}` }];
    changed("appointments");
    return "l";
  },
  "staff.end_leave": ({ id }) => {
    leaves = leaves.filter((other) => other.id !== id);
    changed("appointments");
    return null;
  },
};
