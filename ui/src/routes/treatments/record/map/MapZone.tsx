/** The site map as a form: which drawing, what the next point is made of, the drawing and its keys. */
import { App, Select } from "antd";
import { type KeyboardEvent, memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SiteMap } from "../../../../api/generated";
import { characterOf } from "../../../../app/scannerKeys";
import { useShortcut } from "../../../../app/shortcuts";
import { quantity, writeDecimal } from "../../../../components/decimals";
import type { Stand } from "../useShelf";
import { nameSite } from "../words";
import { MapTabs } from "./MapTabs";
import { type Mark, MapView } from "./MapView";
import styles from "./map.module.css";
import { type Points, type PointsAction, neighbour, onMap, selectedUse } from "./points";
import { fillingOf, groupsOf, lookOf, nextPoint } from "./proposal";

interface MapZoneProps {
  points: Points;
  dispatch: (action: PointsAction) => void;
  stand: Stand;
  readOnly: boolean;
}

/** Of ten thousand: two units of the face's sheet, and with Shift ten. */
const near = 50;
const far = 250;
const middle = { x: 5_000, y: 4_200 };

export const MapZone = memo(function MapZone({ points, dispatch, stand, readOnly }: MapZoneProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const map = useRef<SVGSVGElement>(null);
  const [within, setWithin] = useState(false);
  const name = nameSite(t);
  const proposal = nextPoint(points, stand);
  const selected = selectedUse(points);
  const scaleOf = (product: string | undefined) => (product === undefined ? 0 : stand.measure(product).scale);

  const addAt = (x: number, y: number) => {
    if (readOnly) return;
    if (proposal === null) message.info({ content: t("treatments.chooseFirst"), key: "choose-first" });
    else dispatch({ do: "add", x, y, filling: proposal.filling, dose: proposal.dose, name });
  };
  const addBeside = () => {
    const from = selected?.map === points.map ? { x: selected.x + 500, y: selected.y } : middle;
    addAt(from.x > 9_500 ? from.x - 1_000 : from.x, from.y);
  };
  const active = within && !readOnly;
  const remove = () => { if (selected) dispatch({ do: "remove", key: selected.key }); };
  useShortcut("Delete", t("treatments.mapKeyNames.delete"), remove, { when: active && selected !== undefined });
  useShortcut("X", t("treatments.mapKeyNames.mirror"), () => { dispatch({ do: "mirror", name }); }, { when: active && selected !== undefined });
  useShortcut("Ctrl+Z", t("treatments.mapKeyNames.undo"), () => { dispatch({ do: "undo" }); }, { when: active });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Tab") {
      const to = neighbour(points, event.shiftKey ? -1 : 1);
      // Beyond the last point Tab leaves the map, as it leaves any field.
      dispatch({ do: "select", key: to });
      if (to !== null) event.preventDefault();
      return;
    }
    if (event.key === "Escape" && points.selected !== null) {
      dispatch({ do: "select", key: null });
      event.preventDefault();
      return;
    }
    if (readOnly || !edits(event)) return;
    event.preventDefault();
  };
  /** Whether the key was one of the map's. */
  const edits = (event: KeyboardEvent): boolean => {
    const step = event.shiftKey ? far : near;
    const [dx, dy] = ({ ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] } as Record<string, [number, number]>)[event.key] ?? [0, 0];
    const scale = scaleOf(selected?.product);
    const char = characterOf(event.nativeEvent, null);
    if (dx !== 0 || dy !== 0) {
      const first = neighbour(points, 1);
      if (points.selected === null && first !== null) dispatch({ do: "select", key: first });
      else dispatch({ do: "nudge", dx, dy, name });
    } else if (event.key === "Enter") addBeside();
    else if (event.key === "Backspace") dispatch({ do: "erase", scale });
    else if (/^[\d.]$/.test(char)) dispatch({ do: "type", char, scale, at: event.timeStamp });
    else if (char === "+" || char === "=") dispatch({ do: "by", amount: 1 });
    else if (char === "-") dispatch({ do: "by", amount: -1 });
    else return false;
    return true;
  };

  const groups = groupsOf(points.uses);
  const marks: Mark[] = onMap(points).map((use) => {
    const measure = stand.measure(use.product);
    const typed = use.key === points.selected ? points.typed?.text : undefined;
    return {
      key: use.key, x: use.x, y: use.y,
      text: typed ?? writeDecimal(use.quantity, measure.scale),
      label: t("treatments.point", { site: use.site, product: stand.productName(use.product), quantity: quantity(use.quantity, measure) }),
      look: lookOf(groups, use),
    };
  });
  const counts = (other: SiteMap) => points.uses.filter((use) => use.map === other).length;
  const productIds = [...new Set([...stand.choices.map(({ product }) => product), ...(proposal ? [proposal.filling.product] : [])])];
  const batch = proposal ? stand.batch(proposal.filling.batch) : null;

  return (
    <div className={styles.zone}>
      <MapTabs chosen={points.map} counts={counts} onChoose={(next) => { dispatch({ do: "show", map: next }); }} />
      {!readOnly && (
        <div className={styles.next}>
          <label htmlFor="next-product" className="quiet">{t("treatments.next")}</label>
          <Select<string>
            id="next-product"
            size="small"
            value={proposal?.filling.product ?? null}
            aria-label={t("treatments.nextProduct")}
            placeholder={t("treatments.chooseProduct")}
            data-testid="next-product"
            showSearch={{ optionFilterProp: "label" }}
            options={productIds.map((id) => ({ value: id, label: stand.productName(id) })).toSorted((one, other) => one.label.localeCompare(other.label))}
            onChange={(product) => {
              dispatch({ do: "fill", filling: fillingOf(product, stand, points.uses, points.habits[product]?.quantity ?? 1) });
              map.current?.focus();
            }}
          />
          <span className={`${styles.nextWith ?? ""} ${batch === null ? "caution" : "quiet"}`} data-testid="next-with">
            {proposal === null ? t("treatments.chooseFirst")
              : batch === null ? t("treatments.noBatch")
              : t("treatments.nextWith", { lot: batch.lot, date: batch.expiresOn, quantity: quantity(proposal.dose.quantity, stand.measure(proposal.filling.product)) })}
          </span>
        </div>
      )}
      <div className={styles.box}>
        <MapView
          ref={map}
          map={points.map}
          marks={marks}
          selected={points.selected}
          readOnly={readOnly}
          onAdd={addAt}
          onSelect={(key) => { dispatch({ do: "select", key }); }}
          onMove={(key, x, y) => { dispatch({ do: "move", key, x, y, name }); }}
          onKeyDown={onKeyDown}
          onFocusWithin={setWithin}
        />
      </div>
      {!readOnly && <p className={styles.keys}>{t("treatments.mapKeys")}</p>}
    </div>
  );
});
