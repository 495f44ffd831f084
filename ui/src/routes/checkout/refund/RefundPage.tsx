/** Reads what of a sale can be given back, and begins its refund. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Location, useLocation, useNavigate } from "react-router";
import { toFailure } from "../../../api/failure";
import type { SaleId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { EmptyState, Loaded, LoadingRows } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { cameFrom, salePath, type From } from "../places";
import { Refund } from "./Refund";
import { begun } from "./draft";

interface RefundPageProps {
  sale: SaleId;
  /** What was paid too much is chosen already. */
  overpaid: boolean;
}

export function RefundPage({ sale, overpaid }: RefundPageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const location = useLocation() as Location<unknown>;
  const read = useRead("money", "refunds.quote", { refund: { sale, basis: "client", parts: [], ways: null, interest: null, reason: "" } });
  const offers = useRead("money", "billing.offers", {});
  // What was read before this page was opened may be of before what others did since.
  const [ready, setReady] = useState(false);
  if (!ready && (read.isFetchedAfterMount || !read.isFetching)) setReady(true);
  const back = () => void navigate(salePath(sale), { state: { from: cameFrom(location) } satisfies From });
  if (!ready) return <LoadingRows />;
  if (toFailure(read.error)?.code === "not_found" && !read.data) return <EmptyState title={t("checkout.sale.gone")} hint={t("checkout.sale.goneHint")} action={<Button onClick={back}>{t("refunds.back")}</Button>} />;
  return (
    <Loaded read={read}>
      {(first) => <Loaded read={offers}>{({ methods }) => <Refund sale={sale} first={first} initial={begun(first, format.today(), overpaid)} methods={methods} onBack={back} from={cameFrom(location)} />}</Loaded>}
    </Loaded>
  );
}
