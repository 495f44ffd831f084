/** The one large amount: what is to pay, and what it is lower than. The client across the desk reads it too. */
import { useTranslation } from "react-i18next";
import type { Quote } from "../../../api/generated";
import { money } from "../../../components/format";
import styles from "./new.module.css";

export function Total({ quote, stale }: { quote: Quote | null; stale: boolean }) {
  const { t } = useTranslation();
  const saved = quote ? quote.listTotal - quote.total : 0;
  return (
    <div className={styles.total} data-stale={stale ? "" : undefined}>
      <span className={styles.totalWord}>{t("checkout.new.due")}</span>
      <b className={styles.totalAmount} data-testid="checkout-total">{money(quote?.total ?? 0)}</b>
      {quote && saved > 0 && (
        <span className="quiet" data-testid="checkout-saved">
          <s aria-label={`${t("checkout.new.listTotal")} ${money(quote.listTotal)}`}>{money(quote.listTotal)}</s> {t("checkout.new.saved", { amount: money(saved) })}
        </span>
      )}
    </div>
  );
}
