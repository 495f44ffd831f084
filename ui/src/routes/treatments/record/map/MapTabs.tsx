/** Which drawing is shown, with the number of points on each. */
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SiteMap } from "../../../../api/generated";
import { siteMaps } from "./drawings";
import styles from "./map.module.css";

interface MapTabsProps {
  chosen: SiteMap;
  counts: (map: SiteMap) => number;
  onChoose: (map: SiteMap) => void;
}

export function MapTabs({ chosen, counts, onChoose }: MapTabsProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (siteMaps.indexOf(chosen) + step + siteMaps.length) % siteMaps.length;
    const next = siteMaps[at];
    if (next) onChoose(next);
    root.current?.querySelectorAll("button")[at]?.focus();
  };
  return (
    <div ref={root} role="tablist" tabIndex={-1} aria-label={t("treatments.maps.label")} className={styles.tabs} onKeyDown={onKeyDown}>
      {siteMaps.map((map) => (
        <button key={map} type="button" role="tab" aria-selected={map === chosen} tabIndex={map === chosen ? 0 : -1} className={styles.tab} data-testid={`map-tab-${map}`} onClick={() => { onChoose(map); }}>
          {t(`treatments.maps.${map}`)}{counts(map) > 0 && <span className={styles.count}>{counts(map)}</span>}
        </button>
      ))}
    </div>
  );
}
