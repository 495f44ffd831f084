/** Look-up over two years of one client's signed records; and seals over them, of which one no longer holds. */
import type { BatchUse, Energy, Hand, Manifest, Part, PartKind, PhotoView, Seal, SignedTreatment, SiteMap, Use } from "../../src/api/generated";
import type { PastRecord } from "../../src/routes/traces/unfold";
import { fold } from "../fold";
import { type Answers, changed, refuse } from "../mock";
import { boardAnswers } from "./board";
import { catalogueAnswers } from "./catalogue";
import { people } from "./desk";
import { complainAbout, complaintsOf } from "./complaints";
import { signingAnswers } from "./signing";
import { type Kept, batches, productOf, prove } from "./stock";
import { me } from "./treatments";

const empty = new URLSearchParams(location.search).has("empty");
const day = 86_400_000;
const now = Date.now();
const answered = <Value>(value: Value | Promise<Value> | undefined): Value => value as Value;
const catalogue = () => answered(catalogueAnswers["catalogue.all"]?.({}));
const clientOf = (id: string) => answered(boardAnswers["clients.find"]?.({ query: "", limit: 100 })).find((other) => other.id === id) ?? refuse("not_found", "client");
const nameOf = (staff: string) => people.find(({ staffId }) => staffId === staff)?.name ?? "";

const gone = (id: string, product: string, lot: string): Kept => ({ id, product, lot, expiresOn: "2026-06-30", producedOn: null, status: "released", statusReason: "", codes: [] });
if (!empty) batches.push(gone("g1", "m1", "C3412A"), gone("g2", "m2", "VB20A80117"), gone("g3", "m1", "C3306D"), gone("g4", "m6", "H14-1103"));
const supplierOf: Record<string, string> = { b1: "国药控股杭州有限公司", b4: "国药控股杭州有限公司", b3: "华东医药美学器械有限公司", g1: "华东医药美学器械有限公司", g2: "华东医药美学器械有限公司", g3: "旧供应商", g4: "旧供应商" };

type At = [SiteMap, number, number, string, number];
const frown: At[] = [["face_front", 5000, 4150, "眉间", 4], ["face_front", 4500, 4250, "眉间", 4], ["face_front", 5500, 4250, "眉间", 4]];
const crow: At[] = [["face_front", 2400, 4900, "右鱼尾纹", 2], ["face_front", 7600, 4900, "左鱼尾纹", 2], ["face_left", 3600, 4700, "左鱼尾纹", 2], ["face_right", 6400, 4700, "右鱼尾纹", 2]];
const jaw: At[] = [["face_left", 5000, 7600, "左咬肌", 12], ["face_left", 5500, 8000, "左咬肌", 12], ["face_right", 5000, 7600, "右咬肌", 12], ["face_right", 4500, 8000, "右咬肌", 12]];
const crease: At[] = [["face_front", 4000, 6700, "右鼻唇沟", 4], ["face_front", 6000, 6700, "左鼻唇沟", 4]];
const lips: At[] = [["face_front", 4500, 7550, "唇", 2], ["face_front", 5500, 7550, "唇", 2], ["face_front", 5000, 7850, "唇", 1]];
const neck: At[] = [["body_front", 4700, 1900, "颈纹", 5], ["body_front", 5300, 1900, "颈纹", 5], ["body_front", 5000, 2050, "颈纹", 5]];
const calf: At[] = [["body_back", 4000, 7600, "右小腿", 25], ["body_back", 6000, 7600, "左小腿", 25]];

