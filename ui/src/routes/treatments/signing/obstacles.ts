/** What stands against a signature, in words, by kind, and where in the record each is mended. */
import type { TFunction } from "i18next";
import type { Obstacle, ObstacleCode, Specialty } from "../../../api/generated";
import { zh } from "../../../locales/zh";

const isKnown = (code: string): code is ObstacleCode => code in zh.signing.obstacles;
const isSpecialty = (about: string): about is Specialty => about in zh.common.specialty;

/** What is newer than the words stands as it came. */
export function obstacleWords(t: TFunction, code: string, about: string): string {
  // Of a sale, where it is passed over with a reason as well.
  if (code === "no_plan") return t("signing.overrides.noPlan");
  if (!isKnown(code)) return [code, about].filter(Boolean).join(" ");
  // Rust names specialties by their codes.
  const named = code === "not_registered" && isSpecialty(about) ? t(`common.specialty.${about}`) : about;
  return t(`signing.obstacles.${code}.what`, { about: named });
}

export interface Kind {
  code: ObstacleCode;
  overridable: boolean;
  abouts: readonly string[];
}

/** A reason is given for each kind, however many things it is about. */
export function kindsOf(obstacles: readonly Obstacle[]): Kind[] {
  const kinds = new Map<ObstacleCode, Kind>();
  for (const { code, about, overridable } of obstacles) kinds.set(code, { code, overridable, abouts: [...(kinds.get(code)?.abouts ?? []), about] });
  return [...kinds.values()];
}

export type Place = "doctor" | "uses" | "funding";

const funding: readonly ObstacleCode[] = ["no_funding", "no_funding_reason", "no_entitlement", "entitlement_expired", "entitlement_used_up"];

export function placeOf(code: ObstacleCode): Place {
  if (code === "no_doctor" || code === "not_a_doctor") return "doctor";
  return funding.includes(code) ? "funding" : "uses";
}

/** Brings a part of the record into view, and the focus to its first field. */
export function goTo(place: Place): void {
  // After the dialog has given the focus back.
  window.setTimeout(() => {
    const part = document.querySelector<HTMLElement>(`[data-place="${place}"]`);
    part?.scrollIntoView({ block: "nearest" });
    const fields = [...(part?.querySelectorAll<HTMLElement>("input, textarea, [role=radio]") ?? [])];
    (fields.find(({ tabIndex }) => tabIndex >= 0) ?? part)?.focus();
  }, 0);
}
