/** What a seal lists. */
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Part, PhotoView } from "../../api/generated";
import { useFormat } from "../../components/format";
import styles from "./seals.module.css";

export function PartsTable({ parts, broken = [] }: { parts: readonly Part[]; broken?: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (part: Part) => (part.kind === "photo" ? t(`photos.view.${part.title as PhotoView}`) : part.title);
  return (
    // It scrolls, by keys as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={`${styles.parts ?? ""} scrolls`} tabIndex={0} role="region" aria-label={t("seals.list")}>
      <table>
        <thead><tr><th>{t("seals.part")}</th><th>{t("seals.what")}</th><th>{t("seals.at")}</th><th>SHA-256</th></tr></thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id} data-broken={broken.includes(part.id) ? "" : undefined} data-testid="seal-part">
              <td>{t(`seals.kind.${part.kind}`)}</td>
              <td>{title(part)}{broken.includes(part.id) && <b className={styles.changed}><CircleAlert aria-hidden size={14} strokeWidth={2} /> {t("seals.broken")}</b>}</td>
              <td>{format.moment(part.at)}</td>
              <td className={styles.hash}>{part.sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