interface Done {
  ago: number;
  procedure: string;
  doctor?: string;
  /** Batch and where. */
  given?: [string, At[]][];
  cream?: number;
  shots?: Partial<Energy>;
  reactions?: string;
  amended?: number;
  photos?: number;
  withdrawn?: boolean;
  client?: string;
}
const done: Done[] = empty ? [] : [
  { ago: 9, procedure: "c1", given: [["b1", [...frown, ...crow]]], cream: 3, reactions: "注射点轻微红肿，冷敷 10 分钟后消退", photos: 5 },
  { ago: 40, procedure: "c4", doctor: "p2", shots: { equipment: "e2", spot: "532 nm", fluence: "0.6 J/cm²", pulses: 420 }, photos: 2 },
  { ago: 75, procedure: "c3", given: [["b4", crease]], amended: 1, photos: 4, reactions: "左侧轻度瘀青" },
  { ago: 129, procedure: "c1", doctor: "p2", given: [["b1", [...frown, ...crow.slice(0, 2)]]], cream: 3 },
  { ago: 176, procedure: "c3", given: [["b3", lips]], withdrawn: true },
  { ago: 176, procedure: "c3", given: [["b3", lips]], amended: 2, photos: 3 },
  { ago: 245, procedure: "c1", given: [["g1", [...frown, ...crow]], ["b3", crease.slice(0, 1)]], photos: 6, reactions: "无" },
  { ago: 300, procedure: "c2", doctor: "p2", shots: { equipment: "e1", spot: "4.0 cm²", fluence: "2.5", pulses: 900 } },
  { ago: 365, procedure: "c1", given: [["g1", jaw]] },
  { ago: 430, procedure: "c3", doctor: "p2", given: [["g2", [...crease, ...lips]]], photos: 2 },
  { ago: 498, procedure: "c1", given: [["g1", [...frown, ...crow]]], amended: 1 },
  { ago: 560, procedure: "c3", given: [["g4", neck]], reactions: "颈部轻微红斑，次日消退" },
  { ago: 640, procedure: "c1", given: [["g3", calf]] },
  { ago: 722, procedure: "c1", doctor: "p2", given: [["g3", frown]] },
  { ago: 3, procedure: "c1", given: [["b1", frown]], client: "k3" },
  { ago: 21, procedure: "c3", doctor: "p2", given: [["b4", crease]], client: "k5" },
];

function signedOf({ ago, procedure: of, doctor = "p1", given = [], cream, shots, reactions = "", amended = 0, photos = 0, withdrawn = false, client = "k7" }: Done, index: number): SignedTreatment {
  const procedure = catalogue().procedures.find(({ id }) => id === of) ?? refuse("not_found", "procedure");
  const at = now - ago * day - index * 60_000;
  const points = given.flatMap(([batch, places]) => places.map(([map, x, y, site, quantity]): Use => ({ key: 0, map, x: x + ((index * 37) % 90) - 45, y: y + ((index * 53) % 90) - 45, site, product: batches.find(({ id }) => id === batch)?.product ?? "m1", batch, vial: null, unit_code: null, quantity, depth: "" })));
  const uses = [...points, ...(cream === undefined ? [] : [{ key: 0, map: null, x: 0, y: 0, site: "", product: "m3", batch: "b5", vial: null, unit_code: null, quantity: cream, depth: "" }])].map((use, key) => ({ ...use, key: key + 1 }));
  const energy: Energy[] = shots ? [{ equipment: "e1", site: "面部", spot: "", fluence: "", pulses: 0, depth: "", other: "", ...shots }] : [];
  const body: SignedTreatment["amended"] = { doctor, assistants: ["p3"], indication: "", anaesthesia: { method: "none", minutes: 0, note: "" }, uses, energy, course: "碘伏消毒，逐点注射，无出血。", reactions, advice: procedure.aftercare, nextOn: null, funding: { kind: "entitlement", entitlement: null, reason: "" }, prescription: [] };
  const { id, name, memberNumber } = clientOf(client);
  const products = [...new Set(uses.map(({ product }) => product))].map(productOf);
  const totals: SignedTreatment["totals"] = [];
  for (const { product, batch, quantity, map } of uses) {
    const total = totals.find((other) => other.product === product && other.batch === batch);
    if (total) Object.assign(total, { quantity: total.quantity + quantity, points: total.points + (map === null ? 0 : 1) });
    else totals.push({ product, batch, quantity, points: map === null ? 0 : 1 });
  }
  return {
    id: `past${index}`, totals, sha256: "3c1f9e77d2".repeat(7).slice(0, 64), whole: true, amended: body, overrides: [],
    withdrawal: withdrawn ? { at: at + day / 24, by: nameOf(doctor), reason: "部位记错，重新记录" } : null,
    amendments: Array.from({ length: amended }, (_, time) => ({ at: at + (time + 1) * day, by: nameOf(doctor), reason: "补记复诊所见", changes: [{ field: "reactions", before: "", after: reactions }] })),
    text: {
      format: 1, treatment: `pt${index}`, client: { id, name, memberNumber }, visit: null, procedure: { id: of, name: procedure.name, standardName: procedure.standardName, specialty: procedure.specialty, consentTemplate: procedure.consentTemplate },
      level: null, listPrice: null, doctor: { id: doctor, name: nameOf(doctor), practiceNumber: "110320000012345" }, assistants: [{ id: "p3", name: nameOf("p3"), practiceNumber: null }], body, signedAt: at, prescriptionNumber: null, overrides: [], products,
      photos: Array.from({ length: photos }, (_, photo) => ({ id: `gone${photo}`, view: "front" as const, stage: "before" as const, sha256: "" })),
      batches: batches.filter(({ id: batch }) => uses.some((use) => use.batch === batch)).map(({ id: batch, product, lot, expiresOn }) => ({ id: batch, product, lot, expiresOn })),
      equipment: catalogue().equipment.filter(({ id: item }) => energy.some(({ equipment }) => equipment === item)).map(({ id: item, name: called, serialNumber }) => ({ id: item, name: called, serialNumber })),
    },
  };
}

