import type { ImportField, ImportPreview, Mapping, PreviewRow } from "../../../api/generated";
import type { ClientWords } from "../words";

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

const shown = 3;

/** What the first rows hold for a field, as they were read. */
export function samples(preview: ImportPreview, field: ImportField | null, words: ClientWords, sexWord: (row: PreviewRow) => string): string[] {
  const of = (row: PreviewRow): string => {
    switch (field) {
      case "name": return row.name;
      case "sex": return sexWord(row);
      case "birthday":
      case "lunar_birthday": return row.birthday ? words.birthday(row.birthday) : "";
      case "phone": return row.phones.join(", ");
      case "id_number": return row.idNumber ?? "";
      case "member_number": return row.memberNumber ?? "";
      case "source": return row.source ?? "";
      case "tags": return row.tags.join(", ");
      case "notes":
      case "notes_with_heading": return row.notes;
      default: return "";
    }
  };
  return [...new Set(preview.rows.map(of).filter((text) => text !== ""))].slice(0, shown);
}
