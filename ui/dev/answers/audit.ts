/** A thousand lines of who did what. */
import type { AuditLine } from "../../src/api/generated";
import { type Answers, refuse } from "../mock";
import { people } from "./desk";

type Act = [verb: string, isRead: boolean, withClient: boolean, detail?: Record<string, string>];
const acts: Act[] = [
  ["clients.open", true, true], ["visits.check_in", false, true], ["visits.move", false, true, { to: "consulting" }], ["clients.health", true, true],
  ["appointments.book", false, true, { clash_reason: "家属同来，轮流治疗" }], ["clients.reveal", true, true, { what: "guardian_phone" }], ["session.sign_in", false, false],
  ["settings.set", false, false, { key: "idle_lock_minutes", value: "10" }], ["settings.set", false, false, { key: "day_starts_at", value: "540" }],
  ["settings.set", false, false, { key: "visit_steps", value: "arrived、triage、consulting、paying、treating、left" }], ["staff.register", false, false, { name: "周予安", specialty: "dermatology" }],
  ["clients.give_data_consent", false, true, { purpose: "photo_archive" }], ["clients.export", true, false, { everybody: "false", rows: "86" }],
  ["clients.import", false, false, { file: "老顾客名单 2019.xlsx", rows: "1180" }], ["consultations.end", false, true, { outcome: "not_agreed" }],
  ["triage.fill", false, true, { filled_by: "client" }], ["clients.assign", false, true, { role: "consultant" }], ["clients.join", false, true, { joined: "A000231" }],
  ["drafts.leave", false, false], ["appointments.cancel", false, true, { reason: "顾客改期" }],
];
const clients = ["顾清越", "叶知秋", "苏晚晴", "何田田", "白芷"];
const empty = new URLSearchParams(location.search).has("empty");

const lines: AuditLine[] = Array.from({ length: empty ? 0 : 1000 }, (_, index) => {
  const act = acts[(index * 7) % acts.length] ?? refuse("not_found");
  const person = people[(index * 5) % people.length];
  const client = act[2] ? (clients[(index * 3) % clients.length] ?? null) : null;
  return {
    id: String(index), at: Date.now() - index * 613_000, staffId: person?.staffId ?? null, staffName: person?.name ?? null, verb: act[0], isRead: act[1],
    clientId: client === null ? null : `k${clients.indexOf(client)}`, clientName: client, detail: act[3] ?? {},
  };
});

export const auditAnswers: Answers = {
  "audit.list": ({ kind, staffId, clientId, verb, before, limit }) => {
    const asked = lines.filter((line) =>
      (kind === "all" || line.isRead === (kind === "reads")) && (staffId === null || line.staffId === staffId) && (clientId === null || line.clientId === clientId) && (verb === null || line.verb === verb));
    const rest = asked.filter((line) => before === null || Number(line.id) > Number(before));
    const page = rest.slice(0, limit);
    return { lines: page, next: rest.length > limit ? (page.at(-1)?.id ?? null) : null };
  },
  "audit.export": () => ({ path: "/home/clinic/Documents/audit-2026-11-22.csv", rows: 1000 }),
};