let made: SignedTreatment[] | null = null;
const past = (): SignedTreatment[] => (made ??= done.map(signedOf).toSorted((one, other) => other.text.signedAt - one.text.signedAt));
complainAbout((client) => [...answered(signingAnswers["treatments.signed_of"]?.({ client })), ...past().filter(({ text }) => text.client.id === client)]);
const lotOf = (batch: string | null) => batches.find(({ id }) => id === batch)?.lot ?? "";

const short = ({ id, text, totals, amended, amendments, withdrawal }: SignedTreatment): PastRecord => ({
  id, at: text.signedAt, procedure: text.procedure.id, procedureName: text.procedure.name, doctorName: text.doctor.name,
  uses: totals.map(({ product, batch, quantity }) => {
    const { name, unit, scale } = productOf(product);
    return { product, name, unit, scale, batch, lot: lotOf(batch), suppliers: supplierOf[batch ?? ""] === undefined ? [] : [supplierOf[batch ?? ""] ?? ""], quantity };
  }),
  sites: [...new Set(text.body.uses.map(({ site }) => site).filter((site) => site !== ""))],
  points: text.body.uses.flatMap(({ map, x, y, product, quantity }) => (map === null ? [] : [{ map, x, y, product, quantity }])),
  devices: text.body.energy.map(({ equipment, spot, fluence, pulses }) => `${text.equipment.find(({ id: item }) => item === equipment)?.name ?? ""} ${spot} ${fluence} ${pulses} 发`),
  reactions: amended.reactions, amendments: amendments.length, photos: text.photos.length, withdrawn: withdrawal !== null, complaints: complaintsOf(id),
});

const usesOf = (batch: string): BatchUse[] => past().flatMap(({ id, text, totals, withdrawal }) => totals.filter((total) => total.batch === batch)
  .map(({ quantity }): BatchUse => ({ client: text.client, at: text.signedAt, quantity, doctorName: text.doctor.name, signed: id, procedureName: text.procedure.name, withdrawn: withdrawal !== null, sale: null })));

function handsOf({ text, amendments, withdrawal }: SignedTreatment): Hand[] {
  const at = text.signedAt;
  const lots = text.batches.map(({ lot }) => lot);
  return [
    ...lots.map((detail): Hand => ({ what: "received", name: "林小满", at: at - 30 * day, detail })),
    ...(text.products.some(({ id: product }) => productOf(product).toxin) ? (["vial_opened", "witnessed", "dose_given"] as const).map((what, index): Hand => ({ what, name: index === 1 ? "沈静仪" : "林小满", at: at - (9 - index) * 300_000, detail: lots[0] ?? "" })) : []),
    { what: "started", name: "林小满", at: at - 40 * 60_000, detail: "" },
    ...text.assistants.map(({ name }): Hand => ({ what: "assisted", name, at: at - 1000, detail: "" })),
    ...text.photos.slice(0, 2).map(({ view }): Hand => ({ what: "photographed", name: "林小满", at: at - 20 * 60_000, detail: view })),
    { what: "saved", name: text.doctor.name, at: at - 60_000, detail: "" },
    { what: "signed", name: text.doctor.name, at, detail: "" },
    ...amendments.map(({ at: when, by, reason }): Hand => ({ what: "amended", name: by ?? "", at: when, detail: reason })),
    ...(withdrawal ? [{ what: "withdrawn" as const, name: withdrawal.by ?? "", at: withdrawal.at, detail: withdrawal.reason }] : []),
  ];
}

