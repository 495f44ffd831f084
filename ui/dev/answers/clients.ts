/** Files behind the names of the board: alerts, duplicates, a joined file, scans, a list to import. */
import { emit } from "@tauri-apps/api/event";
import type { ClientAlert, ClientFile, ClientHealth, ClientHit, ImportDone, ImportPreview } from "../../src/api/generated";
import { type Answers, type UploadAnswers, changed, pause, refuse } from "../mock";
import { boardAnswers } from "./board";

const asked = new URLSearchParams(location.search);
const day = 86_400_000;
const now = Date.now();
const hits = (): ClientHit[] => boardAnswers["clients.find"]?.({ query: "", limit: 50 }) as ClientHit[];
const hit = (id: string) => hits().find((other) => other.id === id) ?? refuse("not_found");

const squares = Array.from({ length: 21 * 21 }, (_, index) => ((index * 7919) % 13 < 6 ? `<rect x="${index % 21}" y="${Math.floor(index / 21)}" width="1" height="1"/>` : "")).join("");
const qr = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 25 25" fill="#22272B"><path fill="#fff" d="M-2-2h25v25h-25z"/>${squares}</svg>`;

const files = new Map<string, ClientFile>();
const healths = new Map<string, ClientHealth>();
const alert = (change: Partial<ClientAlert>): ClientAlert => ({
  id: crypto.randomUUID(), kind: "allergy", substance: "青霉素", severity: "severe", reaction: "全身皮疹、呼吸困难", notedAt: now - 400 * day, notedBy: "林小满", endedAt: null, endedReason: null, ...change,
});

function file(id: string): ClientFile {
  const known = files.get(id);
  if (known) return known;
  const client = hit(id);
  const twin = hits()[(Number(id.slice(1)) + 1) % hits().length];
  const made: ClientFile = {
    id, memberNumber: client.memberNumber, memberCode: `JT1:${client.memberNumber}`, memberQr: qr, name: client.name, otherNames: "Celia, 小顾", sex: client.sex,
    birthday: { date: "1992-05-03", calendar: "lunar" }, birthdayThisYear: new Date(now + 6 * day).toISOString().slice(0, 10), age: client.age,
    phones: [{ id: "h1", masked: "138 **** 6721", label: "手机" }, { id: "h2", masked: "057 **** 3390", label: "家里" }], wechat: "qingyue_gu", idNumber: "330 **** 28",
    guardian: null, emergency: { name: "顾建国", phone: "139 **** 0086", relation: "父亲" }, source: "小红书", referrer: twin ? { id: twin.id, name: twin.name, memberNumber: twin.memberNumber } : null,
    skinType: "干性敏感", preferences: "喜欢靠窗的诊室；不喝咖啡，热水", notes: "术后请发微信，不打电话。", tags: ["VIP", "怕疼", "上午有空"],
    assignments: [
      { role: "consultant", staffId: "p4", staffName: "许知夏", assignedAt: now - 30 * day, assignedBy: "沈静仪", reason: "原咨询师休产假" },
      { role: "doctor", staffId: "p2", staffName: "周予安", assignedAt: now - 420 * day, assignedBy: "陈嘉禾", reason: "初诊" },
      { role: "consultant", staffId: "p6", staffName: "欧阳若水", assignedAt: now - 420 * day, assignedBy: "陈嘉禾", reason: "初诊" },
    ],
    dataConsents: [
      { id: "d1", purpose: "treatment", givenAt: now - 420 * day, withdrawnAt: null, recordedBy: "陈嘉禾" },
      { id: "d2", purpose: "publicity", givenAt: now - 300 * day, withdrawnAt: now - 20 * day, recordedBy: "陈嘉禾" },
    ],
    joined: id === "k0" ? [{ aliasId: "j1", loserId: "x1", name: "顾清月", memberNumber: "A000231", joinedAt: now - 60 * day, joinedBy: "陈嘉禾" }] : [],
    possibleDuplicates: id === "k0" && twin ? [{ client: twin, why: "same_phone" }] : [],
    visits: Array.from({ length: 24 }, (_, index) => ({
      kind: (["visit", "consultation", "visit", "appointment"] as const)[index % 4] ?? "visit", at: now + 9 * day - index * 17 * day,
      state: (["left", index % 8 === 1 ? "not_agreed" : "agreed", "left", index === 3 ? "no_show" : "cancelled"] as const)[index % 4] ?? "left",
      procedure: index % 4 === 1 ? null : (["肉毒除皱", "热玛吉", "玻尿酸填充"][index % 3] ?? null), doctor: ["周予安", "沈静仪"][index % 2] ?? null, note: index % 8 === 1 ? "价格；想再比较一下" : index % 4 === 3 ? "顾客改期" : "",
    })),
    createdAt: now - 420 * day,
  };
  if (made.visits[0]) made.visits[0] = { ...made.visits[0], kind: "appointment", state: "confirmed", note: "想问术后能不能游泳" };
  if (id === "k3") Object.assign(made, { visits: [], tags: [], otherNames: "", phones: [], wechat: null, idNumber: null, emergency: null, source: null, referrer: null, skinType: null, preferences: "", notes: "", assignments: [], dataConsents: [], birthday: null });
  files.set(id, made);
  return made;
}

