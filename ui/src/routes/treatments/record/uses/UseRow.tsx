/** One use: where, how much, how deep; when it is looked at, also of which product, batch and vial. */
import { AutoComplete, Button, Input, Select } from "antd";
import { X } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Use } from "../../../../api/generated";
import type { PointsAction } from "../map/points";
import { isPoint, isUnplaced } from "../map/points";
import { amountOf, choiceOf, fillingFrom, fillingOf, productOf } from "../map/proposal";
import type { Stand } from "../useShelf";
import { QuantityInput } from "./QuantityInput";
import { BatchSelect, VialSelect } from "./selects";
import styles from "./uses.module.css";

interface UseRowProps {
  use: Use;
  number: number | null;
  selected: boolean;
  /** All uses, when one of them is to be changed. */
  all: () => readonly Use[];
  stand: Stand;
  readOnly: boolean;
  dispatch: (action: PointsAction) => void;
}

export const UseRow = memo(function UseRow({ use, number, selected, all, stand, readOnly, dispatch }: UseRowProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => { if (selected) row.current?.scrollIntoView({ block: "nearest" }); }, [selected]);
  const product = productOf(stand, use.product);
  const change = (fields: Partial<Omit<Use, "key">>) => { dispatch({ do: "change", keys: [use.key], change: fields }); };
  const others = () => all().filter(({ key }) => key !== use.key);
  const whole = !readOnly && (selected || !isPoint(use) || use.batch === null);
  const depths = t("treatments.uses.depths", { returnObjects: true });
  return (
    <li ref={row} className={styles.row} data-selected={selected ? "" : undefined} data-testid="use-row" data-key={use.key}>
      <button
        type="button"
        className={styles.number}
        aria-label={number === null ? t("treatments.uses.aPoint") : t("treatments.uses.number", { number })}
        aria-pressed={selected}
        disabled={!isPoint(use)}
        onClick={() => { dispatch({ do: "select", key: use.key }); }}
      >
        {number ?? "–"}
      </button>
      <Input
        size="small"
        value={use.site}
        maxLength={60}
        placeholder={t("treatments.uses.site")}
        aria-label={t("treatments.uses.site")}
        data-testid="use-site"
        onFocus={() => { if (isPoint(use)) dispatch({ do: "select", key: use.key }); }}
        onChange={(event) => { change({ site: event.target.value }); }}
      />
      <QuantityInput value={use.quantity} measure={stand.measure(use.product)} label={t("treatments.uses.quantity")} testId="use-quantity" onChange={(quantity) => { change({ quantity }); }} />
      <AutoComplete
        size="small"
        value={use.depth}
        options={depths.map((value) => ({ value }))}
        placeholder={t("treatments.uses.depth")}
        aria-label={t("treatments.uses.depth")}
        data-testid="use-depth"
        onChange={(depth: string) => { change({ depth: depth.slice(0, 60) }); }}
      />
      {!readOnly && (
        <Button type="text" size="small" icon={<X aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("treatments.uses.remove", { site: use.site || t("treatments.uses.aPoint") })} data-testid="use-remove" onClick={() => { dispatch({ do: "remove", key: use.key }); }} />
      )}
      {whole && (
        <div className={styles.of}>
          <Select<string>
            size="small"
            value={use.product}
            aria-label={t("treatments.uses.product")}
            data-testid="use-product"
            showSearch={{ optionFilterProp: "label" }}
            popupMatchSelectWidth={false}
            options={stand.products.filter(({ id, active }) => active || id === use.product).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => {
              const quantity = amountOf(stand, next, isPoint(use));
              change({ ...fillingOf(next, stand, others(), quantity), quantity });
            }}
          />
          <BatchSelect product={use.product} value={use.batch} stand={stand} label={t("treatments.uses.batch")} testId="use-batch" onChange={(batch) => { change(batch === null ? { batch, vial: null, unit_code: null } : fillingFrom(choiceOf(stand, batch), use.product, others(), use.quantity)); }} />
          {product?.toxin && use.batch !== null && (
            <VialSelect
              batch={use.batch} product={use.product} value={use.vial} stand={stand} testId="use-vial"
              onChange={(vial) => { change({ vial, unit_code: choiceOf(stand, use.batch)?.vials.find(({ id }) => id === vial)?.unitCode ?? null }); }}
            />
          )}
          {use.unit_code !== null && !product?.toxin && <span className="quiet" title={use.unit_code}>{use.unit_code.slice(-8)}</span>}
        </div>
      )}
      {!readOnly && isUnplaced(use) && product?.toxin && <p className={`quiet ${styles.hint ?? ""}`}>{t("treatments.uses.unplaced")}</p>}
    </li>
  );
});
