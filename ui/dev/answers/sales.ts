/** Checkouts and sales: priced roughly as Rust does, enough to look at the screens with. */
import type { Discount, Entitlement, HeldSale, MethodTotal, Payment, Quote, QuotedLine, Reduction, Sale, SaleHead, SaleInput, SaleLineInput, UnsoldLine } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";
import { accountOf, entitlementsOf, offers } from "./billing";
import { boardAnswers } from "./board";
import { catalogueAnswers } from "./catalogue";
import { checkPin } from "./desk";
import { noPoints, nothingPaid, plainLine } from "../points";

const asked = new URLSearchParams(location.search);
const empty = asked.has("empty");
const minute = 60_000;
const day = 86_400_000;
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const goods = () => {
  const all = catalogueAnswers["catalogue.all"]?.({});
  return all && "procedures" in all ? all : refuse("not_found");
};
function clientOf(id: string) {
  const board = boardAnswers["clients.find"]?.({ query: "", limit: 100 });
  const hit = Array.isArray(board) ? board.find((other) => other.id === id) : undefined;
  return { id, name: hit?.name ?? "顾清越", memberNumber: hit?.memberNumber ?? "A000100" };
}

const unsold: (UnsoldLine & { client: string })[] = empty ? [] : [
  { client: "k4", plan: "pl1", visit: "v4", planLine: "pln1", procedure: "c2", name: "热玛吉", agreed: true, sessions: 1, price: 1_880_000 },
  { client: "k4", plan: "pl1", visit: "v4", planLine: "pln2", procedure: "c1", name: "肉毒除皱", agreed: true, sessions: 2, price: null },
];

const after = (discount: Discount, before: number, line?: string): number => {
  const value = discount.kind === "off" ? before - discount.value : discount.kind === "to" ? discount.value : Math.round((before * discount.value) / 1_000);
  if (value < 0 || value > before) refuse("discount_too_large", "discount", line === undefined ? {} : { line });
  return value;
};

function priced({ item, quantity, discount }: SaleLineInput, place: number): QuotedLine {
  const line = String(place + 1);
  const base: QuotedLine = { ...plainLine, kind: item.kind === "reward" ? "product" : item.kind, name: "", standardName: "", quantity, listPrice: 0, listTotal: 0, reductions: [], price: 0, sessions: [], batch: null, gift: 0, withoutPlan: false };
  const at = (listPrice: number, change: Partial<QuotedLine>): QuotedLine => ({ ...base, listPrice, listTotal: listPrice * quantity, price: listPrice * quantity, ...change });
  const lower = (of: QuotedLine, kind: Reduction["kind"], to: number): QuotedLine => (to < of.price ? { ...of, reductions: [...of.reductions, { kind, amount: of.price - to, name: "", rate: 0 }], price: to } : of);
  let quoted: QuotedLine;
  if (item.kind === "procedure") {
    const procedure = goods().procedures.find(({ id, active }) => id === item.procedure && active) ?? refuse("not_found", "procedure", { line });
    const plan = unsold.find(({ planLine }) => planLine === item.planLine);
    if (plan && quantity > plan.sessions) refuse("plan_line_sold", "quantity", { line, name: plan.name, left: String(plan.sessions) });
    quoted = at(procedure.listPrice ?? item.price ?? refuse("price_missing", "price", { line, name: procedure.name }), { name: procedure.name, standardName: procedure.standardName, sessions: [{ name: procedure.name, sessions: quantity, gift: false }], withoutPlan: item.planLine === null });
    if (plan?.price) quoted = lower(quoted, "plan", Math.round((plan.price * quantity) / plan.sessions));
  } else if (item.kind === "card") {
    const card = offers.cards.find(({ id }) => id === item.card) ?? refuse("not_found", "card", { line });
    const sessions = card.items.flatMap(({ procedure, sessions: count, giftSessions }) => {
      const name = goods().procedures.find(({ id }) => id === procedure)?.name ?? "";
      return [{ name, sessions: count * quantity, gift: false }, ...(giftSessions > 0 ? [{ name, sessions: giftSessions * quantity, gift: true }] : [])];
    });
    quoted = lower(at(Math.max(card.listPrice, card.price), { name: card.name, sessions, withoutPlan: true }), "card", card.price * quantity);
  } else if (item.kind === "product") {
    const product = goods().products.find(({ id }) => id === item.product) ?? refuse("not_found", "product", { line });
    if (quantity > 6) refuse("not_enough_packs", "quantity", { line, name: product.name, packs: "6" });
    quoted = at(product.retailPrice ?? 0, { name: product.name, batch: { batch: "b1", lot: "T2611A", expiresOn: dayOf(Date.now() + 300 * day) } });
  } else if (item.kind === "stored_value") {
    quoted = at(item.principal, { gift: offers.topUps.find(({ id }) => id === item.offer)?.gift ?? 0 });
  } else if (item.kind === "reward") {
    const reward = offers.rewards.find(({ id }) => id === item.reward) ?? refuse("not_found", "reward", { line });
    quoted = { ...lower(at(18_000, { name: reward.name }), "reward", 0), rewardPoints: reward.points * quantity };
  } else quoted = at(item.amount, {});
  return discount ? lower(quoted, "line", after(discount, quoted.price, line)) : quoted;
}

