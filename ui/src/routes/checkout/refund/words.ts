/** A refund in words: its things, its working, and what will happen once it is confirmed. */
import type { TFunction } from "i18next";
import type { Fen, LineKind, PointsTurn, QuotedPart, QuotedWay, RefundQuote, RefundStep, Refundable } from "../../../api/generated";
import { writeDecimal } from "../../../components/decimals";
import { grouped, money } from "../../../components/format";
import { cash, isKeptHere, storedValue } from "../new/payments";
import { lineName } from "../words";
import { type RefundDraft, type ThingDraft, holds, isTaken, keyOf, partInput, untouched } from "./draft";

export function thingName(t: TFunction, { item, kind, name }: Pick<Refundable, "item" | "kind" | "name">): string {
  return item.kind === "line" ? lineName(t, { kind, name }) : t(`refunds.${item.kind}`);
}

/** Signed as the working has it. */
export const signed = (amount: Fen): string => (amount < 0 ? `\u2212${money(-amount)}` : money(amount));

/** One step of the working. The kind is that of what it works on; null for interest. */
export function stepWords(t: TFunction, { kind, name, count, of, price, rate, amount }: RefundStep, line: LineKind | null): string {
  switch (kind) {
    case "prepaid":
    case "refunded_before":
    case "by_hand": return t(`refunds.step.${kind}`);
    case "used_at_paid":
    case "used_at_list":
      if (line !== null && holds({ kind: line }) === "money") return t(kind === "used_at_paid" ? "refunds.step.money_at_paid" : "refunds.step.money_at_list", { price: money(price) });
      return count > 0 ? t(`refunds.step.${kind}`, { name, count, price: money(price) }) : t("refunds.step.used");
    case "gift_used": return t("refunds.step.gift_used", { name, count });
    case "bound": return t(amount > 0 ? "refunds.step.floor" : "refunds.step.ceiling");
    case "part": {
      const what = line === null ? "money" : holds({ kind: line });
      return t(`refunds.step.part.${what === "money" || count > 0 ? what : "nothing"}`, { count, of });
    }
    case "interest": return t("refunds.step.interest", { price: money(price), rate: writeDecimal(rate, 2), count });
  }
}

/** What goes back of a thing: sessions by their names, packs, money. */
function partWords(t: TFunction, thing: Refundable, typed: ThingDraft, { amount, pots }: Pick<QuotedPart, "amount" | "pots">): string[] {
  const name = thingName(t, thing);
  if (!isTaken(thing, typed)) return [t("refunds.confirm.amountOnly", { name })];
  switch (holds(thing)) {
    case "sessions": return thing.entitlements.flatMap(({ id, name: procedure, gift }) => {
      const count = typed.sessions[id] ?? 0;
      return count > 0 ? [t(gift ? "refunds.confirm.gift" : "refunds.confirm.sessions", { name: procedure, count })] : [];
    });
    case "packs": return [t("refunds.confirm.packs", { name, count: typed.packs })];
    case "money": {
      const [principal, gift] = pots;
      return [gift > 0 ? t("refunds.confirm.moneyGift", { name, amount: money(amount), principal: money(principal), gift: money(gift) }) : `${name} ${money(amount)}`];
    }
  }
}

/** Ways that say the same are one. */
function wayWords(t: TFunction, quote: RefundQuote, methodOf: (code: string) => string): string[] {
  const said = new Map<string, Fen>();
  const say = (key: "back" | "cash" | "other" | "stays", method: string, amount: Fen) => { said.set(`${key} ${method}`, (said.get(`${key} ${method}`) ?? 0) + amount); };
  for (const way of quote.ways) say(keyOfWay(way, quote), way.method, way.amount);
  return [...said].map(([what, amount]) => {
    const [key = "other", method = ""] = what.split(" ");
    return t(`refunds.confirm.${key as "back"}`, { amount: money(amount), method: methodOf(method) });
  });
}

function keyOfWay({ payment, method, back }: QuotedWay, { payments }: RefundQuote): "back" | "cash" | "other" | "stays" {
  if (back) return "back";
  if (method === storedValue) return "stays";
  if (method === cash) return "cash";
  return payments.some(({ id, method: paidBy }) => id === payment && paidBy === method) ? "back" : "other";
}

/** What of it is handed over in cash. */
export function cashOf({ ways }: RefundQuote, interest: Fen, interestMethod: string | null): Fen {
  return ways.reduce((all, { method, amount }) => all + (method === cash ? amount : 0), interestMethod === cash ? interest : 0);
}

/** Said before it is done, in the words of the domain. */
export function confirmWords(t: TFunction, quote: RefundQuote, values: RefundDraft, interest: { amount: Fen; method: string } | null, methodOf: (code: string) => string): string {
  const chosen = quote.refundable.flatMap((thing) => {
    const typed = values.things[keyOf(thing.item)] ?? untouched;
    const part = quote.parts.find(({ item }) => keyOf(item) === keyOf(thing.item));
    return part && partInput(thing, typed) ? [{ thing, typed, part }] : [];
  });
  const gap = t("common.listGap");
  const what = chosen.flatMap(({ thing, typed, part }) => partWords(t, thing, typed, part)).join(gap);
  const ways = wayWords(t, quote, methodOf).join(gap);
  const goods = chosen.flatMap(({ thing, typed }) => (holds(thing) === "packs" && typed.packs > 0 ? [t(`refunds.confirm.${typed.goods}`, { name: thingName(t, thing), count: typed.packs })] : []));
  return [
    ways === "" ? t("refunds.confirm.whatOnly", { what }) : t("refunds.confirm.what", { what, ways }),
    ...goods,
    quote.offDebt > 0 ? t("refunds.confirm.offDebt", { amount: money(quote.offDebt) }) : "",
    interest ? t("refunds.confirm.interest", { amount: money(interest.amount), method: methodOf(interest.method) }) : "",
  ].join("").trim();
}

export const isOutside = (code: string): boolean => !isKeptHere(code);

/** What becomes of points: taken, given back, and what of it is spent already. `agreed`: people decided on another amount. */
export function pointsTurnWords(t: TFunction, { taken, returned, gained, short, worth, referrer }: PointsTurn, agreed: boolean): string {
  const moves = [
    taken > 0 ? t("refunds.points.taken", { points: grouped(taken) }) : "",
    returned > 0 ? t("refunds.points.returned", { points: grouped(returned) }) : "",
    gained > 0 ? t("refunds.points.gained", { points: grouped(gained) }) : "",
    referrer ? t("refunds.points.referrer", { name: referrer.client.name, points: grouped(referrer.points) }) : "",
  ].filter(Boolean).join(t("common.listGap"));
  if (short === 0) return moves;
  const points = grouped(short);
  if (agreed) return moves + t("refunds.points.shortAgreed", { points });
  return moves + (worth === null ? t("refunds.points.short", { points }) : t("refunds.points.shortWorth", { points, worth: money(worth) }));
}
