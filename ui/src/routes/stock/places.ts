/** What stands where in the address of the stock. */
import type { BatchId, DeliveryId } from "../../api/generated";
import { useMay } from "../../app/session";

export const tabs = ["onhand", "deliveries", "count", "vials", "suppliers"] as const;
export type Tab = (typeof tabs)[number];

const needs = { onhand: "see_stock", deliveries: "see_stock", count: "keep_stock", vials: "use_vials", suppliers: "keep_stock" } as const;

/** Those the person who is signed in may open. */
export function useTabs(): readonly Tab[] {
  const may = useMay();
  return tabs.filter((tab) => may(needs[tab]));
}

export const tabPath = (tab: Tab): string => (tab === "onhand" ? "/stock" : `/stock/${tab}`);
export const batchPath = (id: BatchId): string => `/stock/onhand/${id}`;
export const deliveryPath = (id: DeliveryId): string => `/stock/deliveries/${id}`;
export const supplierPath = (id: string): string => `/stock/suppliers/${id}`;
export const receivePath = "/stock/receive";
