/** What to know of the client before anything is sold: what is owed, what was put aside, what was bought and not done yet. */
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { HeldSaleId, SaleBegun } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { money } from "../../../components/format";
import { type From, newPath, salePath } from "../places";
import styles from "./new.module.css";

interface NoticesProps {
  begun: SaleBegun;
  /** The one that was put aside and is taken up here. */
  resumed: HeldSaleId | null;
}

export function Notices({ begun: { client, balances, entitlements, held }, resumed }: NoticesProps) {
  const { t } = useTranslation();
  // Of several entries of one procedure, all together.
  const left = new Map<string, number>();
  for (const entitlement of entitlements) left.set(entitlement.name, (left.get(entitlement.name) ?? 0) + entitlement.left);
  const aside = held.find(({ id }) => id !== resumed);
  if (balances.owed <= 0 && left.size === 0 && !aside) return null;
  return (
    <div className={styles.notices}>
      {balances.owed > 0 && <Owed client={client.id} owed={balances.owed} />}
      {aside && (
        <p className="caution" data-testid="checkout-has-held">
          {t("checkout.new.hasHeld")} <Link to={newPath(client.id, { visit: aside.visit, held: aside.id })} data-testid="checkout-resume-held">{t("checkout.home.resume")}</Link>
        </p>
      )}
      {left.size > 0 && (
        <p className="quiet" data-testid="checkout-left">{t("checkout.new.left", { what: [...left].map(([name, count]) => t("checkout.new.leftOne", { name, count })).join(t("common.listGap")) })}</p>
      )}
    </div>
  );
}

function Owed({ client, owed }: { client: string; owed: number }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const [first] = useRead("money", "accounts.of_client", { client, entries: 1 }).data?.debts.filter((debt) => debt.owed > 0) ?? [];
  return (
    <p className="caution" data-testid="checkout-owed">
      {t("checkout.new.owed", { amount: money(owed) })} {first && <Link to={salePath(first.sale)} state={{ from: `${pathname}${search}` } satisfies From} data-testid="checkout-owed-open">{t("checkout.new.owedOpen")}</Link>}
    </p>
  );
}
