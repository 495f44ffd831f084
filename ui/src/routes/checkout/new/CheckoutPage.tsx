/** Reads what a checkout begins with, and what was typed of it before: a draft, or as it stood when it was put aside. */
import { useEffect, useRef, useState } from "react";
import { call } from "../../../api/call";
import type { Catalogue, ClientId, HeldSaleId, Offers, SaleBegun, VisitId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { Loaded, LoadingRows } from "../../../components/States";
import { Checkout } from "./Checkout";
import { type CheckoutDraft, begun as begin, heldDraft } from "./draft";

interface CheckoutPageProps {
  client: ClientId;
  visit: VisitId | null;
  held: HeldSaleId | null;
}

export function CheckoutPage({ client, visit, held }: CheckoutPageProps) {
  const begun = useRead("money", "sales.begin", { client });
  const offers = useRead("money", "billing.offers", {});
  const catalogue = useRead("catalogue", "catalogue.all", {});
  return (
    <Loaded read={begun}>
      {(start) => <Loaded read={offers}>{(all) => <Loaded read={catalogue}>{(goods) => <Restoring begun={start} offers={all} catalogue={goods} visit={visit} held={held} />}</Loaded>}</Loaded>}
    </Loaded>
  );
}

interface RestoringProps {
  begun: SaleBegun;
  offers: Offers;
  catalogue: Catalogue;
  visit: VisitId | null;
  held: HeldSaleId | null;
}

interface Stored {
  values: CheckoutDraft;
  savedAt: number;
}

function Restoring({ begun, offers, catalogue, visit, held }: RestoringProps) {
  // What was put aside has a draft of its own, beside what is typed for the same client.
  const form = held === null ? `checkout.${begun.client.id}` : `checkout.${begun.client.id}.${held}`;
  const stored = useStored(form);
  const put = begun.held.find(({ id }) => id === held);
  // As it was when the page was opened: putting it aside takes it from the list.
  const [aside] = useState(put);
  const anew = () => (aside ? heldDraft(aside, begun.dueOn) : begin(begun, visit));
  if (stored === undefined) return <LoadingRows />;
  // Put aside again meanwhile, perhaps on another computer: that is the later word.
  const kept = stored !== null && (aside === undefined || stored.savedAt >= aside.heldAt) ? stored : null;
  return (
    <Checkout
      begun={begun}
      offers={offers}
      catalogue={catalogue}
      form={form}
      initial={kept ? { ...kept.values, visit: visit ?? kept.values.visit } : anew()}
      restoredAt={kept?.savedAt ?? null}
      anew={anew}
    />
  );
}

/** Undefined until it is known, null for none. */
function useStored(form: string): Stored | null | undefined {
  const [stored, setStored] = useState<Stored | null | undefined>(undefined);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    call("drafts.load", { form })
      .then((draft) => { setStored(draft ? { values: JSON.parse(draft.body) as CheckoutDraft, savedAt: draft.savedAt } : null); })
      // A draft that cannot be read is no reason to refuse the checkout.
      .catch(() => { setStored(null); });
  }, [form]);
  return stored;
}
