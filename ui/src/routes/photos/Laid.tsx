/** Two pictures in the coordinates of the earlier one: either of them alone, the later one beyond a line, or through it. */
import { type PointerEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Photo } from "../../api/generated";
import { align } from "./align";
import styles from "./photos.module.css";
import { usePhoto } from "./usePhoto";

interface LaidProps {
  before: Photo;
  after: Photo;
  aligned: boolean;
  mode: "before" | "after" | "slider" | "overlay";
  /** Of a hundred: where the line is, or how much of the later one is seen. */
  part: number;
  /** The line is drawn along. */
  onPart?: (part: number) => void;
}

export function Laid({ before, after, aligned, mode, part, onPart }: LaidProps) {
  const { t } = useTranslation();
  const clip = useId();
  const under = usePhoto(before.id, "screen", before.preview === "made" && mode !== "after");
  const over = usePhoto(after.id, "screen", after.preview === "made" && mode !== "before");
  const missing = [...(mode === "after" ? [] : [{ photo: before, ...under }]), ...(mode === "before" ? [] : [{ photo: after, ...over }])].find(({ url }) => url === null);
  if (missing) return <p className="quiet">{t(missing.photo.preview === "failed" || missing.failure ? "photos.unreadable" : missing.photo.preview === "waiting" ? "photos.previewWaits" : "common.loading")}</p>;
  // Alone and not aligned, each has the room for itself.
  const base = mode === "after" && !aligned ? after : before;
  const { width, height } = base;
  const edge = mode === "slider" ? (part / 100) * width : 0;
  const matrix = align({ ...base, ...(aligned ? {} : { marks: null }) }, after);
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    const screen = event.currentTarget.getScreenCTM();
    if (!onPart || !screen) return;
    const { x } = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen.inverse());
    onPart(Math.round(Math.min(1, Math.max(0, x / width)) * 100));
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t(mode === "before" ? "photos.earlier" : mode === "after" ? "photos.later" : `photos.modes.${mode}`)}
      className={onPart ? styles.drawn : undefined}
      data-testid={mode === "before" || mode === "after" ? `photo-side-${mode}` : "photo-laid"}
      onPointerDown={(event) => {
        if (!onPart || event.button !== 0) return;
        // Else the pressed picture takes the focus from the slider.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        draw(event);
      }}
      onPointerMove={(event) => { if (onPart && event.currentTarget.hasPointerCapture(event.pointerId)) draw(event); }}
    >
      <defs><clipPath id={clip}><rect x={edge} y={0} width={width - edge} height={height} /></clipPath></defs>
      {mode !== "after" && under.url !== null && <image href={under.url} width={width} height={height} />}
      {mode !== "before" && over.url !== null && (
        <g clipPath={`url(#${clip})`} opacity={mode === "overlay" ? part / 100 : 1}>
          <image href={over.url} width={after.width} height={after.height} preserveAspectRatio="none" transform={`matrix(${matrix.join(" ")})`} data-testid="photo-over" />
        </g>
      )}
      {mode === "slider" && (
        <g className={styles.handle} strokeWidth={width / 300}>
          <path d={`M${edge} 0V${height}`} />
          <circle cx={edge} cy={height / 2} r={width / 40} />
        </g>
      )}
    </svg>
  );
}
