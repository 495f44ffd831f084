/** A course card as its form holds it, and what is wrong with its procedures as they are typed. */
import type { TFunction } from "i18next";
import type { CourseCard, CourseCardInput, ProcedureId } from "../../../api/generated";
import { readPrice, writeDecimal } from "../../../components/decimals";

export interface ItemValue {
  procedure: ProcedureId | null;
  sessions: number | null;
  giftSessions: number | null;
}

export interface CardValues {
  name: string;
  price: string;
  validDays: number | null;
  items: ItemValue[];
  active: boolean;
}

/** As Rust has them. */
export const sessionsMost = 200;
export const daysMost = 7_300;

export const noItem: ItemValue = { procedure: null, sessions: 1, giftSessions: 0 };

export function cardValues(card: CourseCard | null): CardValues {
  if (!card) return { name: "", price: "", validDays: 365, items: [noItem], active: true };
  const { name, price, validDays, items, active } = card;
  return { name, price: writeDecimal(price, 2), validDays, items, active };
}

export function cardInput(id: string | null, { name, price, validDays, items, active }: CardValues): CourseCardInput {
  return {
    id,
    name,
    price: readPrice(price) ?? 0,
    validDays,
    items: items.flatMap(({ procedure, sessions, giftSessions }) => (procedure === null ? [] : [{ procedure, sessions: sessions ?? 0, giftSessions: giftSessions ?? 0 }])),
    active,
  };
}

export function itemsProblem(t: TFunction, items: readonly ItemValue[]): string | null {
  if (items.length === 0 || items.some(({ procedure }) => procedure === null)) return t("billing.settings.itemMissing");
  if (items.some(({ sessions, giftSessions }) => (sessions ?? 0) + (giftSessions ?? 0) < 1)) return t("billing.settings.itemEmpty");
  return items.every(({ sessions }) => (sessions ?? 0) < 1) ? t("billing.settings.onlyGifts") : null;
}
