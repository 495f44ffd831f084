/** What the next point is made of: the product last used or the procedure's usual one, out of the batch that expires first, the dose last used. */
import type { BatchChoice, Product, ProductId, Quantity, Use, UsualProduct, VialChoice, VialId } from "../../../../api/generated";
import type { Dose, Filling, Points } from "./points";

export interface Shelf {
  products: readonly Product[];
  /** Every batch that may be used, first expired first. */
  choices: readonly BatchChoice[];
  /** Of the record's procedure. */
  usual: readonly UsualProduct[];
}

export interface Proposal {
  filling: Filling;
  dose: Dose;
}

export const productOf = (shelf: Shelf, id: ProductId): Product | undefined => shelf.products.find((product) => product.id === id);
export const choicesOf = (shelf: Shelf, product: ProductId): BatchChoice[] => shelf.choices.filter((choice) => choice.product === product);
export const choiceOf = (shelf: Shelf, batch: string | null): BatchChoice | undefined => shelf.choices.find((choice) => choice.batch === batch);

/** Null where nothing says with what: the person has to choose a product. */
export function nextPoint(points: Points, shelf: Shelf): Proposal | null {
  const product = points.filling?.product ?? usualProduct(points.uses, shelf);
  if (product === null) return null;
  const dose = points.habits[product] ?? { quantity: firstDose(productOf(shelf, product)), depth: "" };
  const kept = points.filling?.product === product ? points.filling : null;
  // What the record was begun with gives way to the point: it does not count against it.
  const uses = points.uses.filter((use) => use.map !== null);
  if (kept?.batch && choiceOf(shelf, kept.batch)) return { filling: withRoom(kept, shelf, uses, dose.quantity), dose };
  return { filling: fillingOf(product, shelf, uses, dose.quantity), dose };
}

/** Toxin before what is dosed in parts of its unit (fillers), and both before creams and needles. */
function usualProduct(uses: readonly Use[], shelf: Shelf): ProductId | null {
  const usual = [...shelf.usual.map(({ productId }) => productId), ...uses.map(({ product }) => product)];
  const rank = (id: ProductId) => {
    const product = productOf(shelf, id);
    if (product?.toxin) return 0;
    return product && product.scale > 0 ? 1 : 2;
  };
  return usual.toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}

/** A product out of the batch that expires first and still has enough; of toxin, out of a vial that has. */
export function fillingOf(product: ProductId, shelf: Shelf, uses: readonly Use[], quantity: Quantity): Filling {
  const choices = choicesOf(shelf, product);
  const enough = choices.find((choice) => choice.onHand - usedOfBatch(uses, choice.batch) >= quantity) ?? choices[0];
  return fillingFrom(enough, product, uses, quantity);
}

/** Out of this batch. */
export function fillingFrom(choice: BatchChoice | undefined, product: ProductId, uses: readonly Use[], quantity: Quantity): Filling {
  const vial = choice && (choice.vials.find(({ id, left }) => left - usedOfVial(uses, id) >= quantity) ?? choice.vials[0]);
  return { product, batch: choice?.batch ?? null, vial: vial?.id ?? null, unit_code: vial?.unitCode ?? null };
}

/** The vial last used goes on until it is empty. */
function withRoom(kept: Filling, shelf: Shelf, uses: readonly Use[], quantity: Quantity): Filling {
  const choice = choiceOf(shelf, kept.batch);
  const vial = choice?.vials.find(({ id }) => id === kept.vial);
  if (!choice || choice.vials.length === 0 || (vial && vial.left - usedOfVial(uses, vial.id) >= quantity)) return kept;
  return fillingFrom(choice, kept.product, uses, quantity);
}

/** What a use begins with when its product is changed: of another unit, its quantity says nothing any more. */
export function amountOf(shelf: Shelf, product: ProductId, isPoint: boolean): Quantity {
  if (isPoint) return firstDose(productOf(shelf, product));
  return shelf.usual.find(({ productId }) => productId === product)?.quantity ?? productOf(shelf, product)?.packQuantity ?? 1;
}

/** Where no dose was used yet: small enough that a point set by mistake is seen rather than believed. */
function firstDose(product: Product | undefined): Quantity {
  if (!product) return 1;
  return Math.max(1, Math.round(product.packQuantity / (product.toxin ? 25 : 10)));
}

export const usedOfBatch = (uses: readonly Use[], batch: string): Quantity => sum(uses.filter((use) => use.batch === batch));
export const usedOfVial = (uses: readonly Use[], vial: VialId): Quantity => sum(uses.filter((use) => use.vial === vial));
const sum = (uses: readonly Use[]) => uses.reduce((total, { quantity }) => total + quantity, 0);

export interface Group {
  product: ProductId;
  batch: string | null;
  uses: readonly Use[];
  quantity: Quantity;
  points: number;
}

/** By product and batch, in the order of the first use of each, as the record's totals are. */
export function groupsOf(uses: readonly Use[]): Group[] {
  const groups: Group[] = [];
  for (const use of uses) {
    const at = groups.findIndex(({ product, batch }) => product === use.product && batch === use.batch);
    const group = groups[at];
    const points = use.map === null ? 0 : 1;
    if (group) groups[at] = { ...group, uses: [...group.uses, use], quantity: group.quantity + use.quantity, points: group.points + points };
    else groups.push({ product: use.product, batch: use.batch, uses: [use], quantity: use.quantity, points });
  }
  return groups;
}

/** How the points of a batch look on the map; those without points have no look. */
export function lookOf(groups: readonly Group[], { product, batch }: { product: ProductId; batch: string | null }): number {
  return groups.filter(({ points }) => points > 0).findIndex((group) => group.product === product && group.batch === batch);
}

/** By how much a group takes more than the batch has; 0 where it does not. */
export const shortOf = (group: Group, choice: BatchChoice | undefined): Quantity => Math.max(0, group.quantity - (choice?.onHand ?? group.quantity));

export interface ShortVial {
  vial: VialChoice;
  by: Quantity;
}

/** The opened vials from which more is taken than is left in them. */
export function shortVials(uses: readonly Use[], choice: BatchChoice | undefined): ShortVial[] {
  return (choice?.vials ?? []).map((vial) => ({ vial, by: usedOfVial(uses, vial.id) - vial.left })).filter(({ by }) => by > 0);
}
