import type { ImportField, Mapping } from "../../../api/generated";

export const importFields: readonly ImportField[] = [
  "name", "other_names", "sex", "birthday", "lunar_birthday", "phone", "wechat", "id_number", "member_number", "source", "allergy", "skin_type",
  "preferences", "tags", "guardian_name", "guardian_phone", "emergency_name", "emergency_phone", "notes", "notes_with_heading",
];

/** Several columns may hold these. */
const repeats: readonly ImportField[] = ["phone", "tags", "notes", "notes_with_heading"];

/** One column is given a field; where only one may hold it, the other gives it up. */
export function remapped(mapping: Mapping, column: number, field: ImportField | null, width: number): Mapping {
  const columns = Array.from({ length: width }, (_, index) => {
    const held = mapping.columns[index] ?? null;
    if (index === column) return field;
    return held === field && field !== null && !repeats.includes(field) ? null : held;
  });
  return { ...mapping, columns };
}
