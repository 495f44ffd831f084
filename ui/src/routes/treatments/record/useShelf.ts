/** What a record can be made of: products, batches that may be used, the procedure's usual products, and the names of batches that no longer may. */
import { useMemo } from "react";
import type { BatchId, Equipment, ProcedureId, Product, StaffMember } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { type Shelf, choiceOf, productOf } from "./map/proposal";

export interface Stand extends Shelf {
  staff: readonly StaffMember[];
  equipment: readonly Equipment[];
  /** "" while nothing is known of it. */
  productName: (id: string) => string;
  measure: (id: string) => Pick<Product, "unit" | "scale">;
  batch: (id: BatchId | null) => { lot: string; expiresOn: string } | null;
}

const none: readonly never[] = [];
const unknown = { unit: "", scale: 0 };

export function useShelf(procedure: ProcedureId, batches: readonly (BatchId | null)[]): Stand {
  const catalogue = useRead("catalogue", "catalogue.all", {}).data;
  const staff = useRead("staff", "staff.all", {}).data ?? none;
  // What is on hand is the stock's.
  const read = useRead("stock", "treatments.choices", {});
  const choices = read.data ?? none;
  const missing = read.isSuccess && batches.some((id) => id !== null && choiceOf({ choices, products: none, usual: none }, id) === undefined);
  const all = useRead("stock", "stock.batches", { usedUp: true }, { enabled: missing }).data ?? none;
  return useMemo(() => {
    const shelf: Shelf = {
      products: catalogue?.products ?? none,
      choices,
      usual: catalogue?.procedures.find(({ id }) => id === procedure)?.usualProducts ?? none,
    };
    return {
      ...shelf,
      staff,
      equipment: catalogue?.equipment ?? none,
      productName: (id) => productOf(shelf, id)?.name ?? "",
      measure: (id) => productOf(shelf, id) ?? unknown,
      batch: (id) => choiceOf(shelf, id) ?? all.find((batch) => batch.id === id) ?? null,
    };
  }, [catalogue, choices, all, staff, procedure]);
}
