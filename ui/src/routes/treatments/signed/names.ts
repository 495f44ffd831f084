/** The names of a signed text: those of its day, never today's. */
import type { SignedText } from "../../../api/generated";
import type { Names } from "../record/words";

export function namesOf({ doctor, assistants, products, batches, equipment }: SignedText): Names {
  const product = (id: string) => products.find((other) => other.id === id);
  return {
    staff: [doctor, ...assistants],
    equipment,
    productName: (id) => product(id)?.name ?? "",
    measure: (id) => product(id) ?? { unit: "", scale: 0 },
    batch: (id) => batches.find((batch) => batch.id === id) ?? null,
    // What was bought is no part of the text.
    entitlement: () => "",
  };
}
