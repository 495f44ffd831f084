/** How a price came about, in words: from the list to what is paid. */
import type { TFunction } from "i18next";
import type { QuotedLine, SaleLine } from "../../api/generated";
import { money } from "../../components/format";
import { rateParts } from "../billing/tiers/words";

type Line = Pick<QuotedLine, "kind" | "quantity" | "listPrice" | "reductions"> & Pick<SaleLine, "price">;

export function whyWords(t: TFunction, { kind, quantity, listPrice, reductions, price }: Line): string {
  // Money has no list.
  if (kind === "stored_value" || kind === "deposit") return "";
  const all = reductions.reduce((sum, { amount }) => sum + amount, price);
  const list = quantity === 1 || listPrice * quantity !== all ? t("checkout.new.why.list", { amount: money(all) }) : t("checkout.new.why.listOf", { price: money(listPrice), count: quantity, amount: money(all) });
  return [list, ...reductions.map(({ kind: reduced, amount, name, rate }) => t(`checkout.new.why.${reduced}`, { amount: money(amount), name, ...rateParts(rate) }))].join(" · ");
}
