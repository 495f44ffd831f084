/** The catalogue's fields and their values in words: of its tables, its history and what an import would change. */
import type { TFunction } from "i18next";
import type { Fen, FieldChange, Procedure, Product, UsualProduct } from "../../../api/generated";
import { money } from "../../../components/format";
import { quantity } from "../../../components/decimals";
import { zh } from "../../../locales/zh";

type Field = keyof (typeof zh)["catalogue"]["fields"];
const isField = (name: string): name is Field => name in zh.catalogue.fields;

/** What a value means nothing without. */
export interface Around {
  products: readonly Product[];
  /** The unit of a product's own quantities. */
  unit: Pick<Product, "unit" | "scale">;
}

export function fieldWord(t: TFunction, field: string): string {
  return isField(field) ? t(`catalogue.fields.${field}`) : field;
}

export function priceWords(t: TFunction, price: Fen | null): string {
  return price === null ? t("catalogue.noPrice") : t("catalogue.price", { amount: money(price) });
}

export function retailWords(t: TFunction, price: Fen | null): string {
  return price === null ? t("catalogue.notSold") : t("catalogue.price", { amount: money(price) });
}

const counted = (words: readonly string[], number: number) => words[number - 1] ?? String(number);

export const levelWord = (t: TFunction, level: number): string => counted(t("catalogue.levels", { returnObjects: true }), level);
export const classWord = (t: TFunction, deviceClass: number): string => counted(t("catalogue.classes", { returnObjects: true }), deviceClass);

export function usualWords(t: TFunction, usual: readonly UsualProduct[], products: readonly Product[]): string {
  const one = ({ productId, quantity: amount }: UsualProduct) => {
    const product = products.find(({ id }) => id === productId);
    return product ? t("catalogue.usual", { name: product.name, quantity: quantity(amount, product) }) : t("catalogue.unknownProduct");
  };
  return usual.map(one).join(t("common.listGap"));
}

export function specialtyWords(t: TFunction, { specialty, level }: Pick<Procedure, "specialty" | "level">): string {
  return [t(`common.specialty.${specialty}`), level === null ? "" : levelWord(t, level)].filter(Boolean).join(" · ");
}

export function kindWords(t: TFunction, { kind, deviceClass }: Pick<Product, "kind" | "deviceClass">): string {
  return [t(`catalogue.kind.${kind}`), deviceClass === null ? "" : classWord(t, deviceClass)].filter(Boolean).join(" · ");
}

/** A value as the item itself has it, and as history keeps it. */
export function valueWords(t: TFunction, field: string, value: unknown, { products, unit }: Around): string {
  if (field === "retailPrice") return retailWords(t, typeof value === "number" ? value : null);
  if (field === "listPrice") return priceWords(t, typeof value === "number" ? value : null);
  if (value === null || value === undefined || value === "") return t("catalogue.empty");
  if (typeof value === "boolean") return t(value ? "catalogue.yes" : "catalogue.no");
  if (Array.isArray(value)) {
    if (value.length === 0) return t("catalogue.empty");
    return field === "usualProducts" ? usualWords(t, value as UsualProduct[], products) : value.join(t("common.listGap"));
  }
  if (typeof value === "number") {
    switch (field) {
      case "packQuantity": return quantity(value, unit);
      case "level": return levelWord(t, value);
      case "deviceClass": return classWord(t, value);
      case "scale": return scaleWords(t, value, unit.unit);
      case "minutes":
      case "numbingMinutes": return t("format.minutes", { minutes: value });
      case "returnIntervalDays": return t("catalogue.days", { days: value });
      case "maintenanceMonths": return t("catalogue.months", { months: value });
      default: return String(value);
    }
  }
  if (typeof value !== "string") return JSON.stringify(value);
  if (field === "specialty") return t(`common.specialty.${value as Procedure["specialty"]}`, { defaultValue: value });
  if (field === "kind") return t(`catalogue.kind.${value as Product["kind"]}`, { defaultValue: value });
  return value;
}

/** The smallest dose that so many decimals allow: "0.1 mL". */
export function scaleWords(t: TFunction, scale: number, unit: string): string {
  const step = scale === 0 ? "1" : `0.${"0".repeat(scale - 1)}1`;
  return t("catalogue.scaleOption", { step, unit }).trim();
}

export interface ChangeWords {
  field: string;
  before: string;
  after: string;
}

/** In the order of the form; an item's first words have nothing before them. */
export function changeWords(t: TFunction, changes: readonly FieldChange[], around: { before: Around; after: Around }): ChangeWords[] {
  const order = Object.keys(zh.catalogue.fields);
  return changes
    .toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field))
    .map(({ field, before, after }) => ({
      field: fieldWord(t, field),
      before: valueWords(t, field, before, around.before),
      after: valueWords(t, field, after, around.after),
    }));
}
