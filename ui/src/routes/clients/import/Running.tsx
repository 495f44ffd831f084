import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { useProgress } from "../../../api/events";
import { useWrite } from "../../../api/hooks";
import styles from "./import.module.css";

export function Running() {
  const { t } = useTranslation();
  const progress = useProgress("import");
  const cancel = useWrite("clients.cancel_import");
  const percent = progress && progress.total > 0 ? Math.floor((progress.done * 100) / progress.total) : 0;
  return (
    <div className={styles.running} data-testid="client-import-running" aria-live="polite">
      <Progress percent={percent} aria-label={t("clients.imports.writing")} />
      <p>{progress ? t("clients.imports.importing", { done: progress.done, total: progress.total }) : t("clients.imports.writing")}</p>
      <p className="quiet">{t("clients.imports.allOrNothing")}</p>
      <Button autoFocus loading={cancel.pending} data-testid="client-import-cancel" onClick={() => void cancel.run({})}>{t("clients.imports.cancelImport")}</Button>
    </div>
  );
}
