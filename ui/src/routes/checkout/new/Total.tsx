/** The one large amount: what is to pay, and what it is lower than. What it brings and takes of points. The client across the desk reads it too. */
import { useTranslation } from "react-i18next";
import type { Quote, QuotedLine } from "../../../api/generated";
import { grouped, money } from "../../../components/format";
import { earnsWords, forPoints } from "../why";
import styles from "./new.module.css";

export function Total({ quote, stale }: { quote: Quote | null; stale: boolean }) {
  const { t } = useTranslation();
  // What is had for points is no saving.
  const list = quote ? quote.listTotal - forPoints(quote.lines) : 0;
  const saved = quote ? list - quote.total : 0;
  return (
    <div className={styles.total} data-stale={stale ? "" : undefined}>
      <span className={styles.totalWord}>{t("checkout.new.due")}</span>
      <b className={styles.totalAmount} data-testid="checkout-total">{money(quote?.total ?? 0)}</b>
      {quote && saved > 0 && (
        <span className="quiet" data-testid="checkout-saved">
          <s aria-label={`${t("checkout.new.listTotal")} ${money(list)}`}>{money(list)}</s> {t("checkout.new.saved", { amount: money(saved) })}
        </span>
      )}
      {quote && <PointsNote points={quote.points} lines={quote.lines} />}
    </div>
  );
}

/** What the client asks: how many points it brings, and why more than usual; and how many it takes. */
function PointsNote({ points: { available, rewards, earns }, lines }: Pick<Quote, "points" | "lines">) {
  const { t } = useTranslation();
  const best = lines.reduce<QuotedLine | null>((most, line) => (line.multiplier > (most?.multiplier ?? 0) ? line : most), null);
  const why = best ? earnsWords(t, best) : "";
  const takes = rewards > 0 ? t("checkout.new.points.takes", { points: grouped(rewards), available: grouped(available) }) : "";
  const brings = earns > 0 ? [t("checkout.new.points.earns", { points: grouped(earns) }), why].filter(Boolean).join(" \u00b7 ") : "";
  return (
    <>
      {takes !== "" && <span className={rewards > available ? "danger" : "quiet"} data-testid="checkout-points-takes">{takes}</span>}
      {brings !== "" && <span className="quiet" data-testid="checkout-points-earns">{brings}</span>}
    </>
  );
}