function health(id: string): ClientHealth {
  const known = healths.get(id) ?? {
    alerts: hit(id).hasAlert ? [alert({}), alert({ kind: "contraindication", substance: "瘢痕体质", severity: "moderate", reaction: "" }), alert({ substance: "酒精", severity: "mild", endedAt: now - 9 * day, endedReason: "斑贴试验阴性" })] : [],
    scans: [{ id: "s1", title: "2019 年病历首页", mediaType: "image/png", length: 91_000, addedAt: now - 90 * day, addedBy: "林小满" }],
  };
  healths.set(id, known);
  return known;
}

const touch = (): null => {
  changed("clients");
  return null;
};

const sheets: Record<string, Pick<ImportPreview, "headings" | "mapping" | "samples">> = {
  "会员": {
    headings: ["姓名", "性别", "手机", "生日", "来源", "过敏史", "储值余额", "", "备注"],
    mapping: { sheet: "会员", headerRow: 1, columns: ["name", "sex", "phone", "birthday", "source", "allergy", null, null, "notes"] },
    samples: [
      ["顾清越", "叶知秋", "苏晚晴"], ["女", "男"], ["13812346721/057188123390", "1.38E+10", "138 1234 6758"], ["1988年3月12日", "33675", "3/4/88"], ["美团", "老客介绍（叶知秋）"], ["无", "青霉素"], ["12,800.00", "0", "3,600"], [],
      ["只约周末", "上次打完玻尿酸左侧有一点肿，三天后消了，下次记得先问", "VIP"],
    ],
  },
  "2019 老客": {
    headings: ["客户", "联系方式", "首次到店", "顾问"],
    mapping: { sheet: "2019 老客", headerRow: 2, columns: ["name", "phone", null, null] },
    samples: [["沈听澜", "江月白"], ["13600001111"], ["2019-05-01", "2019-05-03"], ["小许"]],
  },
  "空表": { headings: [], mapping: { sheet: "空表", headerRow: 0, columns: [] }, samples: [] },
};
const found: Omit<ImportPreview, "sheets" | "headings" | "mapping" | "samples" | "notImported"> = {
  counts: { rows: 1243, blank: 12, remarks: 2, ready: 1180, errors: 7, duplicatesInFile: 21, duplicatesOfClients: 35 },
  rows: Array.from({ length: 50 }, (_, index) => ({
    row: index + 2, state: (["ready", "ready", "error", "ready", "duplicate_of_client"] as const)[index % 5] ?? "ready", memberNumber: null, name: ["顾清越", "叶知秋", "苏晚晴", "何田田"][index % 4] ?? "", sex: "female" as const,
    birthday: index % 3 ? { date: "1988-03-12", calendar: "solar" as const } : null, phones: [`1381234${String(6700 + index)}`], idNumber: null, source: "美团", tags: [], notes: index % 4 ? "" : "只约周末",
  })),
  errors: [
    { row: 4, field: "phone", heading: "手机", code: "invalid_phone", hint: "number_rounded", value: "1.38E+10" },
    { row: 9, field: "birthday", heading: "生日", code: "invalid_date", hint: "day_or_month", value: "3/4/88" },
    { row: 14, field: "birthday", heading: "生日", code: "invalid_date", hint: "date_incomplete", value: "1990年5月" },
    { row: 31, field: "name", heading: "姓名", code: "required", hint: null, value: "" },
  ],
  duplicates: [{ row: 6, name: "叶知秋", ofRow: null, ofClient: { id: "k1", name: "叶知秋", memberNumber: "A000101" } }, { row: 40, name: "何田田", ofRow: 12, ofClient: null }],
  repairs: [
    { repair: "phones_parted", count: 61, examples: [{ row: 8, before: "13812346721/057188123390", after: "13812346721, 057188123390" }] },
    { repair: "text_date", count: 408, examples: [{ row: 3, before: "1988年3月12日", after: "1988-03-12" }] },
  ],
};

