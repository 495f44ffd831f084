/**
 * The slots of one or more days, side by side. A press or a drag on free ground begins an appointment;
 * blocks are dragged to another time or column, or stretched at their lower edge.
 */
import { type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment, Leave } from "../../api/generated";
import { useZone } from "../../app/zone";
import type { Directory } from "../../components/directory";
import { inZone, useFormat } from "../../components/format";
import { useNow } from "../../components/now";
import { drag } from "../../components/pointerDrag";
import { instantOf, minuteOf, timeOfMinute } from "../../components/zonedTime";
import { Block } from "./Block";
import { ColumnHead } from "./ColumnHead";
import { LeaveMark } from "./LeaveMark";
import styles from "./calendar.module.css";
import { type Column, type Span, lanesOf } from "./columns";
import type { By } from "./place";

/** Where something under way would come to lie. */
interface Aim {
  id: string | null;
  column: string;
  from: number;
  to: number;
}

export interface GridProps {
  columns: readonly Column[];
  span: Span;
  slot: number;
  by: By;
  days: boolean;
  today: string;
  directory: Directory;
  mayEdit: boolean;
  current: string | null;
  onCurrent: (id: string) => void;
  onOpen: (appointment: Appointment) => void;
  onNew: (column: Column, from: number, to: number | null) => void;
  onMove: (appointment: Appointment, column: Column | null, from: number, to: number) => void;
  onLeave: (column: Column) => void;
  onEndLeave: (leave: Leave) => void;
  onWeekOf: (column: Column) => void;
}

