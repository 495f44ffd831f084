/** What a photo is for, and whether the client consents to that today. */
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DataPurpose } from "../../api/generated";
import styles from "./photos.module.css";

export function ConsentBadge({ purpose, consents }: { purpose: DataPurpose; consents: readonly DataPurpose[] }) {
  const { t } = useTranslation();
  const held = consents.includes(purpose);
  const Icon = held ? CircleCheck : CircleAlert;
  return (
    <span className={styles.badge} data-held={held} data-testid="photo-consent">
      <Icon aria-hidden size={14} strokeWidth={2} />
      {t(held ? "photos.consented" : "photos.notConsented", { purpose: t(`clients.purpose.${purpose}`) })}
    </span>
  );
}
