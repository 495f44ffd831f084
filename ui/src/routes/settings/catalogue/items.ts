/** What the catalogue's tabs hold, under the names that the address and Rust give them. */
import type { Equipment, Item, Procedure, Product, ProductKind, Specialty } from "../../../api/generated";

export const tabs = ["procedures", "products", "equipment", "rooms"] as const;
export type Tab = (typeof tabs)[number];

export const specialties: readonly Specialty[] = ["surgery", "dermatology", "dentistry", "tcm"];
export const productKinds: readonly ProductKind[] = ["drug", "device", "cosmetic"];

/** As Rust's history names them. */
export type ItemOf = { procedure: Procedure; product: Product; equipment: Equipment };
export type EditedItem = keyof ItemOf & Item;

const catalogue = "/settings/catalogue";

export const tabPath = (tab: Tab): string => `${catalogue}/${tab}`;
export const itemPath = (tab: Tab, id: string): string => `${catalogue}/${tab}/${id}`;
/** A new product that has a code already. */
export const newProductPath = (code: string): string => `${itemPath("products", "new")}?${new URLSearchParams({ code }).toString()}`;
