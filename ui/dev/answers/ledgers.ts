/** Sessions that become others, points, and what two computers gave away twice: roughly as Rust does it, enough to look at the screens with. */
import type { ClientRef, Entitlement, EntitlementCause, EntitlementChange, EntitlementEntry, Overdraft, Points, PointsLine, SignIn } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";
import { entitlements } from "./billing";
import { boardAnswers } from "./board";
import { catalogueAnswers } from "./catalogue";
import { checkPin } from "./desk";
import { me } from "./treatments";

const empty = new URLSearchParams(location.search).has("empty");
const day = 86_400_000;
const ago = (days: number) => Date.now() - days * day;
const on = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
let count = 0;
const newId = (kind: string) => `${kind}-${(count += 1)}`;

function clientOf(id: string): ClientRef {
  const found = boardAnswers["clients.find"]?.({ query: "", limit: 100 });
  const hit = Array.isArray(found) ? found.find((other) => other.id === id) : undefined;
  return { id, name: hit?.name ?? "顾清越", memberNumber: hit?.memberNumber ?? "A000100" };
}

function procedureName(id: string): string {
  const all = catalogueAnswers["catalogue.all"]?.({});
  const procedures = all && "procedures" in all ? all.procedures : [];
  return procedures.find((procedure) => procedure.id === id)?.name ?? refuse("not_found", "procedure");
}

/** Who approved it, where the person may not do it alone. */
function approved(witness: SignIn | null): string | null {
  if (witness) checkPin(witness.pin);
  if (!me().permissions.includes("change_ledgers") && !witness) refuse("approval_required", "approver", { why: "ledgers" });
  return witness ? "沈静仪" : null;
}

const find = (id: string) => entitlements.find((other) => other.id === id) ?? refuse("not_found", "entitlement");
const entry = (cause: EntitlementCause, sessions: number, after: number, change: Partial<EntitlementEntry>): EntitlementEntry => ({
  id: newId("ee"), cause, sessions, after, executed: 0, refunded: 0, moved: 0, record: null, doctor: null, refund: null, sale: null, change: null, settlement: null, at: Date.now(), by: null, ...change,
});
const entriesOf = new Map<string, EntitlementEntry[]>([
  ["en2", [
    entry("redeemed", -1, 4, { executed: 156_000, record: "r1", doctor: "周予安", by: "周予安", at: ago(18) }),
    entry("redeemed", -1, 3, { executed: 156_000, record: "r2", doctor: "周予安", by: "周予安", at: ago(4) }),
  ]],
  ["en4", [entry("redeemed", -1, 0, { executed: 1_780_000, record: "r3", doctor: "沈静仪", by: "沈静仪", at: ago(150) })]],
]);
/** What each was made of. */
const madeOf = new Map<string, EntitlementChange>();
const causes = { void: "voided", convert: "converted", transfer: "transferred" } as const;

function write(one: Entitlement, change: EntitlementChange, sessions: number, amount: number): void {
  one.left += sessions;
  one.unredeemed -= amount;
  if (change.kind === "void") one.voided -= sessions;
  else { one.away -= sessions; one.moved += amount; }
  const money = change.kind === "void" ? { executed: amount } : { moved: amount };
  entriesOf.set(one.id, [...(entriesOf.get(one.id) ?? []), entry(causes[change.kind], sessions, one.left, { change, by: change.by, ...money })]);
}

/** Whose points are what; the balance is the sum, what ends is not worked out. */
const points = new Map<string, PointsLine[]>(empty ? [] : [["k7", [
  { id: "pt3", kind: "redeem", expired: null, points: -500, after: 1_300, expiresOn: null, reversed: false, cause: null, letGo: 0, reason: "", approvedBy: null, day: on(-12), by: "陈嘉禾" },
  { id: "pt2", kind: "adjust", expired: null, points: 300, after: 1_800, expiresOn: on(38), reversed: false, cause: null, letGo: 0, reason: "补上次漏记的", approvedBy: "沈静仪", day: on(-20), by: "陈嘉禾" },
  { id: "pt1", kind: "opening", expired: null, points: 1_500, after: 1_500, expiresOn: null, reversed: false, cause: null, letGo: 0, reason: "", approvedBy: null, day: on(-200), by: "沈静仪" },
]]]);

function pointsOf(client: string): Points {
  const lines = points.get(client) ?? [];
  const balance = lines[0]?.after ?? 0;
  const came = lines.filter((line) => line.points > 0 && !line.reversed && line.kind !== "reverse").toSorted((one, other) => (one.expiresOn ?? "9").localeCompare(other.expiresOn ?? "9"));
  let gone = came.reduce((sum, line) => sum + line.points, 0) - balance;
  const lots = came.map((line) => {
    const used = Math.min(line.points, Math.max(0, gone));
    gone -= used;
    return { id: line.id, points: line.points, left: line.points - used, expiresOn: line.expiresOn, at: Date.parse(line.day) };
  });
  return structuredClone({ balance, lots: lots.filter(({ left }) => left > 0), lines });
}

function enter(client: string, line: Pick<PointsLine, "id" | "kind" | "points" | "expiresOn" | "reason" | "approvedBy">): void {
  const before = points.get(client) ?? [];
  points.set(client, [{ ...line, expired: null, after: (before[0]?.after ?? 0) + line.points, reversed: false, cause: null, letGo: 0, day: on(0), by: me().name }, ...before]);
}

