/** A leave, hatched, with its reason; it can be taken back. */
import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { Leave } from "../../api/generated";
import styles from "./calendar.module.css";

export function LeaveMark({ leave, top, height, mayEnd, onEnd }: { leave: Leave; top: number; height: number; mayEnd: boolean; onEnd: () => void }) {
  const { t } = useTranslation();
  const words = [t("calendar.leave.word"), leave.reason].filter(Boolean).join(" · ");
  return (
    <Dropdown autoFocus trigger={mayEnd ? ["click"] : []} menu={{ items: [{ key: "end", label: t("calendar.leave.end"), onClick: onEnd }] }}>
      <button type="button" className={styles.leave} data-testid={`calendar-leave-${leave.id}`} style={{ top: `${top}%`, height: `${height}%` }} onPointerDown={(event) => { event.stopPropagation(); }}>
        <span>{words}</span>
      </button>
    </Dropdown>
  );
}
