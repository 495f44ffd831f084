/** A record's sections, and what becomes of them where two people saved: nothing is lost, each difference is chosen. */
import type { TreatmentBody } from "../../../api/generated";

export type Section = keyof TreatmentBody;

/** In the order in which they are shown. */
export const sections: readonly Section[] = ["doctor", "assistants", "indication", "anaesthesia", "uses", "energy", "course", "reactions", "advice", "nextOn", "funding", "prescription"];

export type Rest = Omit<TreatmentBody, "uses">;

/** As it stood when it was read, and which saving that was. */
export interface Base {
  savedAt: number;
  body: TreatmentBody;
}

/** What is typed and not saved, with what it was typed over. */
export interface RecordDraft {
  base: Base;
  body: TreatmentBody;
}

/** Blanks around a text are no difference: they are not kept. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one === "string" && typeof other === "string") return one.trim() === other.trim();
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, index) => same(item, other[index]));
  if (isRecord(one) && isRecord(other)) return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
  return one === other;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

export type Side = "mine" | "theirs";

export interface Difference {
  section: Section;
  changedBy: Side | "both";
}

/** Where the two differ, and who of them changed it since both began. */
export function differencesOf(base: TreatmentBody, mine: TreatmentBody, theirs: TreatmentBody): Difference[] {
  return sections
    .filter((section) => !same(mine[section], theirs[section]))
    .map((section) => {
      if (same(base[section], mine[section])) return { section, changedBy: "theirs" };
      return { section, changedBy: same(base[section], theirs[section]) ? "mine" : "both" };
    });
}

export function merged(mine: TreatmentBody, theirs: TreatmentBody, chosen: ReadonlyMap<Section, Side>): TreatmentBody {
  const from = (section: Section) => (chosen.get(section) === "theirs" ? theirs : mine);
  return {
    doctor: from("doctor").doctor,
    assistants: from("assistants").assistants,
    indication: from("indication").indication,
    anaesthesia: from("anaesthesia").anaesthesia,
    uses: from("uses").uses,
    energy: from("energy").energy,
    course: from("course").course,
    reactions: from("reactions").reactions,
    advice: from("advice").advice,
    nextOn: from("nextOn").nextOn,
    funding: from("funding").funding,
    prescription: from("prescription").prescription,
  };
}

/** Last time's record under today's: who is here, what came of it, what pays and what is prescribed stay today's. */
export function asLastTime(now: TreatmentBody, last: TreatmentBody): TreatmentBody {
  return {
    ...last,
    doctor: now.doctor ?? last.doctor,
    assistants: now.assistants.length > 0 ? now.assistants : last.assistants,
    reactions: now.reactions,
    funding: now.funding,
    prescription: now.prescription,
  };
}
