/** Which chosen product has what the client does not bear: by its words only; the rule is asked again in Rust. */
import type { ClientAlert, Product, Severity } from "../../../api/generated";

export interface Meeting {
  alert: ClientAlert;
  product: Product;
  /** The ingredient in the product's own words. */
  ingredient: string;
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
const parts = (text: string) => text.split(/[\u3001\uff0c,;\uff1b/\uff0f]/).map((part) => part.trim()).filter((part) => part !== "");
/** One character is in too many words to mean anything. */
const shortest = 2;

export function meetings(alerts: readonly ClientAlert[], products: readonly Product[]): Meeting[] {
  return alerts.filter(({ kind, endedAt }) => kind === "allergy" && endedAt === null).flatMap((alert) => products.flatMap((product) => meeting(alert, product)));
}

function meeting(alert: ClientAlert, product: Product): Meeting[] {
  const substances = parts(alert.substance).map(plain).filter((substance) => substance.length >= shortest);
  const found = parts(product.ingredients).find((ingredient) => {
    const own = plain(ingredient);
    return substances.some((substance) => own.includes(substance) || (own.length >= shortest && substance.includes(own)));
  });
  return found === undefined ? [] : [{ alert, product, ingredient: found }];
}

const severities: readonly Severity[] = ["severe", "moderate", "mild"];

/** Those that hold: allergies before contraindications, the severe first. */
export function heldAlerts(alerts: readonly ClientAlert[]): ClientAlert[] {
  const rank = ({ kind, severity }: ClientAlert) => (kind === "allergy" ? 0 : severities.length) + severities.indexOf(severity);
  return alerts.filter(({ endedAt }) => endedAt === null).toSorted((one, other) => rank(one) - rank(other));
}
