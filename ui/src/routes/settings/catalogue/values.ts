/**
 * The catalogue's items as their forms hold them. Amounts are kept as they are typed and become whole numbers when
 * they are sent, so that a draft gives back what was written and nothing is rounded on the way.
 */
import type { Equipment, EquipmentInput, Fen, Procedure, ProcedureInput, Product, ProductInput, ProductKind, Specialty } from "../../../api/generated";
import { readDecimal, readPrice, writeDecimal } from "../../../components/decimals";

export interface UsualValue {
  productId: string | null;
  quantity: string;
}

type Typed<Item, Field extends keyof Item, Value> = Omit<Item, "id" | Field> & Record<Field, Value>;

export type ProcedureValues = Omit<Procedure, "id" | "specialty" | "listPrice" | "minutes" | "numbingMinutes" | "usualProducts"> & {
  specialty: Specialty | null;
  listPrice: string;
  minutes: number | null;
  numbingMinutes: number | null;
  usualProducts: UsualValue[];
};
export type ProductValues = Omit<Typed<Product, "packQuantity" | "retailPrice", string>, "kind"> & { kind: ProductKind | null };
export type EquipmentValues = Omit<Equipment, "id">;

function withoutId<Item extends { id: string }>(item: Item): Omit<Item, "id"> {
  const same: Partial<Item> = { ...item };
  delete same.id;
  return same as Omit<Item, "id">;
}

const scaleOf = (products: readonly Product[], id: string | null) => products.find((product) => product.id === id)?.scale ?? 0;

const priceValue = (price: Fen | null) => (price === null ? "" : writeDecimal(price, 2));
const priceInput = (typed: string) => (typed.trim() === "" ? null : readPrice(typed));

const noProcedure: ProcedureValues = {
  name: "", standardName: "", specialty: null, level: null, listPrice: "", minutes: null, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active: true,
};

export function procedureValues(procedure: Procedure | null, products: readonly Product[]): ProcedureValues {
  if (!procedure) return noProcedure;
  const { listPrice, usualProducts } = procedure;
  return {
    ...withoutId(procedure),
    listPrice: priceValue(listPrice),
    usualProducts: usualProducts.map(({ productId, quantity }) => ({ productId, quantity: writeDecimal(quantity, scaleOf(products, productId)) })),
  };
}

export function procedureInput(id: string | null, values: ProcedureValues, products: readonly Product[]): ProcedureInput {
  return {
    ...values,
    id,
    specialty: values.specialty ?? "dermatology",
    level: values.specialty === "surgery" ? values.level : null,
    listPrice: priceInput(values.listPrice),
    minutes: values.minutes ?? 0,
    numbingMinutes: values.numbingMinutes ?? 0,
    usualProducts: values.usualProducts.flatMap(({ productId, quantity }) => {
      const amount = readDecimal(quantity, scaleOf(products, productId));
      return productId === null || amount === null ? [] : [{ productId, quantity: amount }];
    }),
  };
}

const noProduct: ProductValues = {
  name: "", genericName: "", kind: null, deviceClass: null, manufacturer: "", registrationNumber: "", codes: [], specification: "", unit: "", scale: 0, packQuantity: "", ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: "", active: true,
};

/** `code` is what a scan found that no product has. */
export function productValues(product: Product | null, code: string | null): ProductValues {
  if (!product) return code === null ? noProduct : { ...noProduct, codes: [code] };
  return { ...withoutId(product), packQuantity: writeDecimal(product.packQuantity, product.scale), retailPrice: priceValue(product.retailPrice) };
}

export function productInput(id: string | null, values: ProductValues): ProductInput {
  const kind = values.kind ?? "drug";
  const toxin = kind === "drug" && values.toxin;
  return {
    ...values,
    id,
    kind,
    deviceClass: kind === "device" ? values.deviceClass : null,
    toxin,
    retailPrice: toxin ? null : priceInput(values.retailPrice),
    packQuantity: readDecimal(values.packQuantity, values.scale) ?? 0,
  };
}

const noEquipment: EquipmentValues = {
  name: "", manufacturer: "", model: "", serialNumber: "", registrationNumber: "", registrationExpiresOn: null, filingNumber: "", filingExpiresOn: null, lastMaintainedOn: null, maintenanceMonths: null, active: true,
};

export function equipmentValues(piece: Equipment | null): EquipmentValues {
  return piece ? withoutId(piece) : noEquipment;
}

export function equipmentInput(id: string | null, values: EquipmentValues): EquipmentInput {
  return { ...values, id };
}

/** Of a form's values those of these fields. */
export function only<Values extends object>(values: Values, fields: readonly string[]): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field))) as Partial<Values>;
}