const hash = (seed: number) => Array.from({ length: 64 }, (_, index) => ((seed * 7 + index * index * 3 + index) % 16).toString(16)).join("");
const part = (kind: PartKind, id: string, title: string, ago: number): Part => ({ kind, id, title, at: now - ago * day, sha256: hash(id.length * 31 + ago) });
const front: PhotoView = "front";
const sealed = (id: string, ago: number, parts: Part[], change: Partial<Manifest> = {}, broken: string[] = []): Seal => ({
  id, sha256: hash(ago), whole: broken.length === 0, broken,
  manifest: { format: 1, client: { id: "k7", name: clientOf("k7").name, memberNumber: clientOf("k7").memberNumber }, at: now - ago * day, reason: "顾客申请封存病历，准备医疗损害鉴定", party: "顾明远", partyRelation: "配偶", by: "沈静仪", witness: "周予安", supplementOf: null, parts, ...change },
});
let kept: Seal[] | null = null;
const seals = (): Seal[] => (kept ??= empty ? [] : [
  sealed("se1", 200, [part("treatment", "past12", "肉毒除皱", 640), part("treatment", "past10", "肉毒除皱", 498), part("amendment", "am1", "肉毒除皱", 497), part("consent", "co2", "肉毒毒素注射知情同意书", 320), part("triage", "tr1", "预检分诊单", 245), part("photo", "ph1", front, 245), part("scan", "sc1", "2019 年病历首页", 244)]),
  sealed("se2", 60, [part("treatment", "past2", "玻尿酸填充", 75), part("photo", "ph2", "left_oblique", 75)], { supplementOf: "se1", reason: "补充封存复诊内容" }, ["ph2"]),
]);
const open: Part[] = empty ? [] : [part("treatment", "past0", "肉毒除皱", 9), part("consent", "co1", "肉毒毒素注射知情同意书", 9), part("photo", "ph7", front, 9), part("withdrawal", "wi1", "玻尿酸填充", 20)];

export const traceAnswers: Answers = {
  "traces.timeline": ({ client }) => fold(past().filter(({ text }) => text.client.id === client).map(short)),
  "traces.batch": ({ batch }) => (batch === "b1" ? [...usesOf(batch), { client: { id: "k3", name: clientOf("k3").name, memberNumber: clientOf("k3").memberNumber }, at: now - 8 * day, quantity: 20, doctorName: "周予安", signed: null, procedureName: null, withdrawn: false, sale: null }, { client: { id: "k6", name: clientOf("k6").name, memberNumber: clientOf("k6").memberNumber }, at: now - 2 * day, quantity: -100, doctorName: null, signed: null, procedureName: null, withdrawn: false, sale: "sale-c" }] : usesOf(batch)),
  "traces.find": ({ from, to, doctor, procedure, equipment, product, supplier }) => {
    const lines = past().filter(({ text, totals }) => {
      const on = new Date(text.signedAt + 8 * 3_600_000).toISOString().slice(0, 10);
      return on >= from && on <= to && (doctor === null || text.doctor.id === doctor) && (procedure === null || text.procedure.id === procedure) && (equipment === null || text.equipment.some(({ id }) => id === equipment))
        && (product === null || text.products.some(({ id }) => id === product)) && (supplier === null || totals.some(({ batch }) => (supplier === "s1" ? ["b1", "b4"] : ["b3", "g1", "g2"]).includes(batch ?? "")));
    }).map(({ id, text, totals, withdrawal }) => ({ lots: totals.map(({ batch }) => lotOf(batch)), signed: id, client: text.client, at: text.signedAt, procedureName: text.procedure.name, doctorName: text.doctor.name, withdrawn: withdrawal !== null }));
    return { lines, total: lines.length };
  },
  "traces.hands": ({ id }) => {
    const one = past().find((other) => other.id === id);
    return one ? handsOf(one) : [];
  },
  "traces.export": ({ batch }) => ({ path: `/home/clinic/Downloads/recall-${lotOf(batch)}.xlsx`, rows: usesOf(batch).length }),
  "treatments.signed": (input) => {
    const one = past().find(({ id }) => id === input.id);
    return one ? structuredClone(one) : answered(signingAnswers["treatments.signed"]?.(input));
  },
  "seals.of_client": ({ client }) => (client === "k7" ? { seals: structuredClone(seals()), open: structuredClone(open) } : { seals: [], open: [] }),
  "seals.seal": ({ input, witness }) => {
    if (input.reason.trim() === "") refuse("required", "reason");
    const by = prove(witness, true) ?? "";
    const id = crypto.randomUUID();
    seals().push(sealed(id, 0, open.splice(0), { ...input, client: seals()[0]?.manifest.client ?? clientOf(input.client), by: me().name, witness: by, supplementOf: seals().at(-1)?.id ?? null }));
    changed("treatments");
    return id;
  },
};
