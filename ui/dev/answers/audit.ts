/** A thousand lines of who did what. */
import type { AuditLine } from "../../src/api/generated";
import type { Answers } from "../mock";
import { people } from "./desk";

const acts: [verb: string, isRead: boolean, withClient: boolean][] = [
  ["clients.open", true, true], ["visits.check_in", false, true], ["visits.move", false, true], ["clients.health", true, true],
  ["appointments.book", false, true], ["clients.reveal", true, true], ["session.sign_in", false, false], ["settings.set", false, false],
];
const clients = ["顾清越", "叶知秋", "苏晚晴", "何田田", "白芷"];

function detailOf(verb: string): Record<string, string> {
  if (verb === "visits.move") return { step: "consulting" };
  return verb === "settings.set" ? { key: "idle_lock_minutes", value: "10" } : {};
}

const lines: AuditLine[] = Array.from({ length: 1000 }, (_, index) => {
  const act = acts[(index * 7) % acts.length] ?? ["clients.open", true, true];
  const person = people[(index * 5) % people.length];
  const client = act[2] ? (clients[(index * 3) % clients.length] ?? null) : null;
  return {
    id: String(index), at: Date.now() - index * 613_000, staffId: person?.staffId ?? null, staffName: person?.name ?? null, verb: act[0], isRead: act[1],
    clientId: client, clientName: client, detail: detailOf(act[0]),
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
