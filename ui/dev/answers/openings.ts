/** What the mock's clients had before: the first spreadsheet has mistakes, the mended one none. PIN of the owner: 135790. */
import type { ClientHit, ClientRef, Opening, OpeningClient, OpeningHead, OpeningInput, OpeningPreview, OpeningPreviewRow, OpeningRowRead, OpeningSource, OpeningTotals, SignIn } from "../../src/api/generated";
import { type Answers, type UploadAnswers, changed, refuse } from "../mock";
import { boardAnswers } from "./board";
import { catalogueAnswers } from "./catalogue";
import { checkPin, people } from "./desk";

const empty = new URLSearchParams(location.search).has("empty");
const day = 86_400_000;
const on = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
const hits = (): ClientHit[] => boardAnswers["clients.find"]?.({ query: "", limit: 50 }) as ClientHit[];
const ref = ({ id, name, memberNumber }: ClientHit): ClientRef => ({ id, name, memberNumber });
const who = (index: number): ClientRef => { const all = hits(); const hit = all[index % all.length]; return hit ? ref(hit) : refuse("not_found"); };
const none: OpeningRowRead = { principal: 0, gift: 0, deposit: 0, points: 0, pointsExpireOn: null, lifetime: 0, lastYear: 0, tier: "", procedure: "", sessions: 0, listPrice: 0, paid: 0, giftSessions: false, cardName: "", expiresOn: null };

const sum = (rows: readonly OpeningPreviewRow[], key: "principal" | "gift" | "deposit" | "sessions" | "paid" | "points" | "lifetime") => rows.reduce((all, { read }) => all + (read?.[key] ?? 0), 0);
function totalsOf(rows: readonly OpeningPreviewRow[]): OpeningTotals {
  const fine = rows.filter(({ problem }) => problem === null);
  return {
    clients: new Set(fine.map(({ client }) => client?.id)).size, principal: sum(fine, "principal"), gift: sum(fine, "gift"), deposit: sum(fine, "deposit"),
    sessions: sum(fine, "sessions"), paid: sum(fine, "paid"), points: sum(fine, "points"), lifetime: sum(fine, "lifetime"),
  };
}

function clientsOf(opening: string, rows: readonly OpeningPreviewRow[], businessDay: string): OpeningClient[] {
  const whose = new Map(rows.flatMap(({ client }) => (client ? [[client.id, client] as const] : [])));
  return [...whose.values()].map((client, place): OpeningClient => {
    const own = rows.filter((row) => row.client?.id === client.id);
    const { principal, gift, deposit, sessions, paid, points, lifetime } = totalsOf(own);
    return {
      id: `${opening}-${place}`, opening, client, sale: `sale-${opening}-${place}`, number: `A-2026-B${String(place + 1).padStart(6, "0")}`, principal, gift, deposit, sessions, paid, points, lifetime,
      lastYear: own.reduce((all, { read }) => all + (read?.lastYear ?? 0), 0), tier: own.find(({ read }) => read?.tier)?.read?.tier ?? "", businessDay, reversed: null,
    };
  });
}

