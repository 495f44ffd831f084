/** Earlier points on one drawing: how far back is chosen, and those of the record one looks at stand out. */
import { Slider } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SignedTreatmentId, SiteMap } from "../../api/generated";
import { quantity, writeDecimal } from "../../components/decimals";
import { useFormat } from "../../components/format";
import { MapTabs } from "../treatments/record/map/MapTabs";
import { type Mark, MapView } from "../treatments/record/map/MapView";
import { siteMaps } from "../treatments/record/map/drawings";
import mapStyles from "../treatments/record/map/map.module.css";
import type { PastRecord } from "./unfold";
import styles from "./traces.module.css";

const nothing = () => undefined;
const steps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface PastPointsProps {
  records: readonly PastRecord[];
  /** Whose points stand out; null for those of all. */
  current: SignedTreatmentId | null;
  onCurrent: (id: SignedTreatmentId | null) => void;
}

export function PastPoints({ records, current, onCurrent }: PastPointsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const standing = records.filter(({ withdrawn, points }) => !withdrawn && points.length > 0);
  const [back, setBack] = useState<number | null>(null);
  const [map, setMap] = useState<SiteMap | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const upTo = Math.min(back ?? standing.length, standing.length);
  // What one looks at is shown however long ago it was.
  const within = standing.filter(({ id }, index) => index < upTo || id === current);
  const looked = within.find(({ id }) => id === current);
  const on = (record: PastRecord | undefined, other: SiteMap) => record?.points.filter((point) => point.map === other).length ?? 0;
  const counts = (other: SiteMap) => within.reduce((sum, record) => sum + on(record, other), 0);
  const asked = map ?? siteMaps.find((other) => counts(other) > 0) ?? "face_front";
  const chosen = looked && on(looked, asked) === 0 ? (siteMaps.find((other) => on(looked, other) > 0) ?? asked) : asked;
  const names = new Map(standing.flatMap(({ uses }) => uses.map((used) => [used.product, used])));
  const products = [...new Set(standing.flatMap(({ points }) => points.map(({ product }) => product)))];
  // The latest are drawn over the earlier ones, and what stands out over all.
  const drawn = within.toReversed().toSorted((one, other) => Number(one.id === current) - Number(other.id === current));
  const points = drawn.flatMap((record) => record.points.flatMap((point, index) => (point.map === chosen ? [{ record, point, place: `${record.id} ${index}` }] : [])));
  const marks: Mark[] = points.map(({ record, point }, index) => {
    const used = names.get(point.product);
    const measure = { unit: used?.unit ?? "", scale: used?.scale ?? 0 };
    const faint = current !== null && record.id !== current;
    return {
      key: index + 1, x: point.x, y: point.y,
      text: faint ? "" : writeDecimal(point.quantity, measure.scale),
      label: t("traces.point", { day: format.dayOf(record.at), product: used?.name ?? "", quantity: quantity(point.quantity, measure) }),
      look: products.indexOf(point.product),
      faint,
    };
  });
  const at = points.findIndex(({ place }) => place === selected);
  const select = (index: number) => {
    const next = points[index];
    if (!next) return;
    setSelected(next.place);
    onCurrent(next.record.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || points.length === 0) return;
    event.preventDefault();
    select((at + step + points.length) % points.length);
  };
  const oldest = within.at(-1);
  const since = oldest ? t("traces.since", { day: format.dayOf(oldest.at), count: within.length }) : "";
  const opened = records.find(({ id }) => id === current);
  const said = marks[at]?.label ?? (opened ? t(looked ? "traces.standsOut" : "traces.noPoints", { day: format.dayOf(opened.at), procedure: opened.procedureName }) : "");
  return (
    <section className={styles.maps} aria-label={t("traces.points")} data-testid="timeline-points">
      <div className={styles.mapZone}>
        <MapTabs
          chosen={chosen}
          counts={counts}
          onChoose={(next) => {
            setMap(next);
            setSelected(null);
            // Otherwise the drawing of what one looks at would stay.
            if (on(looked, next) === 0) onCurrent(null);
          }}
        />
        <div className={mapStyles.box}>
          <MapView map={chosen} marks={marks} selected={at === -1 ? null : at + 1} readOnly onAdd={nothing} onSelect={(key) => { select(key - 1); }} onMove={nothing} onKeyDown={onKeyDown} onFocusWithin={nothing} />
        </div>
        <p className={styles.said} data-testid="timeline-point-said">{said}</p>
        <ul className={styles.legend}>
          {products.map((product, index) => <li key={product}><span className={mapStyles.swatch} data-look={index % 4} /> {names.get(product)?.name}</li>)}
        </ul>
        {standing.length > 1 && (
          <div className={styles.back}>
            <p><b>{t("traces.howFar")}</b> <span className="quiet" data-testid="timeline-since">{since}</span></p>
            <div>
              <span className="quiet">{t("traces.onlyLatest")}</span>
              <Slider min={1} max={standing.length} value={upTo} tooltip={{ open: false }} ariaLabelForHandle={t("traces.howFar")} ariaValueTextFormatterForHandle={() => since} data-testid="timeline-back-to" onChange={setBack} />
              <span className="quiet">{t("traces.everything")}</span>
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
