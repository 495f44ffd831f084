/** A drawing with its points: click or tap sets one, a press on one takes hold of it. Its keys are its owner's. */
import { type KeyboardEventHandler, type MouseEvent, type PointerEvent as ReactPointerEvent, type Ref, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SiteMap } from "../../../../api/generated";
import { drag } from "../../../../components/pointerDrag";
import { Sketch } from "./Sketch";
import { sheets } from "./drawings";
import styles from "./map.module.css";
import { edge } from "./sites";

export interface Mark {
  key: number;
  x: number;
  y: number;
  /** Its quantity. */
  text: string;
  /** Where, what and how much. */
  label: string;
  /** Which group it is of: points of one batch look alike. */
  look: number;
  /** Shown behind the others. */
  faint?: boolean;
}

interface MapViewProps {
  map: SiteMap;
  marks: readonly Mark[];
  selected: number | null;
  readOnly: boolean;
  onAdd: (x: number, y: number) => void;
  onSelect: (key: number) => void;
  onMove: (key: number, x: number, y: number) => void;
  onKeyDown: KeyboardEventHandler;
  onFocusWithin: (within: boolean) => void;
  ref?: Ref<SVGSVGElement>;
}

/** Where a pointer is on the drawing, which stands in the middle of its box. */
export function placeIn(box: DOMRect, map: SiteMap, { clientX, clientY }: { clientX: number; clientY: number }): { x: number; y: number } | null {
  const { width, height } = sheets[map];
  const scale = Math.min(box.width / width, box.height / height);
  if (scale === 0) return null;
  const x = (clientX - box.left - (box.width - width * scale) / 2) / (width * scale);
  const y = (clientY - box.top - (box.height - height * scale) / 2) / (height * scale);
  return { x: Math.round(x * edge), y: Math.round(y * edge) };
}

export function MapView({ map, marks, selected, readOnly, onAdd, onSelect, onMove, onKeyDown, onFocusWithin, ref }: MapViewProps) {
  const { t } = useTranslation();
  const own = useRef<SVGSVGElement>(null);
  const { width, height } = sheets[map];
  const place = (event: { clientX: number; clientY: number }) => (own.current ? placeIn(own.current.getBoundingClientRect(), map, event) : null);
  const keyOf = (target: EventTarget) => (target instanceof Element ? target.closest("[data-key]")?.getAttribute("data-key") : null) ?? null;

  const onClick = (event: MouseEvent) => {
    if (readOnly || keyOf(event.target) !== null) return;
    const at = place(event);
    if (at && at.x >= 0 && at.x <= edge && at.y >= 0 && at.y <= edge) onAdd(at.x, at.y);
  };
  const onPointerDown = (event: ReactPointerEvent) => {
    own.current?.focus();
    const key = keyOf(event.target);
    if (key === null) return;
    onSelect(Number(key));
    if (readOnly) return;
    drag(event, {
      onMove: (move) => { const at = place(move); if (at) onMove(Number(key), at.x, at.y); },
      onDrop: () => undefined,
      onEnd: () => undefined,
    });
  };

  return (
    <svg
      ref={(element) => {
        own.current = element;
        if (typeof ref === "function") ref(element);
        else if (ref) ref.current = element;
      }}
      viewBox={`0 0 ${width} ${height}`}
      role="listbox"
      aria-label={t("treatments.mapLabel", { map: t(`treatments.maps.${map}`), count: marks.length })}
      aria-activedescendant={marks.some(({ key }) => key === selected) ? `map-point-${selected ?? ""}` : undefined}
      aria-readonly={readOnly}
      tabIndex={0}
      className={styles.map}
      data-testid={`map-${map}`}
      onClick={onClick}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onFocus={() => { onFocusWithin(true); }}
      onBlur={() => { onFocusWithin(false); }}
    >
      <Sketch map={map} />
      {marks.map((mark) => <Point key={mark.key} mark={mark} selected={mark.key === selected} width={width} height={height} />)}
    </svg>
  );
}

function Point({ mark: { key, x, y, text, label, look, faint = false }, selected, width, height }: { mark: Mark; selected: boolean; width: number; height: number }) {
  const half = Math.max(9, 4.6 + text.length * 3.6);
  return (
    <g
      id={`map-point-${key}`}
      role="option"
      aria-selected={selected}
      aria-label={label}
      data-testid="map-point"
      data-key={key}
      data-look={look % 4}
      data-faint={faint ? "" : undefined}
      className={styles.point}
      transform={`translate(${((x / edge) * width).toFixed(1)} ${((y / edge) * height).toFixed(1)})`}
    >
      {/* A finger is wider than a point. */}
      <circle r={15} className={styles.reach} />
      {selected && <rect x={-half - 3} y={-12} width={half * 2 + 6} height={24} rx={12} className={styles.ring} />}
      <rect x={-half} y={-9} width={half * 2} height={18} rx={9} className={styles.body} />
      <text y={4} textAnchor="middle" className={styles.dose}>{text}</text>
    </g>
  );
}
