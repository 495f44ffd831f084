/** The settings' sections; everybody may look at all but the opening balances, and Rust says who changes what. */
import type { Permission } from "../../api/generated";
import { useMay } from "../../app/session";

const sections = ["me", "clinic", "rules", "catalogue", "billing", "tiers", "points", "openings", "scanner", "about"] as const;
export type Section = (typeof sections)[number];

const needs: Partial<Record<Section, Permission>> = { openings: "open_balances" };

/** Those that the person may look at. */
export function useSections(): readonly Section[] {
  const may = useMay();
  return sections.filter((section) => may(needs[section] ?? null));
}

/** Those that have the window's height to themselves, and scroll within. */
export const fills = (section: Section): boolean => section === "catalogue" || section === "openings";
