/** Where it goes: what is owed no more, what goes back to where it was kept here, and each way that leaves the clinic. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Fen, PaymentMethod, RefundQuote } from "../../../api/generated";
import { money } from "../../../components/format";
import { cash } from "../new/payments";
import { methodName } from "../words";
import { WayRow } from "./WayRow";
import type { RefundDraft, TypedWay } from "./draft";
import styles from "./refund.module.css";
import { type Way, secondKey } from "./ways";

interface WaysProps {
  quote: RefundQuote;
  ways: readonly Way[];
  values: RefundDraft;
  methods: readonly PaymentMethod[];
  /** What leaves the clinic and no way takes yet. */
  left: Fen;
  refused: { key: string; words: string } | null;
  onChange: (change: Pick<RefundDraft, "keep" | "ways">) => void;
}

export function Ways({ quote, ways, values, methods, left, refused, onChange }: WaysProps) {
  const { t } = useTranslation();
  const back = (method: "points" | "stored_value" | "deposit") => quote.ways.reduce((all, way) => all + (way.back && way.method === method ? way.amount : 0), 0);
  const { keep } = values;
  const changed = keep || Object.keys(values.ways).length > 0;
  const put = (key: string, change: TypedWay) => { onChange({ keep, ways: { ...values.ways, [key]: { ...values.ways[key], ...change } } }); };
  const fixed = ([
    [t("refunds.offDebt"), Math.max(0, quote.offDebt), "refund-off-debt"],
    [t("refunds.overpaidBack"), Math.max(0, -quote.offDebt), "refund-overpaid"],
    [t("refunds.backTo.points"), back("points"), "refund-back-points"],
    [t("refunds.backTo.stored_value"), back("stored_value"), "refund-back-stored_value"],
    [t("refunds.backTo.deposit"), back("deposit"), "refund-back-deposit"],
  ] as const).filter(([, amount]) => amount > 0);
  return (
    <section className={styles.part} aria-label={t("refunds.ways.title")}>
      {fixed.length > 0 && (
        <dl className={styles.fixed}>
          {fixed.map(([words, amount, testId]) => <div key={testId} data-testid={testId}><dt>{words}</dt><dd>{money(amount)}</dd></div>)}
        </dl>
      )}
      {ways.length > 0 && (
        <>
          <div className={styles.waysHead}>
            <h2>{t("refunds.ways.title")}</h2>
            <span className={styles.spring} />
            {(quote.keepable > 0 || changed) && (
              <Button size="small" title={t("refunds.ways.keepHint", { amount: money(quote.keepable) })} data-testid="refund-keep" onClick={() => { onChange({ keep: !changed, ways: {} }); }}>
                {t(changed ? "refunds.ways.original" : "refunds.ways.keep")}
              </Button>
            )}
          </div>
          <ul className={styles.ways}>
            {ways.map((way) => (
              <WayRow
                key={way.key}
                way={way}
                name={way.payment ? methodName(t, way.payment) : t("refunds.ways.kept")}
                methods={methods}
                mayStay={way.payment !== null && quote.keepable > 0}
                refused={refused?.key === way.key ? refused.words : ""}
                onChange={(change) => { put(way.key, change); }}
                onSplit={() => { if (way.payment) put(secondKey(way.payment.id), { method: way.method === cash ? way.payment.method : cash, amount: "" }); }}
                onJoin={() => { onChange({ keep, ways: Object.fromEntries(Object.entries(values.ways).filter(([key]) => key !== way.key)) }); }}
              />
            ))}
          </ul>
          {left !== 0 && <p className={styles.still} data-testid="refund-still"><span>{t(left > 0 ? "refunds.ways.still" : "refunds.ways.over")}</span> <b>{money(Math.abs(left))}</b></p>}
        </>
      )}
    </section>
  );
}
