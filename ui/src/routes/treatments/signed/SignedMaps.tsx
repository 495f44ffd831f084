/** The drawings as they were signed: the arrows walk from point to point. */
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SignedText, SiteMap } from "../../../api/generated";
import { quantity, writeDecimal } from "../../../components/decimals";
import { MapTabs } from "../record/map/MapTabs";
import { type Mark, MapView } from "../record/map/MapView";
import { siteMaps } from "../record/map/drawings";
import mapStyles from "../record/map/map.module.css";
import { groupsOf, lookOf } from "../record/map/proposal";
import recordStyles from "../record/record.module.css";
import { namesOf } from "./names";

interface SignedMapsProps {
  text: SignedText;
  selected: number | null;
  onSelect: (key: number | null) => void;
}

const steps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const nothing = () => undefined;

export function SignedMaps({ text, selected, onSelect }: SignedMapsProps) {
  const { t } = useTranslation();
  const { uses } = text.body;
  const names = namesOf(text);
  const counts = (map: SiteMap) => uses.filter((use) => use.map === map).length;
  const [map, setMap] = useState<SiteMap>(() => siteMaps.find((other) => counts(other) > 0) ?? "face_front");
  const groups = groupsOf(uses);
  const marks: Mark[] = uses.filter((use) => use.map === map).map((use) => ({
    key: use.key, x: use.x, y: use.y,
    text: writeDecimal(use.quantity, names.measure(use.product).scale),
    label: t("treatments.point", { site: use.site, product: names.productName(use.product), quantity: quantity(use.quantity, names.measure(use.product)) }),
    look: lookOf(groups, use),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || marks.length === 0) return;
    event.preventDefault();
    const at = marks.findIndex(({ key }) => key === selected);
    onSelect(marks[(at + step + marks.length) % marks.length]?.key ?? null);
  };
  return (
    <section className={recordStyles.mapZone} aria-label={t("signing.record.map")}>
      <div className={mapStyles.zone}>
        <MapTabs chosen={map} counts={counts} onChoose={setMap} />
        <div className={mapStyles.box}>
          <MapView map={map} marks={marks} selected={selected} readOnly onAdd={nothing} onSelect={onSelect} onMove={nothing} onKeyDown={onKeyDown} onFocusWithin={nothing} />
        </div>
      </div>
    </section>
  );
}
