/** A sale that is given back, for the tests of its page: two courses and a cream, paid by WeChat and in cash. */
import type { Account, ClientFile, ClientHit, Entitlement, Me, QuotedPart, QuotedWay, RefundInput, RefundQuote, RefundStep, Refundable, Sale, SaleHead } from "../../../api/generated";
import { plainLine } from "../../../../dev/points";

export const me: Me = { staffId: "c1", name: "Cora", roles: ["cashier"], permissions: ["work", "see_clients", "see_money", "sell"] };
export const ann = { id: "k1", name: "Ann", memberNumber: "A1" };
export const hit: ClientHit = { ...ann, sex: "female", age: 30, phone: null, lastVisitAt: null, visits: 1, hasAlert: false };
export const file: ClientFile = {
  ...ann, memberCode: "JT1:A1", memberQr: "<svg/>", otherNames: "", sex: "female", birthday: null, birthdayThisYear: null, age: 30, phones: [], wechat: null, idNumber: null, guardian: null, emergency: null, source: null, referrer: null,
  skinType: null, preferences: "", notes: "", tags: [], assignments: [], dataConsents: [], joined: [], possibleDuplicates: [], visits: [], createdAt: 0,
};
export const account: Account = { balances: { principal: 0, gift: 0, deposit: 0, owed: 0 }, entries: [], more: false, debts: [] };
export const head: SaleHead = { id: "s1", number: "A-1", client: ann, opening: false, names: ["Thermage"], lines: 3, total: 1_016_000, refunded: 0, owed: 0, invoiceWaits: false, at: 0, by: "Cora" };

const sessions = (id: string, change: Partial<Entitlement> = {}): Entitlement => ({
  id, procedure: "p", name: "Thermage", standardName: "Thermage", cardName: "", sessions: 3, returned: 0, away: 0, voided: 0, left: 2, listPrice: 200_000, paid: 480_000, refunded: 0, moved: 0, unredeemed: 320_000, gift: false, expiresOn: null, expired: false, planLine: null, from: null, opening: false, holder: "", sale: "s1", line: "l1", number: "A-1", at: 0, ...change,
});
const thing = (line: string, change: Partial<Refundable>): Refundable => ({ item: { kind: "line", line }, kind: "procedure", name: "", price: 0, refunded: 0, most: 0, entitlements: [], packs: 0, kept: [0, 0, 0], ...change });

export const refundable: Refundable[] = [
  thing("l1", { name: "Thermage", price: 480_000, most: 480_000, entitlements: [sessions("e1"), sessions("e2", { gift: true, sessions: 1, left: 1, paid: 0, unredeemed: 0 })] }),
  thing("l2", { kind: "product", name: "Cream", price: 36_000, most: 36_000, packs: 2 }),
  thing("l3", { kind: "stored_value", price: 500_000, most: 500_000, kept: [500_000, 50_000, 0] }),
];

const step = (kind: RefundStep["kind"], amount: number, change: Partial<RefundStep> = {}): RefundStep => ({ kind, name: "", count: 0, of: 0, price: 0, rate: 0, amount, ...change });

/** 1,600 a session, 180 a pack; stored value as typed. Rust's own arithmetic is tested there. */
function partOf({ item, sessions: back, packs, part, amount }: RefundInput["parts"][number]): QuotedPart {
  const key = item.kind === "line" ? item.line : "";
  const count = back.reduce((sum, one) => sum + (one.entitlement === "e1" ? one.sessions : 0), 0);
  const proposed = key === "l1" ? count * 160_000 : key === "l2" ? packs * 18_000 : (part ?? 500_000);
  const used = key === "l1" ? [step("prepaid", 480_000), step("used_at_paid", -160_000, { name: "Thermage", count: 1 }), step("part", proposed - 320_000, { count, of: 2 })] : [step("prepaid", proposed)];
  return { item, proposed, amount: amount ?? proposed, pots: [0, 0, 0], steps: amount === null ? used : [...used, step("by_hand", amount - proposed)] };
}

const payments = [
  { id: "w", method: "wechat", name: "", amount: 900_000, left: 900_000, day: "2026-11-01" },
  { id: "c", method: "cash", name: "", amount: 116_000, left: 116_000, day: "2026-11-01" },
];

export function quoteOf(refund: RefundInput, change: Partial<RefundQuote> = {}): RefundQuote {
  const parts = refund.parts.map(partOf);
  const amount = parts.reduce((sum, one) => sum + one.amount, 0);
  const byWechat = Math.min(amount, 900_000);
  const proposed: QuotedWay[] = [
    { payment: "w", method: "wechat", amount: byWechat, back: false },
    { payment: "c", method: "cash", amount: amount - byWechat, back: false },
  ].filter((way) => way.amount > 0);
  return {
    number: "A-1", client: ann, day: "2026-11-01", coolingOffUntil: "2026-11-08", coolingOff: false, refundable, parts, amount, offDebt: 0, owed: 0, payments,
    ways: refund.ways?.map(({ payment, method, amount: much }) => ({ payment, method, amount: much, back: false })) ?? proposed,
    keepable: amount, interest: 0, interestSteps: [], invoiced: 0, approval: false, tier: null, points: null, ...change,
  };
}

export const sold = (change: Partial<Sale> = {}): Sale => ({
  id: "s1", number: "A-1", client: ann, visit: null, opening: null,
  lines: [
    { id: "l1", kind: "procedure", name: "Thermage", standardName: "Thermage", quantity: 3, listPrice: 200_000, reductions: [], price: 480_000, note: "", batch: null, lot: null, gift: 0, ...plainLine },
    { id: "l2", kind: "product", name: "Cream", standardName: "", quantity: 2, listPrice: 18_000, reductions: [], price: 36_000, note: "", batch: null, lot: null, gift: 0, ...plainLine },
  ],
  listTotal: 1_016_000, total: 1_016_000, discountReason: "", approvedBy: null, note: "", overrides: [], arrears: null, entitlements: [], refunds: [], invoices: [], earned: 0, redeemed: 0, businessDay: "2026-11-01", at: 0, by: "Cora",
  payments: payments.map(({ id, method, name, amount }) => ({ id, method, name, amount, tendered: null, reference: "", settles: false, at: 0, by: "Cora" })), ...change,
});