export const overdrafts: Overdraft[] = empty ? [] : [
  { client: clientOf("k3"), of: { kind: "pot", pot: "principal" }, amount: 20_000, since: on(-1) },
  { client: clientOf("k4"), of: { kind: "points" }, amount: 300, since: on(-1) },
  { client: clientOf("k7"), of: { kind: "sessions", entitlement: "en4", name: "热玛吉", sale: "sale-a", number: "A-2026-000031" }, amount: 1, since: on(-2) },
  { client: clientOf("k8"), of: { kind: "debt", sale: "sale-b", number: "A-2026-000122" }, amount: 10_000, since: on(-2) },
];

export const ledgerAnswers: Answers = {
  "entitlements.history": ({ id }) => {
    const { client, ...entitlement } = find(id);
    return structuredClone({ entitlement, client: clientOf(client), madeBy: madeOf.get(id) ?? null, entries: entriesOf.get(id) ?? [] });
  },
  "entitlements.change": ({ input: { id, entitlement, sessions, becoming, reason }, witness }) => {
    const one = find(entitlement);
    if (sessions < 1 || sessions > one.left) refuse("invalid_value", "sessions");
    if (reason.trim() === "") refuse("reason_required", "reason");
    if (becoming.kind === "convert" && becoming.procedure === one.procedure) refuse("same_procedure", "procedure");
    if (becoming.kind === "transfer" && becoming.to === one.client) refuse("transfer_to_self", "to");
    const approvedBy = approved(witness);
    const amount = Math.floor((one.unredeemed * sessions) / one.left);
    const into: typeof one | null = becoming.kind === "void" ? null : {
      ...one, id: newId("en"), returned: 0, away: 0, voided: 0, refunded: 0, moved: 0, paid: amount, unredeemed: amount, planLine: null, from: one.id, at: Date.now(),
      ...(becoming.kind === "convert" ? { procedure: becoming.procedure, name: procedureName(becoming.procedure), sessions: becoming.into, left: becoming.into } : { client: becoming.to, sessions, left: sessions }),
    };
    const agreed = becoming.kind === "transfer" ? { giver: becoming.giver, taker: becoming.taker } : { giver: null, taker: null };
    const change: EntitlementChange = {
      id, kind: becoming.kind, from: one.id, into: into?.id ?? null, fromName: one.name, fromClient: clientOf(one.client), sessions, intoName: into?.name ?? "", intoSessions: into?.sessions ?? 0, intoClient: into && clientOf(into.client),
      reverses: false, reversed: false, reason, ...agreed, approvedBy, at: Date.now(), by: me().name,
    };
    write(one, change, -sessions, amount);
    if (into) {
      entitlements.push(into);
      madeOf.set(into.id, change);
    }
    changed("money");
    return null;
  },
  "entitlements.reverse": ({ input: { id, change: which, reason }, witness }) => {
    const [source, entries] = [...entriesOf].find(([, all]) => all.some(({ change }) => change?.id === which)) ?? refuse("not_found", "change");
    const step = entries.find(({ change }) => change?.id === which);
    if (!step?.change) refuse("not_found", "change");
    const made = [...madeOf].find(([, change]) => change.id === which)?.[0];
    const became = made === undefined ? null : find(made);
    if (became && became.left !== became.sessions) refuse("sessions_used", "change", { left: String(became.left) });
    const back: EntitlementChange = { ...step.change, id, reverses: true, reason, giver: null, taker: null, approvedBy: approved(witness), at: Date.now(), by: me().name };
    step.change.reversed = true;
    if (became) write(became, back, -became.sessions, became.paid);
    write(find(source), back, step.change.sessions, -(step.executed + step.moved));
    changed("money");
    return null;
  },
  "points.of_client": ({ client }) => pointsOf(client),
  "points.adjust": ({ input: { id, client, points: signed, expiresOn, reason }, witness }) => {
    const { balance } = pointsOf(client);
    if (expiresOn !== null && expiresOn < on(0)) refuse("day_past", "expiresOn");
    if (signed < 0 && -signed > balance) refuse("points_too_few", "points", { available: String(Math.max(0, balance)) });
    enter(client, { id, kind: "adjust", points: signed, expiresOn, reason, approvedBy: approved(witness) });
    changed("money");
    return null;
  },
  "points.reverse": ({ input: { id, entry: which, reason }, witness }) => {
    const [client, lines] = [...points].find(([, all]) => all.some((line) => line.id === which)) ?? refuse("not_found", "entry");
    const line = lines.find((other) => other.id === which) ?? refuse("not_found", "entry");
    const { balance } = pointsOf(client);
    if (line.points > balance) refuse("points_too_few", "entry", { available: String(Math.max(0, balance)) });
    line.reversed = true;
    enter(client, { id, kind: "reverse", points: -line.points, expiresOn: null, reason, approvedBy: approved(witness) });
    changed("money");
    return null;
  },
  "overdrafts.settle": ({ of, amount }) => {
    const at = overdrafts.findIndex((one) => one.of.kind === of.kind && (!("client" in of) || one.client.id === of.client));
    const one = overdrafts[at] ?? refuse("not_overdrawn", "amount", { most: "0" });
    if (amount > one.amount) refuse("not_overdrawn", "amount", { most: String(one.amount) });
    one.amount -= amount;
    if (one.amount === 0) overdrafts.splice(at, 1);
    changed("money");
    return null;
  },
};
