/** One batch of a count: what the book says, what is there, and why they differ. */
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Batch } from "../../../api/generated";
import { isComposing } from "../../../app/shortcuts";
import { useFormat } from "../../../components/format";
import { useCareDays } from "../expiry";
import type { Products } from "../products";
import styles from "../stock.module.css";
import { packWord, quantityWords, signedWords } from "../units";
import { Expiry, ToxinMark } from "../words";
import type { Entry, Judged } from "./entries";

export const countFieldId = (batch: string, field: "counted" | "reason"): string => `count-${field}-${batch}`;

interface CountRowProps {
  batch: Batch;
  products: Products;
  entry: Entry | undefined;
  judged: Judged | null;
  /** Said by Rust, or asked for on saving. */
  problem: string | null;
  onCounted: (typed: string) => void;
  onReason: (typed: string) => void;
  onSame: () => void;
  /** The book's new quantity was looked at. */
  onLooked: () => void;
  /** To the count of another row: up or down. */
  onMove: (by: number) => void;
}

export function CountRow({ batch, products, entry, judged, problem, onCounted, onReason, onSame, onLooked, onMove }: CountRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const care = useCareDays();
  const product = products.of(batch.product);
  const difference = judged?.difference ?? null;
  const words = judged?.problem === "counted" ? t("stock.quantityForm", { unit: product.unit, pack: packWord(t, product) }) : problem;
  const label = t("stock.count.countedOf", { product: product.name, lot: batch.lot });
  return (
    <div role="group" aria-label={label} className={styles.countRow} data-testid="count-row" data-done={judged === null ? undefined : ""}>
      <div>
        <span className={styles.name}><span className="figure">{product.name}</span>{product.toxin && <ToxinMark />}</span>
        <span className={styles.small}>{t("stock.lot")} {batch.lot} <span className={styles.gap} /> <Expiry expiresOn={format.date(batch.expiresOn)} daysLeft={batch.daysLeft} care={care} /></span>
      </div>
      <div className={styles.right} data-testid="count-book">{quantityWords(t, batch.onHand, product)}</div>
      <Button size="small" data-testid="count-same" disabled={judged !== null && difference === 0 && judged.problem === null} onClick={onSame}>{t("stock.count.same")}</Button>
      <Input
        id={countFieldId(batch.id, "counted")}
        value={entry?.counted ?? ""}
        inputMode="decimal"
        maxLength={16}
        aria-label={label}
        data-testid="count-counted"
        suffix={<span className="quiet">{product.unit}</span>}
        {...(words === null ? {} : { status: "error" as const })}
        onFocus={(event) => { event.target.select(); }}
        onChange={(event) => { onCounted(event.target.value); }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (by === undefined || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          if (event.key === "Enter" && difference !== null && difference !== 0) document.getElementById(countFieldId(batch.id, "reason"))?.focus();
          else onMove(by);
        }}
      />
      <div className={styles.right} data-testid="count-difference">
        {difference === null ? null : difference === 0 ? <span className="quiet">{t("stock.count.agrees")}</span> : <span className="caution">{signedWords(difference, product)}</span>}
      </div>
      <div>
        {difference !== null && difference !== 0 && (
          <Input
            id={countFieldId(batch.id, "reason")}
            value={entry?.reason ?? ""}
            maxLength={200}
            placeholder={t("stock.count.reasonHint")}
            aria-label={t("stock.count.reasonOf", { product: product.name, lot: batch.lot })}
            data-testid="count-reason"
            onChange={(event) => { onReason(event.target.value); }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || isComposing(event) || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              onMove(1);
            }}
          />
        )}
      </div>
      {judged?.problem === "changed" && (
        <p className={styles.lineWide} role="alert">
          <span className="caution">{t("stock.count.changed", { quantity: quantityWords(t, batch.onHand, product) })}</span>{" "}
          <Button type="link" size="small" data-testid="count-looked" onClick={onLooked}>{t("stock.count.looked")}</Button>
        </p>
      )}
      {words !== null && judged?.problem !== "changed" && <p className={`danger ${styles.lineWide ?? ""}`} role="alert" data-testid="count-problem">{words}</p>}
    </div>
  );
}
