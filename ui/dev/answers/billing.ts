/** What a checkout offers, and what the mock's clients have bought, have here and owe. */
import type { Account, AccountEntry, Balances, CourseCard, Debt, Entitlement, Offers } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";
import { catalogueAnswers } from "./catalogue";

const empty = new URLSearchParams(location.search).has("empty");
const day = 86_400_000;
const ago = (days: number) => Date.now() - days * day;
const on = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
let count = 0;
const newId = (kind: string) => `${kind}${(count += 1)}`;

const method = (code: string, needsReference = false) => ({ code, name: "", needsReference, active: true });
export const offers: Offers = {
  methods: [method("wechat"), method("alipay"), method("cash"), method("card"), method("meituan", true), method("douyin", true), method("instalment", true), method("transfer", true), method("stored_value"), method("deposit"), method("points")],
  cards: empty ? [] : [
    { id: "cc1", name: "皮秒焕肤五次卡", price: 780_000, validDays: 365, items: [{ procedure: "c4", sessions: 5, giftSessions: 1 }], listPrice: 0, active: true },
    { id: "cc2", name: "轻龄年卡", price: 1_680_000, validDays: null, items: [{ procedure: "c1", sessions: 3, giftSessions: 0 }, { procedure: "c3", sessions: 2, giftSessions: 0 }], listPrice: 2_254_000, active: true },
  ],
  topUps: empty ? [] : [{ id: "tu1", principal: 1_000_000, gift: 100_000, active: true }, { id: "tu2", principal: 3_000_000, gift: 500_000, active: true }],
  rewards: empty ? [] : [{ id: "rw1", kind: "product", item: "m5", name: "修复面膜", points: 800, active: true, listed: true }],
  spellings: [],
};

const bought = (change: Partial<Entitlement> & Pick<Entitlement, "id" | "procedure" | "name">): Entitlement => ({
  standardName: change.name, cardName: "", sessions: 1, returned: 0, away: 0, voided: 0, left: 1, listPrice: 298_000, paid: 268_000, refunded: 0, moved: 0, unredeemed: 268_000, gift: false, expiresOn: null, expired: false, planLine: null, from: null, opening: false, holder: "", sale: "sale1", line: "sale1-0", number: "A-2026-000118", at: ago(20), ...change,
});
export const entitlements: (Entitlement & { client: string })[] = empty ? [] : [
  { client: "k7", ...bought({ id: "en1", procedure: "c1", name: "肉毒除皱" }) },
  { client: "k7", ...bought({ id: "en2", procedure: "c4", name: "皮秒祛斑", cardName: "皮秒焕肤五次卡", sessions: 5, left: 3, listPrice: 180_000, paid: 780_000, unredeemed: 468_000, expiresOn: on(210) }) },
  { client: "k7", ...bought({ id: "en3", procedure: "c4", name: "皮秒祛斑", cardName: "皮秒焕肤五次卡", listPrice: 180_000, paid: 0, unredeemed: 0, gift: true, expiresOn: on(210) }) },
  { client: "k7", ...bought({ id: "en4", procedure: "c2", name: "热玛吉", left: 0, listPrice: 1_980_000, paid: 1_780_000, unredeemed: 0, sale: "sale0", number: "A-2026-000031", at: ago(190) }) },
  { client: "k1", ...bought({ id: "en5", procedure: "c3", name: "玻尿酸填充", sessions: 2, left: 2, paid: 1_240_000, unredeemed: 1_240_000 }) },
];

export const entries: (AccountEntry & { client: string })[] = empty ? [] : [
  { client: "k7", id: "ae3", pot: "principal", amount: -268_000, after: 732_000, cause: "paid", sale: "sale1", number: "A-2026-000118", refund: null, opening: false, reason: "", at: ago(20), by: "陈嘉禾" },
  { client: "k7", id: "ae2", pot: "gift", amount: 100_000, after: 100_000, cause: "sold", sale: "sale0", number: "A-2026-000031", refund: null, opening: false, reason: "", at: ago(190), by: "陈嘉禾" },
  { client: "k7", id: "ae1", pot: "principal", amount: 1_000_000, after: 1_000_000, cause: "sold", sale: "sale0", number: "A-2026-000031", refund: null, opening: false, reason: "", at: ago(190), by: "陈嘉禾" },
];
export const debts: (Debt & { client: string })[] = empty ? [] : [{ client: "k7", sale: "sale1", number: "A-2026-000118", amount: 120_000, owed: 120_000, dueOn: on(10), overdue: false, reason: "下次来付清", at: ago(20) }];

export function accountOf(client: string, most = 0): Account {
  const own = entries.filter((entry) => entry.client === client);
  const held = (pot: AccountEntry["pot"]) => own.filter((entry) => entry.pot === pot).reduce((sum, { amount }) => sum + amount, 0);
  const owes = debts.filter((debt) => debt.client === client && debt.owed > 0);
  const balances: Balances = { principal: held("principal"), gift: held("gift"), deposit: held("deposit"), owed: owes.reduce((sum, { owed }) => sum + owed, 0) };
  return structuredClone({ balances, entries: own.slice(0, most), more: own.length > most, debts: owes });
}

export const entitlementsOf = (client: string, all: boolean): Entitlement[] => structuredClone(entitlements.filter((one) => one.client === client && (all || (one.left !== 0 && !one.expired))));

function listPriceOf(items: CourseCard["items"]): number {
  const catalogue = catalogueAnswers["catalogue.all"]?.({});
  const procedures = catalogue && "procedures" in catalogue ? catalogue.procedures : [];
  return items.reduce((sum, { procedure, sessions }) => sum + sessions * (procedures.find(({ id }) => id === procedure)?.listPrice ?? 0), 0);
}

export const billingAnswers: Answers = {
  "billing.offers": () => structuredClone(offers),
  "billing.set_methods": (methods) => {
    if (methods.some(({ name }, at) => name !== "" && methods.findIndex((other) => other.name === name) !== at)) refuse("name_taken", "name");
    offers.methods = methods;
    changed("money");
    return null;
  },
  "billing.set_card": ({ id, ...card }) => {
    if (offers.cards.some((other) => other.id !== id && other.active && other.name === card.name)) refuse("name_taken", "name");
    const written: CourseCard = { ...card, id: id ?? newId("card"), listPrice: listPriceOf(card.items) };
    offers.cards = [...offers.cards.filter((other) => other.id !== id), written];
    changed("money");
    return written.id;
  },
  "billing.set_top_up": ({ id, ...offer }) => {
    const written = { ...offer, id: id ?? newId("topUp") };
    offers.topUps = [...offers.topUps.filter((other) => other.id !== id), written].sort((one, other) => one.principal - other.principal);
    changed("money");
    return written.id;
  },
  "accounts.of_client": ({ client, entries: most }) => accountOf(client, most),
  "entitlements.of_client": ({ client, all }) => entitlementsOf(client, all),
};
