/** One person on the board, to be read from across the room. */
import type { FocusEventHandler, PointerEventHandler, Ref } from "react";
import { useTranslation } from "react-i18next";
import type { VisitCard } from "../../api/generated";
import type { Directory } from "../../components/directory";
import { type Format, useFormat } from "../../components/format";
import { useNow } from "../../components/now";
import styles from "./board.module.css";
import { alertWords } from "./words";

const mostAlerts = 3;

interface CardProps {
  card: VisitCard;
  directory: Directory;
  cautionMinutes: number;
  /** Who left needs one line. */
  compact: boolean;
  /** A doctor has not looked at the client's plan. */
  planWaits: boolean;
  /** The one card that Tab comes to. */
  reachable: boolean;
  lifted: boolean;
  onOpen: () => void;
  onFocus: FocusEventHandler;
  onPointerDown: PointerEventHandler;
  ref?: Ref<HTMLButtonElement>;
}

export function Card({ card, directory, cautionMinutes, compact, planWaits, reachable, lifted, onOpen, onFocus, onPointerDown, ref }: CardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { client } = card;
  const waited = Math.max(0, Math.floor((now - card.stepSince) / 60_000));
  const waits = format.minutes(waited);
  const late = card.leftAt === null && waited >= cautionMinutes;
  return (
    <button
      ref={ref ?? null}
      type="button"
      className={styles.card}
      tabIndex={reachable ? 0 : -1}
      data-visit={card.id}
      data-compact={compact ? "" : undefined}
      data-lifted={lifted ? "" : undefined}
      data-testid={`board-card-${card.id}`}
      onClick={onOpen}
      onFocus={onFocus}
      onPointerDown={onPointerDown}
    >
      <span className={styles.nameLine}>
        <span className={styles.name} data-long={isLong(client.name) ? "" : undefined}>{client.name}</span>
        {!compact && client.age !== null && <span className={styles.age}>{t("today.years", { age: client.age })}</span>}
      </span>
      {compact ? (
        <span className={styles.line}>{card.leftAt === null ? waits : format.time(card.leftAt)}</span>
      ) : (
        <>
          <Alerts card={card} />
          <span className={styles.procedure}>{directory.name(card.procedure)}</span>
          <span className={styles.line}>{[directory.name(card.doctor), directory.name(card.room)].filter(Boolean).join(" · ")}</span>
          <span className={`${styles.waits ?? ""} ${late ? "caution" : ""}`} data-late={late ? "" : undefined}>{waits}</span>
          <Marks card={card} planWaits={planWaits} now={now} format={format} />
        </>
      )}
    </button>
  );
}

/** A word that would break in a narrow column. */
function isLong(name: string): boolean {
  return name.split(/\s+/).some((word) => word.length > 8);
}

function Alerts({ card }: { card: VisitCard }) {
  const { t } = useTranslation();
  if (card.alerts.length === 0) return null;
  const rest = card.alerts.length - mostAlerts;
  return (
    <span className={styles.alerts}>
      {card.alerts.slice(0, mostAlerts).map((alert, index) => {
        const { short, tone } = alertWords(t, alert);
        return <span key={index} className={styles.alert} data-tone={tone} data-kind={alert.kind}>{short}</span>;
      })}
      {rest > 0 && <span className={styles.alert} data-tone="quiet">{t("today.more", { count: rest })}</span>}
    </span>
  );
}

function Marks({ card, planWaits, now, format }: { card: VisitCard; planWaits: boolean; now: number; format: Format }) {
  const { t } = useTranslation();
  const left = card.numbingUntil === null ? null : Math.ceil((card.numbingUntil - now) / 60_000);
  const waitsForTriage = !card.hasTriage && (card.step === "arrived" || card.step === "triage");
  return (
    <>
      {left !== null && <span className={styles.mark} data-tone={left > 0 ? "second" : "good"} data-testid="numbing">{left > 0 ? t("today.numbing", { minutes: format.minutes(left) }) : t("today.numbingDone")}</span>}
      {card.outcome !== null && <span className={styles.mark} data-tone={card.outcome === "agreed" ? "good" : "second"} data-testid="outcome">{t(`today.${card.outcome}`)}</span>}
      {planWaits && <span className={styles.mark} data-tone="second" data-testid="plan-waits">{t("plans.waitsForDoctor")}</span>}
      {waitsForTriage && <span className={styles.mark} data-tone="second" data-testid="no-triage">{t("today.noTriage")}</span>}
    </>
  );
}
