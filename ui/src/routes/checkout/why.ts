/** How a price came about, in words: from the list to what is paid. */
import type { TFunction } from "i18next";
import type { Fen, QuotedLine, SaleLine } from "../../api/generated";
import { money } from "../../components/format";
import { rateParts } from "../billing/tiers/words";
import { timesText } from "../settings/points/ruleValues";

type Line = Pick<QuotedLine, "kind" | "quantity" | "listPrice" | "reductions"> & Pick<SaleLine, "price">;

export function whyWords(t: TFunction, { kind, quantity, listPrice, reductions, price }: Line): string {
  // Money has no list.
  if (kind === "stored_value" || kind === "deposit") return "";
  const all = reductions.reduce((sum, { amount }) => sum + amount, price);
  const list = quantity === 1 || listPrice * quantity !== all ? t("checkout.new.why.list", { amount: money(all) }) : t("checkout.new.why.listOf", { price: money(listPrice), count: quantity, amount: money(all) });
  return [list, ...reductions.map(({ kind: reduced, amount, name, rate }) => t(`checkout.new.why.${reduced}`, { amount: money(amount), name, ...rateParts(rate) }))].join(" · ");
}

/** What the line earns, where it is not what others do; "" else. */
export function earnsWords(t: TFunction, { multiplier, multipliedBy }: Pick<SaleLine, "multiplier" | "multipliedBy">): string {
  if (multipliedBy === "excluded") return t("checkout.new.points.excluded");
  return multipliedBy === null || multipliedBy === "plain" ? "" : t(`checkout.new.points.why.${multipliedBy}`, { times: timesText(multiplier) });
}

/** What of the list is paid with points instead of money. */
export const forPoints = (lines: readonly Pick<SaleLine, "reductions">[]): Fen => lines.flatMap(({ reductions }) => reductions).reduce((sum, { kind, amount }) => sum + (kind === "reward" ? amount : 0), 0);
