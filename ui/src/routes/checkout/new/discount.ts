/** A discount as it is typed and as it is said. */
import type { TFunction } from "i18next";
import type { Discount } from "../../../api/generated";
import { money } from "../../../components/format";
import { readDecimal, readPrice, writeDecimal } from "../../../components/decimals";

export type DiscountKind = Discount["kind"];
export const discountKinds: readonly DiscountKind[] = ["rate", "off", "to"];

/** Ten tenths are the full price, in thousandths. */
const full = 1_000;

/** "8.8" and "88" both are 8.8 tenths, as people say it; null for what is none. */
export function readDiscount(kind: DiscountKind, text: string): Discount | null {
  if (kind !== "rate") {
    const value = readPrice(text);
    return value === null ? null : { kind, value };
  }
  const hundredths = readDecimal(text.replace("\u6298", ""), 2);
  if (hundredths === null) return null;
  if (hundredths <= full) return { kind, value: hundredths };
  return hundredths <= full * 10 && hundredths % 10 === 0 ? { kind, value: hundredths / 10 } : null;
}

function plain(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** As it would be typed again. */
export const discountText = ({ value }: Discount): string => plain(writeDecimal(value, 2));

/** 880 of a thousand are "88". */
export const percentOf = (thousandths: number): string => plain(writeDecimal(thousandths, 1));

export function discountWords(t: TFunction, discount: Discount): string {
  return t(`checkout.new.discount.shown.${discount.kind}`, { value: discount.kind === "rate" ? discountText(discount) : money(discount.value) });
}
