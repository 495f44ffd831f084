/** Tiers in words. */
import type { TFunction } from "i18next";
import type { NextTier, ProcedureId, TierCause, TierFall, TierName, TierRule, TierTurn } from "../../../api/generated";
import { money } from "../../../components/format";
import { discountText, percentOf } from "../../checkout/new/discount";

/** The full price, in thousandths. */
const full = 1_000;
/** So many procedures are named; of more it is said how many there are. */
const namedMost = 6;

export const nameOf = (t: TFunction, tier: TierName | null): string => tier?.name ?? t("tiers.none");

/** 880 of a thousand are paid: 8.8 tenths, 12 of a hundred off. */
export const rateParts = (rate: number) => ({ tenths: discountText({ kind: "rate", value: rate }), off: percentOf(full - rate) });

export function nextWords(t: TFunction, { tier, window, missing }: NextTier): string {
  return missing === 0 ? t("tiers.next.first", { tier: tier.name }) : t(`tiers.next.${window}`, { tier: tier.name, missing: money(missing) });
}

export function fallWords(t: TFunction, { on, to, missing, cause }: Pick<TierFall, "on" | "to" | "missing" | "cause">): string {
  const why = cause.kind === "grant_ended" ? t("tiers.fall.granted") : cause.kind === "scheme" ? t("tiers.fall.scheme") : "";
  const falls = why + (to === null ? t("tiers.fall.none", { day: on }) : t("tiers.fall.to", { day: on, tier: to.name }));
  return missing === null ? falls : `${falls}${t("tiers.fall.keep", { missing: money(missing) })}`;
}

export function causeWords(t: TFunction, cause: TierCause): string {
  switch (cause.kind) {
    case "paid":
    case "executed":
    case "voided":
    case "refund": return t(`tiers.cause.${cause.kind}`, { number: cause.number });
    case "granted": return t("tiers.cause.granted", { reason: cause.reason });
    default: return t(`tiers.cause.${cause.kind}`);
  }
}

/** What a refund makes of the tier. */
export const turnWords = (t: TFunction, { from, to }: TierTurn): string => (to === null ? t("tiers.refund.none") : t("tiers.refund.to", { from: nameOf(t, from), to: to.name }));

/** "" where a tier lowers no price. */
export function discountWords(t: TFunction, rule: TierRule, procedure: (id: ProcedureId) => string): string {
  if (rule.rate >= full) return "";
  const what = [rule.allProcedures ? t("tiers.gives.allProcedures") : proceduresWords(t, rule, procedure), rule.cards ? t("tiers.gives.cards") : "", rule.products ? t("tiers.gives.products") : ""].filter(Boolean);
  return what.length === 0 ? "" : t("tiers.gives.discount", { what: what.join(t("common.listGap")), ...rateParts(rule.rate) });
}

function proceduresWords(t: TFunction, { procedures }: TierRule, procedure: (id: ProcedureId) => string): string {
  const known = procedures.map(procedure).filter(Boolean);
  if (procedures.length === 0) return "";
  if (known.length === 0) return t("tiers.gives.some", { count: procedures.length });
  const names = known.slice(0, namedMost).join(t("common.listGap"));
  return procedures.length > known.length || known.length > namedMost ? t("tiers.gives.more", { names, count: procedures.length }) : names;
}

/** Of what a tier lowers, what no higher one lowers as far: the rest need not be said. */
export function lowersMore(rule: TierRule, higher: readonly TierRule[]): TierRule {
  const asFar = higher.filter(({ rate }) => rate <= rule.rate);
  const all = asFar.some(({ allProcedures }) => allProcedures);
  return {
    ...rule,
    allProcedures: rule.allProcedures && !all,
    procedures: all ? [] : rule.procedures.filter((id) => !asFar.some(({ procedures }) => procedures.includes(id))),
    cards: rule.cards && !asFar.some(({ cards }) => cards),
    products: rule.products && !asFar.some(({ products }) => products),
  };
}