const row = (sheet: string, number: number, client: ClientRef, read: Partial<OpeningRowRead>): OpeningPreviewRow => ({ sheet, number, named: client.name, client, read: { ...none, ...read }, problem: null });
const balances = (count: number): OpeningPreviewRow[] => Array.from({ length: count }, (_, index) => row("期初余额", index + 2, who(index), {
  principal: (index % 4) * 500_000, gift: (index % 4) * 50_000, deposit: index % 5 === 0 ? 100_000 : 0, points: index * 130, pointsExpireOn: index % 2 === 0 ? on(200) : null, lifetime: 1_280_000 + index * 310_000, lastYear: index * 90_000, tier: ["", "银卡", "金卡"][index % 3] ?? "",
}));
const sessions = (count: number): OpeningPreviewRow[] => Array.from({ length: count }, (_, index) => row("期初项目", index + 2, who(index * 2), {
  procedure: ["皮秒祛斑", "热玛吉", "肉毒除皱"][index % 3] ?? "", sessions: (index % 4) + 1, listPrice: 298_000, paid: index % 3 === 2 ? 0 : 180_000 * ((index % 4) + 1), giftSessions: index % 3 === 2, cardName: index % 3 === 0 ? "皮秒五次卡" : "", expiresOn: index % 2 === 0 ? on(300) : null,
}));
const wrong = (sheet: string, number: number, named: string, client: ClientRef | null, problem: OpeningPreviewRow["problem"]): OpeningPreviewRow => ({ sheet, number, named, client, read: null, problem });
const failed = (): OpeningPreviewRow[] => [
  wrong("期初余额", 14, "赵一", null, { code: "opening_client_unknown", field: "name", params: { client: "赵一" } }),
  wrong("期初余额", 15, "王芳", null, { code: "opening_client_ambiguous", field: "name", params: { client: "王芳", count: "3" } }),
  wrong("期初余额", 16, who(3).name, who(3), { code: "cell_unreadable", field: "principal", params: { cell: "约五千" } }),
  wrong("期初余额", 17, who(4).name, who(4), { code: "opening_spending", field: "lastYear", params: { most: "1280000" } }),
  wrong("期初项目", 9, who(5).name, who(5), { code: "unknown_procedure", field: "procedure", params: { name: "超皮秒" } }),
  wrong("期初项目", 10, who(6).name, who(6), { code: "opening_above_list", field: "paid", params: { most: "894000" } }),
  wrong("期初项目", 11, who(7).name, who(7), { code: "day_past", field: "expiresOn", params: {} }),
];

interface Kept {
  head: Omit<OpeningHead, "reversed">;
  clients: OpeningClient[];
}
const kept: Kept[] = [];
function take(id: string, fileName: string, rows: readonly OpeningPreviewRow[], at: number, by: string | null): Kept {
  const totals = totalsOf(rows);
  const businessDay = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
  const client = totals.clients === 1 ? (rows[0]?.client ?? null) : null;
  const one: Kept = { head: { id, fileName, totals, client, businessDay, at, by, approvedBy: "沈静仪" }, clients: clientsOf(id, rows, businessDay) };
  kept.unshift(one);
  return one;
}
if (!empty) {
  take("op1", "期初余额-总店.xlsx", [...balances(9), ...sessions(6)], Date.now() - 41 * day, "沈静仪");
  const [first] = take("op2", "", [row("", 0, who(10), { principal: 800_000, gift: 80_000, tier: "金卡" })], Date.now() - 30 * day, "陈嘉禾").clients;
  if (first) first.reversed = "录错了人";
  take("op3", "", [row("", 0, who(11), { principal: 300_000 }), row("", 0, who(11), { procedure: "热玛吉", sessions: 2, listPrice: 1_980_000, paid: 2_400_000 })], Date.now() - 12 * day, "沈静仪");
}
const headOf = ({ head, clients }: Kept): OpeningHead => ({ ...head, reversed: clients.filter(({ reversed }) => reversed !== null).length });
const find = (id: string): Kept => kept.find(({ head }) => head.id === id) ?? refuse("not_found", "id");
const standing = (client: string): OpeningClient[] => kept.flatMap(({ clients }) => clients).filter((one) => one.client.id === client && one.reversed === null);

