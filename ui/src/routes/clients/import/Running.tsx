/** How far the import is, in words. Until the files stand it can be stopped; after that nothing waits for it. */
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { useProgress } from "../../../api/events";
import { useWrite } from "../../../api/hooks";
import styles from "./import.module.css";

const phases = ["reading", "writing", "indexing"] as const;

export function Running() {
  const { t } = useTranslation();
  const progress = useProgress("import");
  const cancel = useWrite("clients.cancel_import");
  const phase = phases.find((known) => known === progress?.phase) ?? "reading";
  const { done, total } = progress ?? { done: 0, total: 0 };
  const words = t(`clients.imports.phases.${phase}`, { done, total });
  return (
    <div className={styles.running} data-testid="client-import-running" data-phase={phase}>
      {total === 0 ? <div className={styles.unknown} role="progressbar" aria-label={words} /> : <Progress percent={Math.floor((done * 100) / total)} aria-label={words} />}
      <p>{words}</p>
      {/* Said once for each phase, not for each number. */}
      <p className="quiet" role="status">{t(`clients.imports.phaseHints.${phase}`)}</p>
      {phase !== "indexing" && <Button autoFocus loading={cancel.pending} data-testid="client-import-cancel" onClick={() => void cancel.run({})}>{t("clients.imports.cancelImport")}</Button>}
    </div>
  );
}
