/** Reads what a checkout begins with, and what was typed of it before: a draft, or as it stood when it was put aside. */
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate } from "react-router";
import type { Catalogue, ClientId, HeldSaleId, Offers, SaleBegun, VisitId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { EmptyState, Loaded, LoadingRows } from "../../../components/States";
import { homePath, salePath } from "../places";
import { Checkout } from "./Checkout";
import { begun as begin, heldDraft } from "./draft";
import { type Stored, restored } from "./restored";

interface CheckoutPageProps {
  client: ClientId;
  visit: VisitId | null;
  held: HeldSaleId | null;
}

export function CheckoutPage({ client, visit, held }: CheckoutPageProps) {
  const begun = useRead("money", "sales.begin", { client });
  const offers = useRead("money", "billing.offers", {});
  const catalogue = useRead("catalogue", "catalogue.all", {});
  // What was read before this page was opened may be of before what others did since: it begins with what is there now.
  const [ready, setReady] = useState(false);
  if (!ready && (begun.isFetchedAfterMount || !begun.isFetching)) setReady(true);
  if (!ready) return <LoadingRows />;
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

function Restoring({ begun, offers, catalogue, visit, held }: RestoringProps) {
  const { t } = useTranslation();
  // What was put aside has a draft of its own, beside what is typed for the same client.
  const form = held === null ? `checkout.${begun.client.id}` : `checkout.${begun.client.id}.${held}`;
  const stored = useStored(form);
  const put = begun.held.find(({ id }) => id === held);
  // As it was when the page was opened: putting it aside takes it from the list.
  const [aside] = useState(put);
  const anew = () => (aside ? heldDraft(aside, begun.dueOn) : begin(begun, visit));
  if (stored === undefined) return <LoadingRows />;
  if (stored?.paid) return <Navigate to={salePath(stored.values.sale)} replace />;
  if (held !== null && !aside) return <EmptyState title={t("checkout.new.heldEnded")} hint={t("checkout.new.heldEndedHint")} action={<Link to={homePath}>{t("checkout.new.leave")}</Link>} />;
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
    restored(form)
      .then(setStored)
      // A draft that cannot be read is no reason to refuse the checkout.
      .catch(() => { setStored(null); });
  }, [form]);
  return stored;
}
