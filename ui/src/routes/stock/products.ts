/** The catalogue's products by id, as stock asks for them. */
import { useMemo } from "react";
import type { Product, ProductId } from "../../api/generated";
import { useRead } from "../../api/hooks";

export interface Products {
  all: readonly Product[];
  loaded: boolean;
  /** Batches may be read before the catalogue is. */
  of: (id: ProductId | null) => Product;
}

const unknown: Product = {
  id: "", name: "", genericName: "", kind: "drug", deviceClass: null, manufacturer: "", registrationNumber: "", codes: [], specification: "",
  unit: "", scale: 0, packQuantity: 1, ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: null, active: true,
};

export function useProducts(): Products {
  const catalogue = useRead("catalogue", "catalogue.all", {}).data;
  return useMemo(() => {
    const all = catalogue?.products ?? [];
    const byId = new Map(all.map((product) => [product.id, product]));
    return { all, loaded: catalogue !== undefined, of: (id) => byId.get(id ?? "") ?? unknown };
  }, [catalogue]);
}
