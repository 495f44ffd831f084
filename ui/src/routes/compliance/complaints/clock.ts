/** How long there is for an answer, or how long it took. */
import type { TFunction } from "i18next";
import type { ComplaintLine } from "../../../api/generated";

export interface Clock {
  words: string;
  tone: "" | "quiet" | "caution" | "danger";
}

/** With so little left the clock turns to caution. */
const closeMs = 4 * 3_600_000;

export function clockOf(t: TFunction, { toldAt, dueAt, answeredAt, closedAt }: Pick<ComplaintLine, "toldAt" | "dueAt" | "answeredAt" | "closedAt">, now: number): Clock {
  if (answeredAt !== null) return { words: t("complaints.clock.answered", { time: span(t, answeredAt - toldAt) }), tone: answeredAt > dueAt ? "caution" : "quiet" };
  if (closedAt !== null) return { words: t("complaints.clock.noAnswer"), tone: "quiet" };
  if (now > dueAt) return { words: t("complaints.clock.over", { time: span(t, now - dueAt) }), tone: "danger" };
  return { words: t("complaints.clock.left", { time: span(t, dueAt - now) }), tone: dueAt - now < closeMs ? "caution" : "" };
}

function span(t: TFunction, ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return t("complaints.time.moment");
  if (hours === 0) return t("complaints.time.minutes", { minutes });
  if (hours < 48) return t("complaints.time.hours", { hours, minutes: minutes % 60 });
  return t("complaints.time.days", { days: Math.floor(hours / 24), hours: hours % 24 });
}
