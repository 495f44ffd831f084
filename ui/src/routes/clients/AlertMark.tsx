/** That an allergy or contraindication is noted: an icon and the word, never colour alone. */
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";

export function AlertMark() {
  const { t } = useTranslation();
  return (
    <span className="caution" data-testid="alert-mark" style={{ display: "inline-flex", alignItems: "center", gap: 4, fontSize: 12, whiteSpace: "nowrap" }}>
      <TriangleAlert aria-hidden size={14} strokeWidth={1.75} />
      {t("clients.hasAlert")}
    </span>
  );
}
