/** Which day, which view, whose; and the new appointment. */
import { Button, Segmented, Select, Switch } from "antd";
import { CalendarPlus, ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { DayInput } from "../../components/DayInput";
import type { Directory } from "../../components/directory";
import { useFormat } from "../../components/format";
import styles from "./calendar.module.css";
import type { By, Place, View } from "./place";

interface ToolbarProps {
  place: Place;
  directory: Directory;
  words: string;
  cancelled: number;
  withCancelled: boolean;
  onCancelled: (shown: boolean) => void;
  /** Undefined for who may not book. */
  onNew: (() => void) | undefined;
}

export function Toolbar({ place, directory, words, cancelled, withCancelled, onCancelled, onNew }: ToolbarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view, by, day, days, who, today } = place;
  const last = days.at(-1) ?? day;
  const people = by === "doctor" ? directory.doctors : directory.rooms.filter((room) => room.active);
  return (
    <header className={styles.bar}>
      <Button icon={<ChevronLeft aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("calendar.previous")} data-testid="calendar-previous" onClick={() => { place.step(-1); }} />
      <Button disabled={day === today} data-testid="calendar-today" onClick={() => { place.go({ day: today }); }}>{t("calendar.today")}</Button>
      <Button icon={<ChevronRight aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("calendar.next")} data-testid="calendar-next" onClick={() => { place.step(1); }} />
      <span style={{ width: 128 }}><DayInput value={day} label={t("calendar.form.day")} testId="calendar-day" onChange={(chosen) => { if (chosen !== null) place.go({ day: chosen }); }} /></span>
      <h1 className={styles.title} data-testid="calendar-title">{view === "week" ? `${(days[0] ?? day).slice(5)} – ${last.slice(5)}` : format.date(day).slice(11)}</h1>
      <span className="quiet">{words}</span>
      <span className={styles.spring} />
      {cancelled > 0 && (
        <label htmlFor="calendar-cancelled" className="quiet" style={{ display: "flex", gap: 8, alignItems: "center" }}>
          <Switch id="calendar-cancelled" size="small" checked={withCancelled} title={t("calendar.cancelledShown")} data-testid="calendar-cancelled" onChange={onCancelled} />
          {t("calendar.withCancelled", { count: cancelled })}
        </label>
      )}
      {view === "week" && (
        <Select
          value={who ?? ""}
          style={{ width: 128 }}
          aria-label={t("calendar.who")}
          data-testid="calendar-who"
          options={[{ value: "", label: t(by === "doctor" ? "calendar.allDoctors" : "calendar.allRooms") }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(value) => { place.go({ who: value === "" ? null : value }); }}
        />
      )}
      {view !== "list" && (
        <Segmented<By> aria-label={t("calendar.byLabel")} data-testid="calendar-by" value={by} options={(["doctor", "room"] as const).map((value) => ({ value, label: t(`calendar.by.${value}`) }))} onChange={(value) => { place.go({ by: value, who: null }); }} />
      )}
      <Segmented<View> aria-label={t("calendar.view")} data-testid="calendar-view" value={view} options={(["day", "week", "list"] as const).map((value) => ({ value, label: t(`calendar.views.${value}`) }))} onChange={(value) => { place.show(value); }} />
      {onNew && (
        <Button type="primary" title={t("calendar.new")} icon={<CalendarPlus aria-hidden size={16} strokeWidth={1.5} />} data-testid="appointment-new" onClick={onNew}>
          {t("calendar.newShort")} <span style={{ fontSize: 11 }}>N</span>
        </Button>
      )}
    </header>
  );
}
