/** The item that the address opens, with its editor. */
import { useTranslation } from "react-i18next";
import type { Catalogue } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { EquipmentEditor } from "./EquipmentEditor";
import type { Opened } from "./ItemDrawer";
import { ProcedureEditor } from "./ProcedureEditor";
import { ProductEditor } from "./ProductEditor";
import type { Tab } from "./items";

const none = { unit: "", scale: 0 };

export function useOpened(catalogue: Catalogue, loaded: boolean, tab: Tab, id: string, code: string | null): Opened | null {
  const { t } = useTranslation();
  const may = useMay();
  const { procedures, products, equipment } = catalogue;
  const isNew = id === "new";
  if (id === "" || tab === "rooms" || !loaded) return null;
  const manages = may("manage_clinic");
  const editsProducts = may("edit_products");
  const key = isNew ? null : id;
  const title = (item: { name: string } | undefined) => item?.name ?? t(`catalogue.add.${tab}`);
  if (tab === "procedures") {
    const procedure = procedures.find((other) => other.id === id);
    if (!procedure && !(isNew && manages)) return null;
    return { item: "procedure", id: key, title: title(procedure), editable: manages, unit: none, editor: (props) => <ProcedureEditor procedure={procedure ?? null} products={products} {...props} /> };
  }
  if (tab === "products") {
    const product = products.find((other) => other.id === id);
    if (!product && !(isNew && editsProducts)) return null;
    return { item: "product", id: key, title: title(product), editable: editsProducts, unit: product ?? none, editor: (props) => <ProductEditor key={code} product={product ?? null} products={products} code={code} {...props} /> };
  }
  const piece = equipment.find((other) => other.id === id);
  if (!piece && !(isNew && manages)) return null;
  return { item: "equipment", id: key, title: title(piece), editable: manages, unit: none, editor: (props) => <EquipmentEditor piece={piece ?? null} {...props} /> };
}
