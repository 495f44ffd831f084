/** What a record can be made of: products, batches that may be used, the procedure's usual products, and the names of batches that no longer may. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { BatchId, EntitlementId, Equipment, Product, StaffMember, Treatment, TreatmentBody } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { boughtWords, useAllEntitlements } from "../../billing/entitlements";
import { type Shelf, choiceOf, productOf } from "./map/proposal";

export interface Stand extends Shelf {
  staff: readonly StaffMember[];
  equipment: readonly Equipment[];
  /** "" while nothing is known of it. */
  productName: (id: string) => string;
  measure: (id: string) => Pick<Product, "unit" | "scale">;
  batch: (id: BatchId | null) => { lot: string; expiresOn: string } | null;
  /** What is redeemed; "" while nothing is known of it. */
  entitlement: (id: EntitlementId | null) => string;
}

const none: readonly never[] = [];
const unknown = { unit: "", scale: 0 };

export function useShelf({ client, procedure: { id: procedure } }: Treatment, { uses, funding }: TreatmentBody): Stand {
  const { t } = useTranslation();
  const catalogue = useRead("catalogue", "catalogue.all", {}).data;
  const staff = useRead("staff", "staff.all", {}).data ?? none;
  // What is on hand is the stock's.
  const read = useRead("stock", "treatments.choices", {});
  const choices = read.data ?? none;
  const missing = read.isSuccess && uses.some(({ batch: id }) => id !== null && choiceOf({ choices, products: none, usual: none }, id) === undefined);
  const all = useRead("stock", "stock.batches", { usedUp: true }, { enabled: missing }).data ?? none;
  const bought = useAllEntitlements(client.id, funding.entitlement !== null).data ?? none;
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
      entitlement: (id) => boughtWords(t, bought, id),
    };
  }, [t, catalogue, choices, all, bought, staff, procedure]);
}
