/** Methods, lines and what was sold, in words. */
import type { TFunction } from "i18next";
import type { LineKind, ProcedureId, ProductId, SaleHead, SaleItem } from "../../api/generated";
import { grouped } from "../../components/format";

/** What the owner calls a method; a shipped one without such a name has its own in each language. */
export function methodName(t: TFunction, { code, method, name }: { code?: string; method?: string; name: string }): string {
  if (name !== "") return name;
  const of = code ?? method ?? "";
  return t(`checkout.methods.${of}` as "checkout.methods.cash", { defaultValue: of });
}

/** What a line sold; money has no name of its own. */
export function lineName(t: TFunction, { kind, name }: { kind: LineKind; name: string }): string {
  if (name !== "") return name;
  return kind === "stored_value" || kind === "deposit" ? t(`checkout.kinds.${kind}`) : "";
}

/** What a sale sold, in one line. */
export function soldWords(t: TFunction, { names, lines }: Pick<SaleHead, "names" | "lines">): string {
  // Where a line has no name, Rust gives its kind.
  const words = names.map((name) => (name === "stored_value" || name === "deposit" ? t(`checkout.kinds.${name}`) : name)).join(t("common.listGap"));
  return lines > names.length ? t("checkout.andMore", { words, count: lines }) : words;
}

interface Named {
  id: string;
  name: string;
}

export interface Shelf {
  rewards: readonly Named[];
  procedures: readonly (Named & { id: ProcedureId })[];
  products: readonly (Named & { id: ProductId })[];
  cards: readonly Named[];
}

/** What a line would sell, by the names of today. */
export function itemName(t: TFunction, item: SaleItem, { procedures, products, cards, rewards }: Shelf): string {
  const named = (all: readonly Named[], id: string) => all.find((other) => other.id === id)?.name ?? t("checkout.gone");
  switch (item.kind) {
    case "procedure": return named(procedures, item.procedure);
    case "product": return named(products, item.product);
    case "card": return named(cards, item.card);
    case "reward": return named(rewards, item.reward);
    case "stored_value":
    case "deposit": return t(`checkout.kinds.${item.kind}`);
  }
}

/** What a sale brought and took of points; "" where neither. */
export function pointsWords(t: TFunction, { earned, redeemed }: { earned: number; redeemed: number }): string {
  return [
    earned > 0 ? t("checkout.sale.points.earned", { points: grouped(earned) }) : "",
    redeemed > 0 ? t("checkout.sale.points.redeemed", { points: grouped(redeemed) }) : "",
  ].filter(Boolean).join(" \u00b7 ");
}
