/** A photo at the size of the screen, in the coordinates of the original; points can be set on it, by hand or by keys. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mark, Photo } from "../../api/generated";
import styles from "./photos.module.css";
import { usePhoto } from "./usePhoto";

/** A picture's edge, in the parts that marks are counted in. */
const edge = 10_000;
const step = 100;
const fineStep = 10;

interface FigureProps {
  photo: Photo;
  name: string;
  /** Shown instead of the kept ones while they are being set. */
  marks?: readonly Mark[];
  onPoint?: (mark: Mark) => void;
}

const within = (value: number) => Math.min(edge, Math.max(0, value));

export function Figure({ photo, name, marks = [], onPoint }: FigureProps) {
  const { t } = useTranslation();
  const { width, height } = photo;
  const { url, failure } = usePhoto(photo.id, "screen", photo.preview === "made");
  const [cursor, setCursor] = useState<Mark>({ x: edge / 2, y: edge / 2 });
  const [keyed, setKeyed] = useState(false);
  const svg = useRef<SVGSVGElement>(null);
  const pointing = onPoint !== undefined;
  useEffect(() => {
    if (pointing && url !== null) svg.current?.focus();
  }, [pointing, url]);
  if (url === null) return <p className="quiet">{t(photo.preview === "failed" || failure ? "photos.unreadable" : photo.preview === "waiting" ? "photos.previewWaits" : "common.loading")}</p>;
  const size = Math.max(width, height);
  const move = (event: KeyboardEvent) => {
    if (!onPoint) return;
    const by = event.shiftKey ? fineStep : step;
    const [dx, dy] = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[event.key] ?? [0, 0];
    if (dx || dy) {
      setKeyed(true);
      setCursor({ x: within(cursor.x + (dx ?? 0)), y: within(cursor.y + (dy ?? 0)) });
    } else if (event.key === "Enter" && keyed) onPoint(cursor);
    else return;
    event.preventDefault();
  };
  const crosses = [...marks.map((mark, index) => ({ mark, label: String(index + 1) })), ...(pointing && keyed ? [{ mark: cursor, label: "" }] : [])];
  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={name}
      data-testid="photo-figure"
      {...(pointing ? { tabIndex: 0, onKeyDown: move } : {})}
      onClick={(event) => {
        const matrix = event.currentTarget.getScreenCTM();
        if (!onPoint || !matrix) return;
        const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
        if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) return;
        onPoint({ x: Math.round((at.x / width) * edge), y: Math.round((at.y / height) * edge) });
      }}
    >
      <image href={url} width={width} height={height} />
      {crosses.map(({ mark, label }) => {
        const [x, y] = [(mark.x / edge) * width, (mark.y / edge) * height];
        const arm = size / 60;
        return (
          <g key={label} className={styles.cross} data-testid={label === "" ? "photo-cursor" : "photo-mark"} strokeWidth={size / 400}>
            <circle cx={x} cy={y} r={arm} stroke="#000" strokeWidth={size / 180} opacity={0.5} />
            <circle cx={x} cy={y} r={arm} />
            <path d={`M${x - arm * 1.8} ${y}H${x + arm * 1.8}M${x} ${y - arm * 1.8}V${y + arm * 1.8}`} />
            <text x={x + arm * 1.4} y={y - arm * 1.4} fontSize={size / 36} fill="#fff" stroke="#000" strokeWidth={size / 260}>{label}</text>
          </g>
        );
      })}
    </svg>
  );
}
