/** A record's sections in lines of words, for two that stand side by side. */
import type { TFunction } from "i18next";
import type { StaffId, TreatmentBody } from "../../../api/generated";
import { quantity } from "../../../components/decimals";
import type { Section } from "./body";
import { type Site, siteAt } from "./map/sites";
import type { NameSite } from "./map/points";
import type { Stand } from "./useShelf";

export function siteWords(t: TFunction, { name, side }: Site): string {
  const site = t(`treatments.sites.${name}`);
  return side === null ? site : t(`treatments.${side}`, { site });
}

export const nameSite = (t: TFunction): NameSite => (map, x, y) => siteWords(t, siteAt(map, x, y));

/** The names of what a record has ids of: today's, or those of the day when it was signed. */
export interface Names extends Pick<Stand, "productName" | "measure" | "batch" | "entitlement"> {
  staff: readonly { id: string; name: string }[];
  equipment: readonly { id: string; name: string }[];
}

export function sectionLines(t: TFunction, section: Section, body: TreatmentBody, stand: Names): string[] {
  const lines = linesOf(t, section, body, stand).map((line) => line.trim()).filter((line) => line !== "");
  return lines.length > 0 ? lines : [t("treatments.empty")];
}

const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null && part !== "").join(" · ");

function linesOf(t: TFunction, section: Section, body: TreatmentBody, stand: Names): string[] {
  const staff = (id: StaffId | null) => stand.staff.find((member) => member.id === id)?.name ?? "";
  switch (section) {
    case "doctor": return [staff(body.doctor)];
    case "assistants": return body.assistants.map(staff);
    case "indication":
    case "course":
    case "reactions":
    case "advice": return body[section].split("\n");
    case "nextOn": return [body.nextOn ?? ""];
    case "anaesthesia": {
      const { method, minutes, note } = body.anaesthesia;
      const word = t(`treatments.anaesthesia.methods.${method}`);
      return [method === "none" && note === "" ? word : t("treatments.anaesthesia.words", { method: word, minutes, note })];
    }
    case "uses": return body.uses.map((use) => joined(use.site, stand.productName(use.product), stand.batch(use.batch)?.lot ?? "", quantity(use.quantity, stand.measure(use.product)), use.depth));
    case "energy": return body.energy.map((row) => joined(stand.equipment.find(({ id }) => id === row.equipment)?.name ?? "", row.site, row.spot, row.fluence, t("treatments.energy.pulsesWords", { pulses: row.pulses }), row.depth, row.other));
    case "funding": return [body.funding.kind === null ? "" : joined(t(`treatments.funding.kinds.${body.funding.kind}`), stand.entitlement(body.funding.entitlement), body.funding.reason)];
    case "prescription": return body.prescription.map((line) => joined(stand.productName(line.product), quantity(line.quantity, stand.measure(line.product)), line.route, line.dose, line.frequency, t("treatments.prescription.daysWords", { days: line.days })));
  }
}
