/** The bottom edge: the backup in words, and the clock. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../components/format";
import { ShortcutList } from "./ShortcutList";
import styles from "./frame.module.css";
import { useSession } from "./session";

export function BottomEdge() {
  const { t } = useTranslation();
  const { desk, clinic } = useSession();
  const format = useFormat();
  const now = useNow(10_000);
  const { lastAt, problem } = desk.backup;
  return (
    <footer className={styles.edge}>
      <span>{clinic.name}</span>
      {problem ? (
        <span className="caution" data-testid="backup-state">
          {t("frame.backupProblem", { problem: `${t(`errors.${problem}.message`)}${t(`errors.${problem}.remedy`)}` })}
        </span>
      ) : (
        <span data-testid="backup-state">{lastAt === null ? t("frame.backupNever") : t("frame.backupAt", { when: format.moment(lastAt) })}</span>
      )}
      <span className={styles.spring} />
      <ShortcutList />
      <time data-testid="clock">{`${format.date(format.dayOf(now))} ${format.time(now)}`}</time>
    </footer>
  );
}

/** The time, anew every so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => { setNow(Date.now()); }, everyMs);
    return () => { window.clearInterval(timer); };
  }, [everyMs]);
  return now;
}
