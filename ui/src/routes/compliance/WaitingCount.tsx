/** How many things need care now, beside the rail's word; nothing where nothing does. */
import { useTranslation } from "react-i18next";
import { useCounts } from "./useCounts";

export function WaitingCount() {
  const { t } = useTranslation();
  const now = useCounts()?.now ?? 0;
  if (now === 0) return null;
  return <span className="caution" data-testid="compliance-count" title={t("compliance.waiting", { count: now })}>{now}</span>;
}