const isMoney = ({ kind }: QuotedLine) => kind === "stored_value" || kind === "deposit";

function quote(sale: SaleInput): Quote {
  let lines = sale.lines.map(priced);
  if (sale.discount) {
    const all = lines.reduce((sum, line) => sum + (isMoney(line) ? 0 : line.price), 0);
    let off = all - after(sale.discount, all);
    const shared = lines.findLastIndex((line) => !isMoney(line));
    lines = lines.map((line, place) => {
      if (isMoney(line)) return line;
      const share = place === shared ? off : Math.round((off * line.price) / Math.max(all, 1));
      off -= share;
      return share > 0 ? { ...line, price: line.price - share, reductions: [...line.reductions, { kind: "sale" as const, amount: share, name: "", rate: 0 }] } : line;
    });
  }
  const byHand = Math.max(0, ...lines.map(({ reductions, price }) => {
    const given = reductions.reduce((sum, { kind, amount }) => sum + (kind === "line" || kind === "sale" ? amount : 0), 0);
    return given === 0 ? 0 : Math.ceil((given * 1_000) / (given + price));
  }));
  const limit = asked.has("limit") ? 100 : 1_000;
  const { balances } = accountOf(sale.client);
  const total = lines.reduce((sum, { price }) => sum + price, 0);
  const payable = lines.reduce((sum, line) => sum + (isMoney(line) ? 0 : line.price), 0);
  return {
    lines, listTotal: lines.reduce((sum, { listTotal }) => sum + listTotal, 0), total, byHand: byHand > 0, overLimit: byHand > limit, limit, withoutPlan: lines.some(({ withoutPlan }) => withoutPlan), balances,
    storedValue: Math.min(balances.principal + balances.gift, payable), deposit: Math.min(balances.deposit, payable),
    points: { ...noPoints, available: 1_300, rewards: lines.reduce((sum, { rewardPoints }) => sum + rewardPoints, 0), money: { pointsPerYuan: 100, least: 0, mostPercent: 50 }, payable: Math.min(1_300, Math.floor(payable / 2)), earns: Math.floor(payable / 100) },
  };
}

export const sales: Sale[] = [];
let held: HeldSale[] = empty ? [] : [
  {
    id: "h1", client: clientOf("k3"), visit: "v3", total: 0, heldAt: Date.now() - 26 * minute, heldBy: "陈嘉禾",
    sale: { client: "k3", visit: "v3", lines: [{ item: { kind: "procedure", procedure: "c3", planLine: null, price: null }, quantity: 2, discount: { kind: "rate", value: 950 }, note: "" }, { item: { kind: "product", product: "m5", batch: null }, quantity: 1, discount: null, note: "" }], discount: null, discountReason: "老顾客", noPlanReason: "医生下午补方案", note: "" },
  },
];

function pay(id: string, sale: SaleInput, payments: Sale["payments"], change: Partial<Sale>, at = Date.now()): Sale {
  const { lines, listTotal, total } = quote(sale);
  const number = `A-2026-${String(120 + sales.length).padStart(6, "0")}`;
  const given = lines.flatMap((line, of) => line.sessions.map(({ name, sessions, gift }, place): Entitlement => ({
    id: `${id}-${line.name}-${place}`, procedure: "c1", name, standardName: name, cardName: line.kind === "card" ? line.name : "", sessions, returned: 0, away: 0, voided: 0, left: sessions, listPrice: line.listPrice, paid: gift ? 0 : line.price, refunded: 0, moved: 0, unredeemed: gift ? 0 : line.price, gift, expiresOn: null, expired: false, planLine: null, from: null, opening: false, holder: "", sale: id, line: `${id}-${of}`, number, at,
  })));
  const written: Sale = {
    id, number, client: clientOf(sale.client), visit: sale.visit, opening: null,
    lines: lines.map((line, place) => ({ id: `${id}-${place}`, kind: line.kind, name: line.name, standardName: line.standardName, quantity: line.quantity, listPrice: line.listPrice, reductions: line.reductions, price: line.price, note: sale.lines[place]?.note ?? "", batch: line.batch?.batch ?? null, lot: line.batch?.lot ?? null, gift: line.gift, rewardPoints: line.rewardPoints, multiplier: line.multiplier, multipliedBy: line.multipliedBy })),
    listTotal, total, discountReason: sale.discountReason, approvedBy: null, note: sale.note,
    overrides: lines.some(({ withoutPlan }) => withoutPlan) ? [{ code: "no_plan", detail: lines.filter(({ withoutPlan }) => withoutPlan).map(({ name }) => name).join("、"), reason: sale.noPlanReason }] : [],
    payments, arrears: null, entitlements: given, refunds: [], invoices: [], earned: 0, redeemed: 0, businessDay: dayOf(at), at, by: "陈嘉禾", ...change,
  };
  sales.unshift(written);
  return written;
}

