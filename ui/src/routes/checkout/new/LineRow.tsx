/** One line of a checkout: what, how many, and beneath it how its price comes about. */
import { Button, Input, InputNumber } from "antd";
import type { TFunction } from "i18next";
import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { QuotedLine } from "../../../api/generated";
import { isComposing } from "../../../app/shortcuts";
import { grouped, money } from "../../../components/format";
import { earnsWords, whyWords } from "../why";
import { DiscountButton } from "./DiscountButton";
import { type Asks, type DraftLine, mostOf } from "./draft";
import { leave } from "./leave";
import styles from "./new.module.css";
import { lineFieldId } from "./problems";

/** Back by one step: out of the field first. */
function blurOnEscape(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === "Escape") leave(event);
}

interface LineRowProps {
  line: DraftLine;
  name: string;
  asks: Asks;
  /** Undefined until it has a price. */
  quoted: QuotedLine | undefined;
  /** The price is that of before the last change. */
  stale: boolean;
  /** "" where nothing is wrong. */
  problem: string;
  /** Put on it just now: what it asks for is typed next. */
  isNew: boolean;
  onChange: (line: DraftLine) => void;
  onRemove: () => void;
  /** What it asked for is typed. */
  onDone: () => void;
}

export function LineRow({ line, name, asks, quoted, stale, problem, isNew, onChange, onRemove, onDone }: LineRowProps) {
  const { t } = useTranslation();
  const { kind } = line.item;
  const isMoney = kind === "stored_value" || kind === "deposit";
  const standard = quoted && quoted.standardName !== quoted.name ? quoted.standardName : "";
  return (
    <li className={styles.line} data-testid="checkout-line" data-stale={stale ? "" : undefined}>
      <span className={styles.lineName}>
        <b>{name}</b>
        {quoted?.withoutPlan && <span className={styles.mark} data-testid="checkout-line-no-plan">{t("checkout.new.withoutPlan")}</span>}
        {standard !== "" && <span className={`quiet ${styles.small ?? ""}`}>{standard}</span>}
      </span>
      <span className={styles.lineAsk}>
        {asks !== null && (
          <Input
            id={lineFieldId(line.key)}
            autoFocus={isNew}
            inputMode="decimal"
            maxLength={16}
            value={line.amount}
            placeholder={t(asks === "price" ? "checkout.new.line.priceHint" : "checkout.new.line.amountHint")}
            aria-label={t(asks === "price" ? "checkout.new.line.price" : "checkout.new.line.amount", { name })}
            {...(problem === "" ? {} : { status: "error" as const })}
            data-testid="checkout-line-amount"
            className={styles.amountInput ?? ""}
            onFocus={(event) => { event.target.select(); }}
            onChange={(event) => { onChange({ ...line, amount: event.target.value }); }}
            onKeyDown={blurOnEscape}
            onPressEnter={(event) => { if (!isComposing(event)) onDone(); }}
          />
        )}
        {!isMoney && (
          <InputNumber
            min={1}
            max={mostOf[kind]}
            precision={0}
            value={line.quantity}
            suffix={t(`checkout.new.unit.${kind}`)}
            aria-label={t("checkout.new.line.quantity", { name })}
            data-testid="checkout-line-quantity"
            style={{ width: 88 }}
            onFocus={(event) => { event.target.select(); }}
            onChange={(quantity) => { if (quantity !== null) onChange({ ...line, quantity }); }}
            onKeyDown={blurOnEscape}
            onPressEnter={(event) => { if (!isComposing(event)) onDone(); }}
          />
        )}
      </span>
      <span className={styles.lineDiscount}>
        {!isMoney && kind !== "reward" && <DiscountButton value={line.discount} label={t("checkout.new.line.discount", { name })} words={t("checkout.new.discount.button")} name="checkout-line-discount" onChange={(discount) => { onChange({ ...line, discount }); }} />}
      </span>
      <span className={`figure ${styles.price ?? ""}`} data-testid="checkout-line-price">{quoted ? (quoted.rewardPoints > 0 ? t("checkout.new.points.unit", { points: grouped(quoted.rewardPoints) }) : money(quoted.price)) : ""}</span>
      <Button type="text" size="small" icon={<X aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("checkout.new.line.remove", { name })} data-testid="checkout-line-remove" onClick={onRemove} />
      {quoted && <p className={styles.why} data-testid="checkout-line-why">{[whyWords(t, quoted), aboutWords(t, quoted), earnsWords(t, quoted)].filter(Boolean).join(" · ")}</p>}
      {problem !== "" && <p className={`danger ${styles.lineProblem ?? ""}`} role="alert" data-testid="checkout-line-problem">{problem}</p>}
    </li>
  );
}

/** What a line gives, and where it comes from. */
function aboutWords(t: TFunction, { kind, sessions, batch, gift }: QuotedLine): string {
  const gives = kind === "card" ? sessions.map(({ name, sessions: count, gift: free }) => (free ? t("checkout.new.givesGift", { name, count }) : t("checkout.new.givesOne", { name, count }))).join(t("common.listGap")) : "";
  return [
    gives === "" ? "" : t("checkout.new.gives", { what: gives }),
    batch === null ? "" : t("checkout.new.batch", { lot: batch.lot, day: batch.expiresOn }),
    gift > 0 ? t("checkout.new.gift", { amount: money(gift) }) : "",
  ].filter(Boolean).join(" · ");
}
