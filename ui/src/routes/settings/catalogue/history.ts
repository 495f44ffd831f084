/** An item's edits, each with what its quantities were counted in then: decimals and units change as well. */
import type { CatalogueEdit, FieldChange, Product } from "../../../api/generated";

export type Unit = Pick<Product, "unit" | "scale">;

export interface DatedEdit extends CatalogueEdit {
  /** The first, which made it. */
  made: boolean;
  unitBefore: Unit;
  unitAfter: Unit;
}

const before = (changes: readonly FieldChange[], field: string): unknown => changes.find((change) => change.field === field)?.before;

/** From the latest back; `now` is the item as it stands. */
export function dated(edits: readonly CatalogueEdit[], now: Unit): DatedEdit[] {
  let unitAfter = now;
  return edits.map((edit) => {
    const { changes } = edit;
    const unit = before(changes, "unit");
    const scale = before(changes, "scale");
    const unitBefore: Unit = { unit: typeof unit === "string" ? unit : unitAfter.unit, scale: typeof scale === "number" ? scale : unitAfter.scale };
    const one: DatedEdit = { ...edit, made: before(changes, "name") === null, unitBefore, unitAfter };
    unitAfter = unitBefore;
    return one;
  });
}

/** The fields of an edit as they were before it: a quantity of then comes with its decimals. */
export function fieldsBefore({ changes, unitBefore }: DatedEdit, now: Unit): Record<string, unknown> {
  const fields = Object.fromEntries(changes.map((change) => [change.field, change.before]));
  return "packQuantity" in fields && unitBefore.scale !== now.scale ? { ...fields, scale: unitBefore.scale } : fields;
}