const payment = (id: string, method: string, amount: number, change: Partial<Payment> = {}): Payment => ({ id, method, name: "", amount, tendered: null, reference: "", settles: false, at: Date.now(), by: "陈嘉禾", ...change });

if (!empty) {
  const basket = (client: string, lines: SaleInput["lines"]): SaleInput => ({ client, visit: null, lines, discount: null, discountReason: "", noPlanReason: "老顾客续做，医生下午补方案", note: "" });
  const procedure = (id: string, quantity = 1): SaleInput["lines"][number] => ({ item: { kind: "procedure", procedure: id, planLine: null, price: null }, quantity, discount: null, note: "" });
  const old = Date.now() - 40 * day;
  const course = pay("sale-d", basket("k7", [{ item: { kind: "card", card: "cc1" }, quantity: 1, discount: null, note: "" }, { item: { kind: "stored_value", principal: 1_000_000, offer: "tu1" }, quantity: 1, discount: null, note: "" }]), [payment("pd1", "wechat", 1_000_000, { at: old }), payment("pd2", "card", 780_000, { at: old })], { invoices: [{ id: "i0", kind: "issued", title: "个人", taxNumber: "", number: "26312000000012345678", amount: 1_780_000, at: old, by: "陈嘉禾" }] }, old);
  for (const one of course.entitlements) if (!one.gift) one.left -= 2;
  pay("sale-a", basket("k9", [procedure("c1", 2)]), [payment("pa1", "wechat", 596_000)], {}, Date.now() - 190 * minute);
  pay("sale-b", { ...basket("k8", [{ ...procedure("c2"), discount: { kind: "rate", value: 900 } }]), discountReason: "周年活动" }, [payment("pb1", "card", 1_000_000), payment("pb2", "cash", 200_000, { tendered: 200_000 })], { arrears: { amount: 582_000, owed: 582_000, dueOn: dayOf(Date.now() + 14 * day), reason: "下次来付清" }, approvedBy: "沈静仪" }, Date.now() - 95 * minute);
  pay("sale-c", basket("k6", [procedure("c3"), { item: { kind: "product", product: "m5", batch: null }, quantity: 2, discount: null, note: "" }]), [payment("pc1", "meituan", 300_000, { reference: "MT8812 0034 1120" }), payment("pc2", "alipay", 416_000)], { invoices: [{ id: "i1", kind: "asked", title: "上海清越文化有限公司", taxNumber: "91310115MA1K4XXX7Q", number: "", amount: 716_000, at: Date.now(), by: "陈嘉禾" }] }, Date.now() - 40 * minute);
}

const find = (id: string) => sales.find((other) => other.id === id) ?? refuse("not_found", "id");
const head = ({ id, number, client, opening, lines, total, arrears, refunds, invoices, at, by }: Sale): SaleHead => ({
  id, number, client, opening: opening !== null, names: lines.slice(0, 3).map(({ name, kind }) => (name === "" ? kind : name)), lines: lines.length, total, refunded: refunds.reduce((sum, { amount }) => sum + amount, 0), owed: arrears?.owed ?? 0, invoiceWaits: invoices.some(({ kind }) => kind === "asked") && !invoices.some(({ kind }) => kind === "issued"), at, by,
});
const totalOf = (sale: SaleInput): number | null => {
  try { return quote(sale).total; } catch { return null; }
};
const over = (payments: readonly { amount: number; tendered: number | null }[]) => payments.reduce((sum, { amount, tendered }) => sum + (tendered === null ? 0 : tendered - amount), 0);

