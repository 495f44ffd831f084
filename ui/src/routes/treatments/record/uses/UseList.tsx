/** What was used, by product and batch: totals in view, a row for each point, rows for what has no place. */
import { Button, Select } from "antd";
import { Undo2 } from "lucide-react";
import { type KeyboardEvent, memo, useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isTextField } from "../../../../app/shortcuts";
import type { Points, PointsAction } from "../map/points";
import { isPoint } from "../map/points";
import { amountOf, fillingOf, groupsOf, lookOf } from "../map/proposal";
import type { Stand } from "../useShelf";
import { GroupHead } from "./GroupHead";
import { Totals } from "./Totals";
import { UseRow } from "./UseRow";
import styles from "./uses.module.css";

interface UseListProps {
  points: Points;
  dispatch: (action: PointsAction) => void;
  stand: Stand;
  readOnly: boolean;
}

/** Drawn anew for its own changes only: a record may have hundreds of points, and texts are typed beside them. */
export const UseList = memo(function UseList({ points, dispatch, stand, readOnly }: UseListProps) {
  const { t } = useTranslation();
  const { uses, selected, past } = points;
  const latest = useRef(uses);
  useEffect(() => { latest.current = uses; });
  const all = useCallback(() => latest.current, []);
  const groups = groupsOf(uses);
  const numbers = new Map(uses.filter(isPoint).map(({ key }, index) => [key, index + 1]));
  const undo = () => { dispatch({ do: "undo" }); };
  const addRow = (product: string) => {
    const quantity = amountOf(stand, product, false);
    dispatch({ do: "row", filling: fillingOf(product, stand, uses, quantity), quantity });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // In a field Ctrl+Z is the field's own.
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || isTextField(event.target) || readOnly) return;
    event.preventDefault();
    undo();
  };
  return (
    // The keys are for all that is within.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.list} aria-label={t("treatments.uses.title")} data-testid="use-list" onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h2>{t("treatments.uses.title")}</h2>
        {!readOnly && (
          <Button type="text" size="small" icon={<Undo2 aria-hidden size={14} strokeWidth={1.5} />} disabled={past.length === 0} data-testid="use-undo" onClick={undo}>{t("treatments.undo")}</Button>
        )}
      </header>
      <Totals uses={uses} stand={stand} />
      <div className={`${styles.groups ?? ""} scrolls`}>
        {uses.length === 0 && <p className="quiet">{t("treatments.uses.none")} {!readOnly && t("treatments.uses.noneHint")}</p>}
        {groups.map((group) => (
          <section key={`${group.product} ${group.batch ?? ""}`} className={styles.group}>
            <GroupHead group={group} look={lookOf(groups, group)} stand={stand} readOnly={readOnly} dispatch={dispatch} />
            <ul className={styles.rows}>
              {group.uses.map((use) => (
                <UseRow key={use.key} use={use} number={numbers.get(use.key) ?? null} selected={use.key === selected} all={all} stand={stand} readOnly={readOnly} dispatch={dispatch} />
              ))}
            </ul>
          </section>
        ))}
        {!readOnly && (
          <Select<string | null>
            size="small"
            value={null}
            placeholder={t("treatments.uses.add")}
            aria-label={t("treatments.uses.addHint")}
            title={t("treatments.uses.addHint")}
            data-testid="use-add"
            style={{ width: 220 }}
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: "words" }}
            options={stand.products.filter(({ active }) => active).map(({ id, name, genericName }) => ({ value: id, label: name, words: `${name} ${genericName}` }))}
            onChange={(product) => { if (product !== null) addRow(product); }}
          />
        )}
      </div>
    </section>
  );
});
