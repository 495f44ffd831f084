/** What can be put on a checkout, and what a typed word finds of it. */
import type { TFunction } from "i18next";
import type { Catalogue, Offers, SaleItem, UnsoldLine } from "../../../api/generated";
import { grouped, money } from "../../../components/format";
import type { DraftLine } from "./draft";

export interface Offer {
  id: string;
  group: SaleItem["kind"];
  name: string;
  note: string;
  /** What it is found by, beside its name. */
  words: string;
  /** As it is typed without an input method: pinyin, and its initials. */
  spelling: string;
  item: SaleItem;
  quantity: number;
}

interface Goods {
  catalogue: Catalogue;
  offers: Offers;
  unsold: readonly UnsoldLine[];
  lines: readonly DraftLine[];
}

/** A procedure that a plan still asks for is sold for the plan, not beside it. */
export function offered(t: TFunction, { catalogue, offers, unsold, lines }: Goods): Offer[] {
  const onIt = new Set(lines.map(({ item }) => (item.kind === "procedure" || item.kind === "reward" ? item.planLine : null)));
  const waiting = unsold.filter(({ planLine }) => !onIt.has(planLine));
  const spelled = new Map(offers.spellings.map(({ id, text }) => [id, text]));
  const priceOf = (price: number | null) => (price === null ? t("checkout.new.notPriced") : money(price));
  const planned = waiting.map(({ planLine, procedure, name, sessions, price }): Offer => ({
    id: planLine, group: "procedure", name, note: [t("checkout.new.planned", { count: sessions }), price === null ? "" : money(price)].filter(Boolean).join(" · "),
    words: catalogue.procedures.find(({ id }) => id === procedure)?.standardName ?? "", spelling: spelled.get(procedure) ?? "", item: { kind: "procedure", procedure, planLine, price: null }, quantity: sessions,
  }));
  const procedures = catalogue.procedures.filter(({ id, active }) => active && !waiting.some(({ procedure }) => procedure === id)).map(({ id, name, standardName, listPrice }): Offer => ({
    id, group: "procedure", name, note: [standardName === name ? "" : standardName, priceOf(listPrice)].filter(Boolean).join(" · "), words: standardName, spelling: spelled.get(id) ?? "", item: { kind: "procedure", procedure: id, planLine: null, price: null }, quantity: 1,
  }));
  const cards = offers.cards.filter(({ active }) => active).map(({ id, name, price }): Offer => ({
    id, group: "card", name, note: money(price), words: t("checkout.new.group.card"), spelling: spelled.get(id) ?? "", item: { kind: "card", card: id }, quantity: 1,
  }));
  const products = catalogue.products.flatMap(({ id, name, genericName, specification, retailPrice, toxin, active, codes }): Offer[] =>
    active && !toxin && retailPrice !== null
      ? [{ id, group: "product", name, note: [specification, money(retailPrice)].filter(Boolean).join(" · "), words: [genericName, ...codes].join(" "), spelling: spelled.get(id) ?? "", item: { kind: "product", product: id, batch: null }, quantity: 1 }]
      : []);
  const topUps = offers.topUps.filter(({ active }) => active).map(({ id, principal, gift }): Offer => ({
    id, group: "stored_value", name: t("checkout.kinds.stored_value"), words: "stored value", spelling: "chuzhi cz",
    note: gift > 0 ? t("checkout.new.topUp", { principal: money(principal), gift: money(gift) }) : t("checkout.new.topUpPlain", { principal: money(principal) }),
    item: { kind: "stored_value", principal, offer: id }, quantity: 1,
  }));
  const rewards = offers.rewards.map(({ id, item, name, points }): Offer => ({
    id, group: "reward", name, note: t("checkout.new.points.unit", { points: grouped(points) }), words: `${t("checkout.new.group.reward")} points`, spelling: `${spelled.get(item) ?? ""} jifen jf`, item: { kind: "reward", reward: id, planLine: waiting.find(({ procedure }) => procedure === item)?.planLine ?? null }, quantity: 1,
  }));
  const amounts: Offer[] = [
    { id: "stored-value", group: "stored_value", name: t("checkout.kinds.stored_value"), note: t("checkout.new.anyAmount"), words: "stored value", spelling: "chuzhi cz", item: { kind: "stored_value", principal: 0, offer: null }, quantity: 1 },
    { id: "deposit", group: "deposit", name: t("checkout.kinds.deposit"), note: t("checkout.new.anyAmount"), words: "deposit", spelling: "dingjin dj", item: { kind: "deposit", amount: 0 }, quantity: 1 },
  ];
  return [...planned, ...procedures, ...cards, ...products, ...rewards, ...topUps, ...amounts];
}

const most = 40;

/** Every word must be in it; what begins as it was typed comes first, then what has that in its name. */
export function found(offers: readonly Offer[], query: string): Offer[] {
  const asked = query.trim().toLowerCase();
  const terms = asked.split(/\s+/).filter(Boolean);
  const hits = offers.filter(({ name, note, words, spelling }) => terms.every((term) => `${name} ${note} ${words} ${spelling}`.toLowerCase().includes(term)));
  const rank = ({ name, spelling }: Offer) => {
    const called = [name.toLowerCase(), ...spelling.split(" ")];
    if (called.some((word) => word.startsWith(asked))) return 0;
    return called.some((word) => word.includes(asked)) ? 1 : 2;
  };
  return hits.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
}