const cancelling = { asked: false };
const isCancelled = () => cancelling.asked;

async function runImport(): Promise<ImportDone> {
  cancelling.asked = false;
  const tell = async (phase: string, done: number, total: number) => {
    await emit("progress", { task: "import", phase, done, total });
    await pause(Number(asked.get("slow") ?? 250));
  };
  for (let round = 0; round < 6; round += 1) await tell("reading", 0, 0);
  for (let done = 0; done <= 1180; done += 118) {
    if (isCancelled()) refuse("cancelled");
    await tell("writing", done, 1180);
  }
  for (let done = 0; done <= 1180; done += 118) await tell("indexing", done, 1180);
  return { importId: "i1", imported: 1180, skipped: 63, renumbered: 4 };
}

export const clientUploads: UploadAnswers = {
  "clients.import_preview": ({ columns }) => {
    const wanted = "mapped" in columns ? columns.mapped.sheet : (columns.guess ?? "会员");
    const sheet = sheets[wanted] ?? refuse("import_unreadable");
    const mapping = "mapped" in columns ? columns.mapped : sheet.mapping;
    const notImported = sheet.headings.filter((heading, index) => heading !== "" && !mapping.columns[index]);
    return { ...found, ...sheet, mapping, notImported, sheets: Object.keys(sheets) };
  },
  "clients.import": runImport,
};

export const clientAnswers: Answers = {
  "clients.open": ({ client }) => structuredClone(file(client)),
  "clients.health": ({ client }) => structuredClone(health(client)),
  "clients.possible_duplicates": ({ name, phones }) => hits().filter((other) => (name.length > 1 && other.name.includes(name)) || phones.length > 0).slice(0, 3).map((client, index) => ({ client, why: index === 0 && phones.length > 0 ? "same_phone" : "near_name" })),
  "clients.create": ({ phones }) => (phones.some(({ number }) => number === "13800000000") ? refuse("invalid_phone", "phones") : "k3"),
  "clients.edit": ({ id, client }) => {
    Object.assign(file(id), { name: client.name, otherNames: client.otherNames, tags: client.tags });
    return touch();
  },
  "clients.reveal": ({ reveal }) => (reveal.what === "id_number" ? "330106199205030028" : "13812346721"),
  "clients.assign": ({ client, role, staffId, reason }) => {
    file(client).assignments.unshift({ role, staffId, staffName: staffId === null ? null : "许知夏", assignedAt: Date.now(), assignedBy: "沈静仪", reason });
    return touch();
  },
  "clients.add_alert": ({ client, ...typed }) => {
    health(client).alerts.unshift(alert({ ...typed, notedAt: Date.now() }));
    touch();
    return "x";
  },
  "clients.end_alert": ({ id, reason }) => {
    for (const { alerts } of healths.values()) for (const held of alerts) if (held.id === id) Object.assign(held, { endedAt: Date.now(), endedReason: reason });
    return touch();
  },
  "clients.give_data_consent": ({ client, purpose }) => {
    file(client).dataConsents.unshift({ id: crypto.randomUUID(), purpose, givenAt: Date.now(), withdrawnAt: null, recordedBy: "沈静仪" });
    return touch();
  },
  "clients.withdraw_data_consent": ({ client, purpose }) => {
    for (const consent of file(client).dataConsents) if (consent.purpose === purpose) consent.withdrawnAt ??= Date.now();
    return touch();
  },
  "clients.remove_scan": ({ id }) => {
    for (const known of healths.values()) known.scans = known.scans.filter((scan) => scan.id !== id);
    return touch();
  },
  "clients.join": ({ survivor, loser }) => {
    const lost = hit(loser);
    file(survivor).joined.push({ aliasId: "j2", loserId: loser, name: lost.name, memberNumber: lost.memberNumber, joinedAt: Date.now(), joinedBy: "沈静仪" });
    file(survivor).possibleDuplicates = [];
    touch();
    return "j2";
  },
  "clients.end_join": ({ alias }) => {
    for (const known of files.values()) known.joined = known.joined.filter((joined) => joined.aliasId !== alias);
    return touch();
  },
  "clients.cancel_import": () => {
    cancelling.asked = true;
    return null;
  },
  "clients.export": () => ({ path: "/home/clinic/Downloads/clients-2026-11-22.xlsx", rows: 16 }),
};