export const salesAnswers: Answers = {
  "sales.begin": ({ client }) => ({
    client: clientOf(client), unsold: unsold.filter((line) => line.client === client), balances: accountOf(client).balances, points: 1_300, entitlements: entitlementsOf(client, false), held: held.filter((other) => other.client.id === client),
    arrears: "approved", dueOn: dayOf(Date.now() + 30 * day),
  }),
  "sales.quote": ({ sale }) => quote(sale),
  "sales.pay": ({ input, witness }) => {
    const before = sales.find(({ id }) => id === input.id);
    if (before) return { id: before.id, number: before.number, change: 0, points: nothingPaid };
    const { overLimit } = quote(input.sale);
    if (overLimit && !witness) refuse("approval_required", "approver", { why: "discount", limit: "10" });
    if (witness) checkPin(witness.pin);
    const together = input.payments.reduce((sum, { amount }) => sum + amount, 0);
    const left = input.total - together;
    const written = pay(input.id, input.sale, input.payments.map((one, place) => payment(`${input.id}-${place}`, one.method, one.amount, { tendered: one.tendered, reference: one.reference })), {
      arrears: input.arrears ? { amount: left, owed: left, dueOn: input.arrears.dueOn, reason: input.arrears.reason } : null,
      approvedBy: witness ? "沈静仪" : null,
      invoices: input.invoice ? [{ id: `${input.id}-i`, kind: "asked", title: input.invoice.title, taxNumber: input.invoice.taxNumber, number: "", amount: input.total, at: Date.now(), by: "陈嘉禾" }] : [],
    });
    held = held.filter(({ id }) => id !== input.held);
    for (const { item } of input.sale.lines) if (item.kind === "procedure" && item.planLine !== null) unsold.splice(unsold.findIndex(({ planLine }) => planLine === item.planLine), 1);
    changed("money", "treatments");
    return { id: written.id, number: written.number, change: over(input.payments), points: nothingPaid };
  },
  "sales.settle": ({ id, sale, payments }) => {
    const found = find(sale);
    const together = payments.reduce((sum, { amount }) => sum + amount, 0);
    if (found.arrears) found.arrears.owed -= together;
    found.payments.push(...payments.map((one, place) => payment(`${id}-${place}`, one.method, one.amount, { tendered: one.tendered, reference: one.reference, settles: true })));
    changed("money");
    return { id: sale, number: found.number, change: over(payments), points: nothingPaid };
  },
  "sales.held": () => held.map((other) => ({ ...other, total: totalOf(other.sale) })),
  "sales.hold": ({ id, sale }) => {
    const put: HeldSale = { id: id ?? `h${held.length + 2}`, client: clientOf(sale.client), visit: sale.visit, sale, total: null, heldAt: Date.now(), heldBy: "沈静仪" };
    held = [...held.filter((other) => other.id !== put.id), put];
    changed("money");
    return put.id;
  },
  "sales.drop_held": ({ id }) => {
    held = held.filter((other) => other.id !== id);
    changed("money");
    return null;
  },
  "sales.note_invoice": ({ sale, ...note }) => {
    find(sale).invoices.push({ ...note, id: `i${Date.now()}`, at: Date.now(), by: "沈静仪" });
    changed("money");
    return "i";
  },
  "sales.open": ({ id }) => structuredClone(find(id)),
  "sales.of_day": ({ day: wanted }) => {
    const of = wanted ?? dayOf(Date.now());
    const own = sales.filter(({ businessDay }) => businessDay === of).toSorted((one, other) => other.at - one.at);
    const methods = new Map<string, MethodTotal>();
    for (const { method, name, amount } of own.flatMap(({ payments }) => payments)) {
      const before = methods.get(method) ?? { method, name, amount: 0, payments: 0, refunded: 0 };
      methods.set(method, { ...before, amount: before.amount + amount, payments: before.payments + 1 });
    }
    const refunds = sales.flatMap((sale) => sale.refunds.filter(({ businessDay }) => businessDay === of).map((refund) => ({ ...refund, sale: sale.id, saleNumber: sale.number, client: sale.client })));
    for (const { method, name, amount } of refunds.flatMap(({ payments }) => payments)) {
      const before = methods.get(method) ?? { method, name, amount: 0, payments: 0, refunded: 0 };
      methods.set(method, { ...before, refunded: before.refunded + amount });
    }
    return { day: of, sales: own.map(head), refunds: refunds.map(({ id, number, sale, saleNumber, client, amount, interest, reason, at, by }) => ({ id, number, sale, saleNumber, client, amount, interest, reason, at, by })), methods: [...methods.values()] };
  },
  "sales.of_client": ({ client }) => sales.filter((sale) => sale.client.id === client).map(head),
};
