/** View, stage and purpose of a photo. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { DataPurpose, PhotoFacts } from "../../api/generated";
import { stages, views } from "./views";

const purposes: readonly DataPurpose[] = ["photo_archive", "treatment", "publicity"];

interface FactsFieldsProps {
  facts: PhotoFacts;
  onChange: (facts: PhotoFacts) => void;
}

export function FactsFields({ facts, onChange }: FactsFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <label>
        {t("photos.viewLabel")}
        <Select value={facts.view} aria-label={t("photos.viewLabel")} data-testid="photo-view" options={views.map((value) => ({ value, label: t(`photos.view.${value}`) }))} onChange={(view) => { onChange({ ...facts, view }); }} />
      </label>
      <Occasion facts={facts} onChange={onChange} />
    </>
  );
}

/** What all photos of a session have in common. */
export function Occasion({ facts, onChange }: FactsFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <label>
        {t("photos.stageLabel")}
        <Select value={facts.stage} aria-label={t("photos.stageLabel")} data-testid="photo-stage" options={stages.map((value) => ({ value, label: t(`photos.stage.${value}`) }))} onChange={(stage) => { onChange({ ...facts, stage }); }} />
      </label>
      <label>
        {t("photos.purposeLabel")}
        <Select value={facts.purpose} aria-label={t("photos.purposeLabel")} data-testid="photo-purpose" options={purposes.map((value) => ({ value, label: t(`clients.purpose.${value}`) }))} onChange={(purpose) => { onChange({ ...facts, purpose }); }} />
      </label>
    </>
  );
}