export function Grid({ columns, span, slot, by, days, today, directory, mayEdit, current, onCurrent, onOpen, onNew, onMove, onLeave, onEndLeave, onWeekOf }: GridProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const now = useNow();
  const body = useRef<HTMLDivElement>(null);
  const [aim, setAim] = useState<Aim | null>(null);
  const length = span.ends - span.starts;
  const percent = (minute: number) => (100 * (Math.max(span.starts, Math.min(span.ends, minute)) - span.starts)) / length;
  const hours = Array.from({ length: Math.floor(length / 60) + 1 }, (_, index) => span.starts + index * 60).filter((minute) => minute < span.ends);
  const nowMinute = minuteOf(now, zone);
  const nowDay = inZone(now, zone).day;
  const first = columns.flatMap((column) => column.appointments)[0];

  const minuteAt = (y: number) => {
    const box = body.current?.getBoundingClientRect();
    return box ? span.starts + ((y - box.top) / box.height) * length : span.starts;
  };
  const snap = (minute: number) => Math.round(minute / slot) * slot;
  const columnAt = ({ clientX, clientY }: PointerEvent) => document.elementsFromPoint(clientX, clientY).map((element) => (element instanceof HTMLElement ? element.dataset["column"] : undefined)).find((key) => key !== undefined);
  const find = (key: string) => columns.find((column) => column.key === key);

  const begin = (event: ReactPointerEvent, column: Column) => {
    if (!mayEdit || event.button !== 0) return;
    const from = Math.floor(minuteAt(event.clientY) / slot) * slot;
    let to = from + slot;
    drag(event, {
      onMove: (move) => {
        to = Math.max(from + slot, Math.ceil(minuteAt(move.clientY) / slot) * slot);
        setAim({ id: null, column: column.key, from, to });
      },
      onDrop: () => { onNew(column, from, to); },
      onEnd: (moved) => {
        setAim(null);
        if (!moved) onNew(column, from, null);
      },
    });
  };
  const grab = (event: ReactPointerEvent, appointment: Appointment, column: Column) => {
    const start = minuteOf(appointment.startsAt, zone);
    const lasts = Math.round((appointment.endsAt - appointment.startsAt) / 60_000);
    const offset = minuteAt(event.clientY) - start;
    let at = { column: column.key, from: start };
    drag(event, {
      onMove: (move) => {
        at = { column: columnAt(move) ?? at.column, from: Math.max(0, snap(minuteAt(move.clientY) - offset)) };
        setAim({ id: appointment.id, column: at.column, from: at.from, to: at.from + lasts });
      },
      onDrop: () => {
        const target = find(at.column);
        if (target && (target !== column || at.from !== start)) onMove(appointment, target === column ? null : target, at.from, at.from + lasts);
      },
      onEnd: () => { setAim(null); },
    });
  };
  const stretch = (event: ReactPointerEvent, appointment: Appointment, column: Column) => {
    const from = minuteOf(appointment.startsAt, zone);
    let to = from + Math.round((appointment.endsAt - appointment.startsAt) / 60_000);
    const before = to;
    drag(event, {
      onMove: (move) => {
        to = Math.max(from + slot, snap(minuteAt(move.clientY)));
        setAim({ id: appointment.id, column: column.key, from, to });
      },
      onDrop: () => { if (to !== before) onMove(appointment, null, from, to); },
      onEnd: () => { setAim(null); },
    });
  };

  const beside = ({ doctor, room }: Appointment, column: Column) => (days && typeof column.doctor !== "string" ? [directory.name(doctor), directory.name(room)].filter(Boolean).join(" · ") : directory.name(by === "doctor" ? room : doctor));
  const template = `48px repeat(${columns.length}, minmax(${days ? 120 : 136}px, 1fr))`;
  return (
    <div className={`${styles.scroller ?? ""} scrolls`} data-dragging={aim ? "" : undefined} data-testid="calendar-grid" role="group" aria-label={t("calendar.grid")}>
      <div className={styles.heads} style={{ gridTemplateColumns: template }}>
        <span />
        {columns.map((column) => <ColumnHead key={column.key} column={column} isToday={days && column.day === today} isDoctor={!days && typeof column.doctor === "string"} mayEdit={mayEdit} onLeave={() => { onLeave(column); }} onWeekOf={() => { onWeekOf(column); }} />)}
      </div>
      <div ref={body} className={styles.body} style={{ gridTemplateColumns: template, minHeight: (length / 60) * 48 }}>
        <div className={styles.axis} aria-hidden>
          {hours.map((minute) => <span key={minute} style={{ top: `${percent(minute)}%` }}>{timeOfMinute(minute)}</span>)}
        </div>
        {columns.map((column) => {
          const lanes = lanesOf(column.appointments);
          const dayBegins = instantOf(column.day, 0, zone);
          const minuteOfDay = (instant: number) => (instant - dayBegins) / 60_000;
          return (
            // Free ground is for the pointer; the keys have N.
            <div key={column.key} className={styles.column} data-column={column.key} data-testid={`calendar-column-${column.key}`} onPointerDown={(event) => { begin(event, column); }}>
              {hours.map((minute) => <span key={minute} className={styles.hour} style={{ top: `${percent(minute)}%` }} />)}
              {column.closed.filter(({ from, to }) => percent(to) > percent(from)).map(({ from, to }) => <span key={from} className={styles.closed} style={{ top: `${percent(from)}%`, height: `${percent(to) - percent(from)}%` }} />)}
              {column.leaves.map((leave) => {
                const from = percent(minuteOfDay(leave.startsAt));
                return <LeaveMark key={leave.id} leave={leave} top={from} height={percent(minuteOfDay(leave.endsAt)) - from} mayEnd={mayEdit} onEnd={() => { onEndLeave(leave); }} />;
              })}
              {column.appointments.map((appointment) => {
                const from = minuteOf(appointment.startsAt, zone);
                const to = from + (appointment.endsAt - appointment.startsAt) / 60_000;
                return (
                  <Block
                    key={appointment.id}
                    appointment={appointment}
                    directory={directory}
                    top={percent(from)}
                    height={percent(to) - percent(from)}
                    lane={lanes.get(appointment.id) ?? { lane: 0, of: 1 }}
                    beside={beside(appointment, column)}
                    lifted={aim?.id === appointment.id}
                    movable={mayEdit}
                    reachable={current === null ? appointment === first : appointment.id === current}
                    onOpen={() => { onOpen(appointment); }}
                    onFocus={() => { onCurrent(appointment.id); }}
                    onGrab={(event) => { grab(event, appointment, column); }}
                    onStretch={(event) => { stretch(event, appointment, column); }}
                  />
                );
              })}
              {aim?.column === column.key && (
                <span className={styles.aim} style={{ top: `${percent(aim.from)}%`, height: `${percent(aim.to) - percent(aim.from)}%` }}>
                  {timeOfMinute(aim.from)}–{timeOfMinute(aim.to)}
                </span>
              )}
              {column.day === nowDay && nowMinute >= span.starts && nowMinute <= span.ends && (
                <span className={styles.now} style={{ top: `${percent(nowMinute)}%` }} title={t("calendar.now", { time: format.time(now) })} data-testid="calendar-now" />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
