/** A column's name; of a doctor's, with leave and the week behind a menu. */
import { Button, Dropdown } from "antd";
import { Ellipsis } from "lucide-react";
import type { SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import styles from "./calendar.module.css";
import type { Column } from "./columns";

interface ColumnHeadProps {
  column: Column;
  isToday: boolean;
  isDoctor: boolean;
  mayEdit: boolean;
  onLeave: () => void;
  onWeekOf: () => void;
}

/** The Enter that chose is not also the Enter of the form that opens. */
const chosen = (run: () => void) => ({ domEvent }: { domEvent: SyntheticEvent }) => {
  domEvent.preventDefault();
  run();
};

export function ColumnHead({ column, isToday, isDoctor, mayEdit, onLeave, onWeekOf }: ColumnHeadProps) {
  const { t } = useTranslation();
  const count = column.appointments.filter(({ status }) => status !== "cancelled").length;
  return (
    <div className={styles.head} data-today={isToday ? "" : undefined}>
      <span className={styles.headName}>{column.title}</span>
      {count > 0 && <span className="quiet">{count}</span>}
      <span className={styles.spring} />
      {isDoctor && (
        <Dropdown
          autoFocus
          trigger={["click"]}
          menu={{
            items: [
              ...(mayEdit ? [{ key: "leave", label: t("calendar.leave.enter"), onClick: chosen(onLeave) }] : []),
              { key: "week", label: t("calendar.leave.weekOf"), onClick: chosen(onWeekOf) },
            ],
          }}
        >
          <Button size="small" type="text" aria-label={t("calendar.leave.menu", { name: column.title })} data-testid={`calendar-menu-${column.key}`} icon={<Ellipsis aria-hidden size={16} strokeWidth={1.5} />} />
        </Dropdown>
      )}
    </div>
  );
}
