/** The left of a checkout: what is sold, what is given on all of it, and the reasons that this asks for. */
import { Input } from "antd";
import { ShoppingBag } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toFailure, wordsFor } from "../../../api/failure";
import { EmptyState } from "../../../components/States";
import { useUndoToast } from "../../../components/undoToast";
import { AddBox } from "./AddBox";
import { DiscountButton } from "./DiscountButton";
import { LineRow } from "./LineRow";
import { type Asks, type Change, type CheckoutDraft, type DraftLine, nextKey, withItem } from "./draft";
import { leave } from "./leave";
import styles from "./new.module.css";
import type { Offer } from "./offers";
import { fieldIds } from "./problems";
import type { Refused } from "./usePay";
import type { Priced } from "./useQuote";

interface LinesProps {
  values: CheckoutDraft;
  offers: readonly Offer[];
  priced: Priced;
  asksOf: (line: DraftLine) => Asks;
  nameOf: (line: DraftLine) => string;
  /** What Rust would not take when it was paid. */
  refused: Refused | null;
  onChange: (change: Change) => void;
}

export function Lines({ values, offers, priced, asksOf, nameOf, refused, onChange }: LinesProps) {
  const { t } = useTranslation();
  const toast = useUndoToast();
  const [added, setAdded] = useState<number | null>(null);
  // Opened with nothing on it, a name is what is typed first; otherwise the keys take the money.
  const [began] = useState(values.lines.length === 0);
  const { quote } = priced;
  const words = (reason: unknown) => { const { message, remedy } = wordsFor(t, reason); return [message, remedy].filter(Boolean).join(t("common.sentenceGap")); };
  const problem = (line: DraftLine): string => {
    if (refused?.line === line.key) return refused.words;
    return priced.refused?.key === line.key ? words(priced.refused.reason) : "";
  };
  const field = (name: string): string => {
    if (refused && refused.line === undefined && refused.payment === undefined && refused.field === name) return refused.words;
    return "";
  };
  // What is refused of no line is refused of the whole.
  const ofAll = priced.refused?.key === null ? words(priced.refused.reason) : "";
  const put = (line: DraftLine) => { onChange({ ...values, lines: values.lines.map((other) => (other.key === line.key ? line : other)) }); };
  const add = ({ item, quantity }: Offer) => {
    const next = withItem(values, item, quantity);
    setAdded(next.lines.length > values.lines.length ? (next.lines.at(-1)?.key ?? null) : null);
    onChange(next);
  };
  const remove = (line: DraftLine) => {
    const at = values.lines.indexOf(line);
    onChange({ ...values, lines: values.lines.filter(({ key }) => key !== line.key) });
    toast(t("checkout.new.line.removed", { name: nameOf(line) }), () => {
      onChange((now) => ({ ...now, lines: now.lines.toSpliced(at, 0, { ...line, key: nextKey([...now.lines, line]) }) }));
    });
  };
  const toBox = () => { document.getElementById(fieldIds.add)?.focus(); };
  const given = values.discount !== null || values.lines.some(({ discount }) => discount !== null);
  // Money has no price to lower.
  const lowerable = given || values.lines.some(({ item }) => item.kind !== "stored_value" && item.kind !== "deposit" && item.kind !== "reward");
  const byHand = quote?.byHand === true || given;
  const unplanned = values.lines.filter(({ key }) => priced.lineOf(key)?.withoutPlan).map(nameOf);
  return (
    <section className={styles.left} aria-label={t("checkout.new.lines")}>
      <AddBox offers={offers} autoFocus={began} onAdd={add} />
      <div className={`${styles.lines ?? ""} scrolls`}>
        {values.lines.length === 0 ? <EmptyState icon={ShoppingBag} title={t("checkout.new.noLines")} hint={t("checkout.new.noLinesHint")} /> : (
          <ul className={styles.lineList}>
            {values.lines.map((line) => (
              <LineRow
                key={line.key}
                line={line}
                name={nameOf(line)}
                asks={asksOf(line)}
                quoted={priced.lineOf(line.key)}
                stale={!priced.fresh}
                problem={problem(line)}
                isNew={line.key === added}
                onChange={put}
                onRemove={() => { remove(line); }}
                onDone={toBox}
              />
            ))}
          </ul>
        )}
        {lowerable && (
          <div className={styles.whole}>
            <DiscountButton value={values.discount} label={t("checkout.new.discount.whole")} words={t("checkout.new.discount.whole")} name="checkout-discount" onChange={(discount) => { onChange({ ...values, discount }); }} />
            {byHand && (
              <Input
                id={fieldIds.discountReason}
                maxLength={200}
                value={values.discountReason}
                placeholder={t("checkout.new.discount.reasonHint")}
                aria-label={t("checkout.new.discount.reason")}
                {...(field("discountReason") === "" ? {} : { status: "error" as const })}
                data-testid="checkout-discount-reason"
                onKeyDown={leave}
                onChange={(event) => { onChange({ ...values, discountReason: event.target.value }); }}
              />
            )}
          </div>
        )}
        {field("discountReason") !== "" && <p className="danger" role="alert">{field("discountReason")}</p>}
        {ofAll !== "" && <p className="danger" role="alert" data-testid="checkout-refused" data-code={toFailure(priced.refused?.reason)?.code}>{ofAll}</p>}
        {unplanned.length > 0 && (
          <div className={styles.band} data-testid="checkout-no-plan">
            <label htmlFor={fieldIds.noPlanReason}>{t("checkout.new.noPlan.band", { names: unplanned.join(t("common.listGap")) })}</label>
            <Input
              id={fieldIds.noPlanReason}
              maxLength={200}
              value={values.noPlanReason}
              placeholder={t("checkout.new.noPlan.reasonHint")}
              aria-label={t("checkout.new.noPlan.reason")}
              {...(field("noPlanReason") === "" ? {} : { status: "error" as const })}
              data-testid="checkout-no-plan-reason"
              onKeyDown={leave}
              onChange={(event) => { onChange({ ...values, noPlanReason: event.target.value }); }}
            />
            {field("noPlanReason") !== "" && <p className="danger" role="alert">{field("noPlanReason")}</p>}
          </div>
        )}
      </div>
    </section>
  );
}
