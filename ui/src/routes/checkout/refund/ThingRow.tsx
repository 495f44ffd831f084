/** One thing that can go back: what is left of it, how much of that goes back, and how the amount comes about. */
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { QuotedPart, Refundable } from "../../../api/generated";
import { money } from "../../../components/format";
import { leave } from "../new/leave";
import { MoneyBack, PacksBack, SessionsBack } from "./Back";
import { Working } from "./Working";
import { type ThingDraft, holds, isTaken, isThere, keyOf, partInput } from "./draft";
import { amountFieldId } from "./problems";
import styles from "./refund.module.css";
import { thingName } from "./words";

interface ThingRowProps {
  thing: Refundable;
  typed: ThingDraft;
  /** Undefined until it is worked out. */
  part: QuotedPart | undefined;
  /** What is shown is that of before the last change. */
  stale: boolean;
  /** "" where nothing is wrong. */
  problem: string;
  onChange: (typed: ThingDraft) => void;
}

export function ThingRow({ thing, typed, part, stale, problem, onChange }: ThingRowProps) {
  const { t } = useTranslation();
  const name = thingName(t, thing);
  const { price, refunded, most } = thing;
  const there = isThere(thing);
  const chosen = partInput(thing, typed) !== null;
  const taken = isTaken(thing, typed);
  const Back = { sessions: SessionsBack, packs: PacksBack, money: MoneyBack }[holds(thing)];
  return (
    <li className={styles.thing} data-testid="refund-thing" data-key={keyOf(thing.item)} data-gone={there || most > 0 ? undefined : ""} data-chosen={chosen ? "" : undefined} data-stale={stale ? "" : undefined}>
      <div className={styles.thingHead}>
        <b className={styles.thingName}>{name}</b>
        <span className="quiet">{[t("refunds.thing.paid", { amount: money(price) }), refunded > 0 ? t("refunds.thing.refunded", { amount: money(refunded) }) : "", there ? "" : t("refunds.thing.gone")].filter(Boolean).join(" \u00b7 ")}</span>
        <span className={styles.spring} />
        {most > 0 && thing.item.kind !== "overpaid" && (
          <Button size="small" type="text" data-testid="refund-by-hand" aria-expanded={typed.byHand !== null} aria-label={`${name} ${t(byHandWord(typed, taken))}`} onClick={() => { onChange({ ...typed, byHand: typed.byHand === null ? "" : null }); }}>
            {t(byHandWord(typed, taken))}
          </Button>
        )}
      </div>
      {there && <Back thing={thing} name={name} typed={typed} onChange={onChange} />}
      {typed.byHand !== null && (
        <label className={styles.byHand} htmlFor={amountFieldId(thing)}>
          <span>{t(taken ? "refunds.thing.byHand" : "refunds.thing.onlyAmount")}</span>
          <Input
            id={amountFieldId(thing)}
            autoFocus
            inputMode="decimal"
            maxLength={16}
            value={typed.byHand}
            placeholder={t("refunds.thing.amountHint", { most: money(most) })}
            aria-label={t("refunds.thing.amount", { name })}
            {...(problem === "" ? {} : { status: "error" as const })}
            data-testid="refund-amount"
            className={styles.amountInput ?? ""}
            onFocus={(event) => { event.target.select(); }}
            onKeyDown={leave}
            onChange={(event) => { onChange({ ...typed, byHand: event.target.value }); }}
          />
        </label>
      )}
      {problem !== "" && <p className={`danger ${styles.small ?? ""}`} role="alert" data-testid="refund-thing-problem">{problem}</p>}
      {chosen && part && <Working steps={part.steps} kind={thing.kind} amount={part.amount} />}
    </li>
  );
}

function byHandWord({ byHand }: ThingDraft, taken: boolean): "refunds.thing.computed" | "refunds.thing.byHand" | "refunds.thing.onlyAmount" {
  if (byHand !== null) return "refunds.thing.computed";
  return taken ? "refunds.thing.byHand" : "refunds.thing.onlyAmount";
}
