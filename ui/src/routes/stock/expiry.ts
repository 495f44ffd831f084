/** How long a batch may still be used, in words and colour; from when on that needs care the owner says in the rules. */
import type { TFunction } from "i18next";
import { useRead } from "../../api/hooks";

export interface CareDays {
  month: number;
  soon: number;
}

export interface ExpiryState {
  /** "" where it is far away. */
  words: string;
  tone: "" | "quiet" | "caution" | "danger";
}

export function expiryState(t: TFunction, daysLeft: number, { month, soon }: CareDays): ExpiryState {
  if (daysLeft < 0) return { words: t("stock.expired", { days: -daysLeft }), tone: "danger" };
  if (daysLeft === 0) return { words: t("stock.lastDay"), tone: "caution" };
  if (daysLeft <= month) return { words: t("stock.daysLeft", { days: daysLeft }), tone: "caution" };
  return daysLeft <= soon ? { words: t("stock.daysLeft", { days: daysLeft }), tone: "quiet" } : { words: "", tone: "" };
}

const asShipped: CareDays = { month: 30, soon: 90 };

export function useCareDays(): CareDays {
  const settings = useRead("clinic", "settings.all", {}).data ?? [];
  const days = (key: "expiry_month_days" | "expiry_soon_days", otherwise: number) => {
    const value = settings.find((setting) => setting.key === key)?.value;
    return typeof value === "number" ? value : otherwise;
  };
  return { month: days("expiry_month_days", asShipped.month), soon: days("expiry_soon_days", asShipped.soon) };
}
