/** When a doctor works, day by day of the week; what was changed is saved together. */
import { App, Button, Input, Switch } from "antd";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead, useWrite } from "../../api/hooks";
import type { Calendar, StaffMember } from "../../api/generated";
import { Loaded } from "../../components/States";
import { useFormat } from "../../components/format";
import { timeOfMinute } from "../../components/zonedTime";
import { minutesOf } from "./hourWords";
import styles from "./staff.module.css";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

interface Day {
  works: boolean;
  from: string;
  to: string;
}

export function Hours({ member }: { member: StaffMember }) {
  const today = useFormat().today();
  const calendar = useRead("staff", "appointments.calendar", { from: today, to: today }, { keepPrevious: true });
  return <Loaded read={calendar} rows={3}>{(loaded) => <Week member={member} calendar={loaded} />}</Loaded>;
}

function Week({ member, calendar }: { member: StaffMember; calendar: Calendar }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const set = useWrite("staff.set_hours");
  const [typed, setTyped] = useState<Record<number, Day | undefined>>({});
  const [asked, setAsked] = useState(false);

  const kept = (weekday: number): Day | null => {
    const found = calendar.hours.find((hours) => hours.staffId === member.id && hours.weekday === weekday);
    return found ? { works: found.works, from: timeOfMinute(found.starts), to: timeOfMinute(found.ends) } : null;
  };
  /** Most weeks are alike: a day that nobody has set begins as the working day before it. */
  const usual = (weekday: number): Pick<Day, "from" | "to"> => {
    if (weekday === 0) return { from: timeOfMinute(calendar.dayStarts), to: timeOfMinute(calendar.dayEnds) };
    const day = typed[weekday] ?? kept(weekday);
    return day?.works ? day : usual(weekday - 1);
  };
  const shown = (weekday: number): Day => typed[weekday] ?? kept(weekday) ?? { ...usual(weekday - 1), works: false };
  const week = days.map((name, index) => ({ name, weekday: index + 1, day: shown(index + 1) }));
  const changed = week.filter(({ weekday, day }) => typed[weekday] !== undefined && JSON.stringify(day) !== JSON.stringify(kept(weekday)));

  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = changed.find(({ day }) => faultOf(day) !== null);
    if (wrong) {
      document.getElementById(`hours-${wrong.weekday}-${faultOf(wrong.day)?.at ?? "to"}`)?.focus();
      return;
    }
    for (const { weekday, day } of changed) {
      const starts = minutesOf(day.from);
      const ends = minutesOf(day.to);
      // A day off may have anything typed in its hours; the clinic's own day stands in for what is no time.
      const saved = await set.run({ staffId: member.id, weekday, works: day.works, starts: starts ?? calendar.dayStarts, ends: ends ?? calendar.dayEnds });
      if (!saved) return;
      setTyped((now) => ({ ...now, [weekday]: undefined }));
    }
    setAsked(false);
    if (changed.length > 0) message.success(t("common.saved"));
  };

  return (
    <form className={styles.hours} noValidate onSubmit={(event) => void save(event)}>
      {week.map(({ name, weekday, day }) => (
        <DayRow
          key={weekday}
          weekday={weekday}
          words={t(`format.${name}`)}
          day={day}
          unset={typed[weekday] === undefined && kept(weekday) === null}
          fault={asked ? faultOf(day) : null}
          onChange={(next) => { setTyped((now) => ({ ...now, [weekday]: next })); }}
        />
      ))}
      <div>
        <Button htmlType="submit" disabled={changed.length === 0} loading={set.pending} data-testid="hours-save">{t("staff.saveHours")}</Button>
      </div>
    </form>
  );
}

interface Fault {
  at: "from" | "to";
  words: "staff.hoursForm" | "staff.hoursOrder";
}

function faultOf({ works, from, to }: Day): Fault | null {
  if (!works) return null;
  const starts = minutesOf(from);
  const ends = minutesOf(to);
  if (starts === null) return { at: "from", words: "staff.hoursForm" };
  if (ends === null) return { at: "to", words: "staff.hoursForm" };
  return ends <= starts ? { at: "to", words: "staff.hoursOrder" } : null;
}

interface DayRowProps {
  weekday: number;
  words: string;
  day: Day;
  /** Nobody has said yet whether they work then: it may be booked at any time. */
  unset: boolean;
  fault: Fault | null;
  onChange: (day: Day) => void;
}

function DayRow({ weekday, words, day, unset, fault, onChange }: DayRowProps) {
  const { t } = useTranslation();
  const id = `hours-${weekday}`;
  const time = (at: "from" | "to", label: string) => (
    <Input
      id={`${id}-${at}`}
      value={day[at]}
      maxLength={5}
      inputMode="numeric"
      aria-label={label}
      data-testid={`${id}-${at}`}
      style={{ width: 80 }}
      {...(fault?.at === at ? { status: "error", "aria-invalid": true, "aria-describedby": `${id}-fault` } as const : {})}
      onChange={(event) => { onChange({ ...day, [at]: event.target.value }); }}
      onBlur={() => {
        const minutes = minutesOf(day[at]);
        if (minutes !== null && timeOfMinute(minutes) !== day[at]) onChange({ ...day, [at]: timeOfMinute(minutes) });
      }}
    />
  );
  return (
    <div className={styles.day}>
      <Switch id={`${id}-works`} size="small" checked={day.works} aria-label={t("staff.hoursWorks", { day: words })} data-testid={`${id}-works`} onChange={(works) => { onChange({ ...day, works }); }} />
      <label htmlFor={`${id}-works`}>{words}</label>
      {day.works ? (
        <>
          {time("from", t("staff.hoursFrom", { day: words }))}
          <span aria-hidden className="quiet">–</span>
          {time("to", t("staff.hoursTo", { day: words }))}
        </>
      ) : <span className="quiet">{t(unset ? "staff.hoursUnset" : "staff.hoursOff")}</span>}
      {fault && <span id={`${id}-fault`} role="alert" className="danger">{t(fault.words)}</span>}
    </div>
  );
}
