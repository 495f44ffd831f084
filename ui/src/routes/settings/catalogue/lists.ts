/** What each tab's search looks at, and the chips that narrow it. */
import { useTranslation } from "react-i18next";
import type { Equipment, Procedure, Product } from "../../../api/generated";
import type { Chip } from "./ItemList";
import { productKinds, specialties } from "./items";
import { usualWords } from "./words";

interface ListOf<Kind> {
  chips: Chip<Kind>[];
  words: (item: Kind) => string;
}

export function useProcedureList(products: readonly Product[]): ListOf<Procedure> {
  const { t } = useTranslation();
  return {
    chips: specialties.map((specialty) => ({ key: specialty, label: t(`common.specialty.${specialty}`), of: (procedure) => procedure.specialty === specialty })),
    words: ({ name, standardName, usualProducts }) => `${name} ${standardName} ${usualWords(t, usualProducts, products)}`,
  };
}

export function useProductList(): ListOf<Product> {
  const { t } = useTranslation();
  return {
    chips: [
      ...productKinds.map((kind) => ({ key: kind, label: t(`catalogue.kind.${kind}`), of: (product: Product) => product.kind === kind })),
      { key: "toxin", label: t("catalogue.fields.toxin"), of: ({ toxin }) => toxin, narrows: true },
    ],
    words: ({ name, genericName, manufacturer, registrationNumber, specification, codes }) => [name, genericName, manufacturer, registrationNumber, specification, ...codes].join(" "),
  };
}

export function useEquipmentList(): ListOf<Equipment> {
  return { chips: [], words: ({ name, model, serialNumber, manufacturer, registrationNumber }) => [name, model, serialNumber, manufacturer, registrationNumber].join(" ") };
}
