/** A column's title with the handle that changes its width, by pointer or by arrows. */
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import styles from "./table.module.css";

const narrowest = 56;

interface HeadCellProps {
  title: string;
  align: "left" | "right";
  width: number;
  onWidth: (width: number) => void;
}

export function HeadCell({ title, align, width, onWidth }: HeadCellProps) {
  const { t } = useTranslation();
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const handle = event.currentTarget;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (moved) => { onWidth(Math.max(narrowest, width + moved.clientX - from)); };
    handle.onpointerup = () => { handle.onpointermove = null; };
  };
  return (
    <div role="columnheader" className={styles.cell} style={{ textAlign: align, position: "relative" }}>
      {title}
      <button
        type="button"
        tabIndex={-1}
        className={styles.handle}
        aria-label={t("common.columnWidth", { column: title })}
        onPointerDown={drag}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          onWidth(Math.max(narrowest, width + step));
        }}
      />
    </div>
  );
}
