/** What was typed of a checkout before, under an id that nobody has paid with. */
import { call } from "../../../api/call";
import { toFailure } from "../../../api/failure";
import type { SaleId } from "../../../api/generated";
import type { CheckoutDraft } from "./draft";

export interface Stored {
  values: CheckoutDraft;
  savedAt: number;
  /** It was paid, and the power went before the draft did: it is let go, and nobody pays again. */
  paid: boolean;
}

export async function restored(form: string): Promise<Stored | null> {
  const draft = await call("drafts.load", { form });
  if (!draft) return null;
  const values = JSON.parse(draft.body) as CheckoutDraft;
  const paid = await isPaid(values.sale);
  if (paid) await call("drafts.save", { form, body: null });
  // A draft may be on another computer too: each pays under an id of its own.
  return { values: paid ? values : { ...values, sale: crypto.randomUUID() }, savedAt: draft.savedAt, paid };
}

async function isPaid(sale: SaleId): Promise<boolean> {
  try {
    await call("sales.open", { id: sale });
    return true;
  } catch (reason) {
    if (toFailure(reason)?.code === "not_found") return false;
    throw reason;
  }
}