function byHand({ client, points, sessions: had, ...money }: OpeningInput): OpeningPreviewRow[] {
  const hit = hits().find(({ id }) => id === client) ?? refuse("not_found", "client");
  const one = (read: Partial<OpeningRowRead>) => row("", 0, ref(hit), read);
  const catalogue = catalogueAnswers["catalogue.all"]?.({});
  const procedures = catalogue && "procedures" in catalogue ? catalogue.procedures : [];
  if (money.lastYear > money.lifetime) refuse("opening_spending", "lastYear", { most: String(money.lifetime) });
  return [
    one(money),
    ...points.map((lot, place) => (lot.expiresOn !== null && lot.expiresOn < on(0) ? refuse("day_past", "pointsExpireOn", { line: String(place + 1) }) : one({ points: lot.points, pointsExpireOn: lot.expiresOn }))),
    ...had.map(({ procedure, sessions: count, listPrice, paid, gift, cardName, expiresOn }, place) => {
      const known = procedures.find(({ id }) => id === procedure) ?? refuse("not_found", "procedure", { line: String(place + 1) });
      const price = listPrice ?? known.listPrice ?? (paid > 0 ? Math.ceil(paid / count) : refuse("price_missing", "listPrice", { line: String(place + 1), name: known.name }));
      if (paid > price * count) refuse("opening_above_list", "paid", { line: String(place + 1), most: String(price * count) });
      return one({ procedure: known.name, sessions: count, listPrice: price, paid, giftSessions: gift, cardName, expiresOn });
    }),
  ];
}

/** What is chosen anew has been mended. */
const looks = { times: 0 };
function rowsOf(source: OpeningSource, again: boolean): OpeningPreviewRow[] {
  if (source.kind === "hand") {
    const [there] = standing(source.input.client);
    return there && !again ? refuse("opening_there", "name", { day: there.businessDay }) : byHand(source.input);
  }
  const rows = [...balances(12), ...sessions(8), ...(looks.times > 1 ? [] : failed())];
  return rows.map((one) => {
    const [there] = one.client && !again ? standing(one.client.id) : [];
    return there && one.problem === null ? { ...one, read: null, problem: { code: "opening_there", field: "name", params: { day: there.businessDay } } } : one;
  });
}
function preview(source: OpeningSource, again: boolean): OpeningPreview {
  const rows = rowsOf(source, again);
  return { rows, totals: totalsOf(rows), failed: rows.filter(({ problem }) => problem !== null).length };
}

function approve(witness: SignIn | null): void {
  if (!witness) refuse("approval_required", "approver", { why: "openings" });
  if (!people.find(({ staffId }) => staffId === witness.staffId)?.roles.includes("owner")) refuse("not_permitted", "approver");
  checkPin(witness.pin);
}

export const openingUploads: UploadAnswers = {
  "openings.preview": ({ source, again }) => {
    if (source.kind === "file" && !again) looks.times += 1;
    return preview(source, again);
  },
  "openings.enter": ({ input: { id, source, again, totals }, witness }) => {
    const before = kept.find(({ head }) => head.id === id);
    if (before) return { id, clients: before.head.totals.clients };
    approve(witness);
    const seen = preview(source, again);
    if (seen.failed > 0) refuse("import_has_errors", null, { rows: String(seen.failed) });
    if (JSON.stringify(seen.totals) !== JSON.stringify(totals)) refuse("changed_meanwhile", "totals");
    take(id, source.kind === "file" ? source.fileName : "", seen.rows, Date.now(), "沈静仪");
    changed("money");
    return { id, clients: totals.clients };
  },
};

export const openingAnswers: Answers = {
  "openings.all": () => structuredClone(kept.map(headOf)),
  "openings.open": ({ id }): Opening => structuredClone({ head: headOf(find(id)), clients: find(id).clients }),
  "openings.of_client": ({ client }) => structuredClone(kept.flatMap(({ clients }) => clients).filter((one) => one.client.id === client)),
  "openings.template": ({ language }) => ({ path: `/home/clinic/Downloads/openings-${language}-2026-11-22.xlsx` }),
  "openings.reverse": ({ input: { opening, client, reason }, witness }) => {
    approve(witness);
    const parts = find(opening).clients.filter((one) => (client === null || one.id === client) && one.reversed === null);
    if (parts.length === 0) refuse("already_reversed", "opening");
    // Whoever is first in the first file has been treated since.
    const used = parts.find(({ id }) => id === "op1-0");
    if (used) refuse("opening_used", "opening", { name: used.client.name, count: "1" });
    for (const part of parts) part.reversed = reason;
    changed("money");
    return null;
  },
};
