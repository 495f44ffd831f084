/** Two photos of one place: side by side, under a slider, or laid over each other, aligned on the points marked on both. */
import { Button, Checkbox, Segmented, Select, Slider } from "antd";
import { Crosshair, Maximize2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DataPurpose, Photo, PhotoId } from "../../api/generated";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { useFormat } from "../../components/format";
import { ConsentBadge } from "./ConsentBadge";
import { Laid } from "./Laid";
import styles from "./photos.module.css";

const modes = ["sides", "slider", "overlay"] as const;
type Mode = (typeof modes)[number];
const keyStep = 2;
const icon = { "aria-hidden": true, size: 14, strokeWidth: 1.5 } as const;

interface CompareProps {
  photos: readonly Photo[];
  start: [PhotoId, PhotoId];
  consents: readonly DataPurpose[];
  onOpen: (id: PhotoId, mark: boolean) => void;
}

export function Compare({ photos, start, consents, onOpen }: CompareProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayMark = useMay()("add_photos");
  const [ids, setIds] = useState(start);
  const [mode, setMode] = useState<Mode>("sides");
  const [part, setPart] = useState(50);
  const [wanted, setWanted] = useState(true);
  const slider = useRef<HTMLDivElement>(null);
  const move = (by: number) => (event: KeyboardEvent) => {
    // There the arrow keys choose the way to compare.
    if (event.target instanceof Element && event.target.closest(".ant-segmented")) return;
    setPart((now) => Math.min(100, Math.max(0, now + by)));
  };
  useShortcut("ArrowLeft", t("photos.slideLeft"), move(-keyStep), { when: mode !== "sides" });
  useShortcut("ArrowRight", t("photos.slideRight"), move(keyStep), { when: mode !== "sides" });
  const before = photos.find(({ id }) => id === ids[0]);
  const after = photos.find(({ id }) => id === ids[1]);
  if (!before || !after) return null;
  const marked = before.marks !== null && after.marks !== null;
  const aligned = marked && wanted;
  const caption = (photo: Photo, index: 0 | 1) => (
    <>
      <b>{t(index === 0 ? "photos.earlier" : "photos.later")}</b>
      <Pick photos={photos} value={photo.id} index={index} onPick={(id) => { setIds(index === 0 ? [id, ids[1]] : [ids[0], id]); }} />
      <ConsentBadge purpose={photo.facts.purpose} consents={consents} />
      {mayMark && photo.marks === null && photo.preview === "made" ? (
        <Button type="text" size="small" icon={<Crosshair {...icon} />} data-testid={index === 0 ? "photo-mark-earlier" : "photo-mark-later"} onClick={() => { onOpen(photo.id, true); }}>{t("photos.mark")}</Button>
      ) : (
        <Button type="text" size="small" icon={<Maximize2 {...icon} />} aria-label={t("photos.openOne")} title={t("photos.openOne")} onClick={() => { onOpen(photo.id, false); }} />
      )}
    </>
  );
  const laid = { before, after, aligned };
  const corner = (photo: Photo, index: 0 | 1) => <span className={styles.corner} data-side={index}>{t(index === 0 ? "photos.earlier" : "photos.later")} {format.dayOf(photo.takenAt)}</span>;
  return (
    <div className={styles.compare} data-testid="photo-compare">
      <div className={styles.controls}>
        <Segmented<Mode> value={mode} aria-label={t("photos.mode")} options={modes.map((value) => ({ value, label: t(`photos.modes.${value}`) }))} data-testid="photo-mode" onChange={setMode} />
        {mode === "sides" ? <span className={styles.spring} /> : (
          <div ref={slider} className={styles.slider}>
            {mode === "overlay" && <span className="quiet">{t("photos.earlier")}</span>}
            <Slider value={part} onChange={setPart} tooltip={{ open: false }} ariaLabelForHandle={t(`photos.modes.${mode}`)} data-testid="photo-part" />
            {mode === "overlay" && <span className="quiet">{t("photos.later")}</span>}
          </div>
        )}
        <Checkbox checked={aligned} disabled={!marked} data-testid="photo-aligned" onChange={({ target }) => { setWanted(target.checked); }}>{t(marked ? "photos.aligned" : "photos.notAligned")}</Checkbox>
      </div>
      {mode === "sides" ? (
        <div className={styles.sides}>
          {([before, after] as const).map((photo, index) => (
            <figure key={index} className={styles.figure}>
              <div className={styles.stage}><Laid {...laid} mode={index === 0 ? "before" : "after"} part={100} /></div>
              <figcaption>{caption(photo, index as 0 | 1)}</figcaption>
            </figure>
          ))}
        </div>
      ) : (
        <div className={styles.figure}>
          <div className={styles.stage}>
            <Laid {...laid} mode={mode} part={part} {...(mode === "slider" ? { onPart: (to: number) => { setPart(to); slider.current?.querySelector<HTMLElement>("[role=slider]")?.focus(); } } : {})} />
            {mode === "slider" && <>{corner(before, 0)}{corner(after, 1)}</>}
          </div>
          <div className={styles.captions}>
            <div>{caption(before, 0)}</div>
            <div>{caption(after, 1)}</div>
          </div>
        </div>
      )}
    </div>
  );
}

function Pick({ photos, value, index, onPick }: { photos: readonly Photo[]; value: PhotoId; index: 0 | 1; onPick: (id: PhotoId) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Select
      size="small"
      style={{ width: 296 }}
      value={value}
      aria-label={t(index === 0 ? "photos.earlier" : "photos.later")}
      data-testid={index === 0 ? "photo-earlier" : "photo-later"}
      options={photos.toSorted((one, other) => one.takenAt - other.takenAt).map((photo) => ({ value: photo.id, label: `${format.moment(photo.takenAt)} ${t(`photos.view.${photo.facts.view}`)} ${t(`photos.stage.${photo.facts.stage}`)}` }))}
      onChange={onPick}
    />
  );
}
