/** The scan of a consent. */
import { useTranslation } from "react-i18next";
import { download } from "../../api/call";
import type { Consent } from "../../api/generated";
import { PaperDialog } from "../../components/PaperDialog";

export function ScanShown({ consent: { id, form }, onClose }: { consent: Consent; onClose: () => void }) {
  const { t } = useTranslation();
  return <PaperDialog title={form} name={t("consents.paperOf", { form })} queryKey={["consent scan", id]} load={() => download("consents.scan", { id })} testId="consent-scan-shown" onClose={onClose} />;
}
