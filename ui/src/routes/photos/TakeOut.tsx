/** A photo taken out of the file, with its reason, and put back. One that a signed record names stays. */
import { AutoComplete, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Photo } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useUndoToast } from "../../components/undoToast";
import styles from "./photos.module.css";

const longest = 200;

export function TakeOut({ photo, asked, onAsk }: { photo: Photo; asked: boolean; onAsk: (asked: boolean) => void }) {
  const { t } = useTranslation();
  const toast = useUndoToast();
  const remove = useWrite("photos.remove");
  const restore = useWrite("photos.restore", { done: t("photos.restored") });
  const [reason, setReason] = useState("");
  if (photo.removedReason !== null) {
    return <Button loading={restore.pending} data-testid="photo-restore" onClick={() => void restore.run({ id: photo.id })}>{t("photos.restore")}</Button>;
  }
  if (photo.signed) return <p className={`quiet ${styles.small ?? ""}`} data-testid="photo-stays">{t("photos.signedStays")}</p>;
  if (!asked) return <Button type="text" danger data-testid="photo-remove" onClick={() => { onAsk(true); }}>{t("photos.remove")}</Button>;
  const go = async () => {
    if (!(await remove.run({ id: photo.id, reason: reason.trim() }))) return;
    onAsk(false);
    toast(t("photos.removed"), () => void restore.run({ id: photo.id }));
  };
  return (
    <form className={styles.ask} onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== "") void go(); }}>
      <AutoComplete
        value={reason}
        placeholder={t("photos.reason")}
        aria-label={t("photos.reason")}
        data-testid="photo-remove-reason"
        autoFocus
        defaultActiveFirstOption={false}
        maxLength={longest}
        options={[t("photos.wrongClient"), t("photos.blurred"), t("photos.twice")].map((value) => ({ value }))}
        onChange={setReason}
      />
      <div className={styles.cardLine}>
        <Button danger htmlType="submit" disabled={reason.trim() === ""} loading={remove.pending} data-testid="photo-remove-ok">{t("photos.remove")}</Button>
        <Button type="text" onClick={() => { onAsk(false); }}>{t("common.cancel")}</Button>
      </div>
    </form>
  );
}
