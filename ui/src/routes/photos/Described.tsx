/** What is said about a photo, to be said otherwise. */
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { PhotoFacts } from "../../api/generated";
import { Hotkey } from "../../components/Hotkey";
import { FactsFields } from "./FactsFields";
import styles from "./photos.module.css";

interface DescribedProps {
  facts: PhotoFacts;
  changed: boolean;
  saving: boolean;
  onChange: (change: Partial<PhotoFacts>) => void;
  onSave: () => void;
}

export function Described({ facts, changed, saving, onChange, onSave }: DescribedProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.described}>
      <FactsFields facts={facts} onChange={({ view, stage, purpose }) => { onChange({ view, stage, purpose }); }} />
      <label className={styles.whole}>
        {t("photos.note")}
        <Input.TextArea value={facts.note} maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} data-testid="photo-note" onChange={({ target }) => { onChange({ note: target.value }); }} />
      </label>
      <Button className={styles.whole ?? ""} type={changed ? "primary" : "default"} disabled={!changed} loading={saving} data-testid="photo-describe" onClick={onSave}>{t("photos.describe")} {changed && <Hotkey keys="Ctrl+S" />}</Button>
    </div>
  );
}
