/** What stands between the head and the form: a draft taken up, a draft that came late, somebody else's saving. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DraftOffer } from "../../../components/DraftOffer";
import { useFormat } from "../../../components/format";
import { useUndoToast } from "../../../components/undoToast";
import styles from "./record.module.css";
import type { RecordKeeper } from "./useRecord";

export function Notices({ record, onCompare }: { record: RecordKeeper; onCompare: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useUndoToast();
  const { resumedAt, offered, theirs } = record;
  const when = (instant: number) => (format.dayOf(instant) === format.today() ? format.time(instant) : format.moment(instant));
  const back = () => {
    const typed = record.backToSaved();
    toast(t("treatments.draftDropped"), () => { record.put(typed); });
  };
  return (
    <>
      {resumedAt !== null && record.dirty && (
        <div role="status" className={styles.notice} data-testid="treatment-resumed">
          <span>{t("treatments.resumed", { when: when(resumedAt) })}</span>
          <Button size="small" data-testid="treatment-draft-drop" onClick={back}>{t("treatments.dropDraft")}</Button>
        </div>
      )}
      {offered && <div className={styles.offer}><DraftOffer savedAt={offered.savedAt} name="treatment" autoFocus={false} onGoOn={record.takeUp} onDrop={record.refuse} /></div>}
      {theirs && (
        <div role="status" className={styles.notice} data-tone="caution" data-testid="treatment-theirs">
          <span>{t("treatments.otherSaved", { name: theirs.savedBy ?? t("treatments.conflict.someone"), when: when(theirs.savedAt) })}</span>
          <Button size="small" data-testid="treatment-compare" onClick={onCompare}>{t("treatments.compare")}</Button>
        </div>
      )}
    </>
  );
}
