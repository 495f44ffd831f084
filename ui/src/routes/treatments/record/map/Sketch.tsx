import type { SiteMap } from "../../../../api/generated";
import { type Stroke, drawings, sheets } from "./drawings";
import styles from "./map.module.css";

export function Sketch({ map }: { map: SiteMap }) {
  const { sides, middle, flipped = false } = drawings[map];
  const { width } = sheets[map];
  const mirrored = `translate(${width} 0) scale(-1 1)`;
  return (
    <g aria-hidden className={styles.sketch} {...(flipped ? { transform: mirrored } : {})}>
      <Strokes strokes={middle} />
      <Strokes strokes={sides} />
      <g transform={mirrored}><Strokes strokes={sides} /></g>
    </g>
  );
}

function Strokes({ strokes }: { strokes: readonly Stroke[] }) {
  return strokes.map(({ d, light, solid }) => <path key={d} d={d} data-light={light ? "" : undefined} data-solid={solid ? "" : undefined} />);
}
