/** What rules would change before they are written: how many are in each tier then, and who moves. */
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewTiers, TierPreview, TierScheme } from "../../../api/generated";
import { Hotkey } from "../../../components/Hotkey";
import { grouped, useFormat } from "../../../components/format";
import { Moves } from "./Moves";
import styles from "./tiers.module.css";

interface PreviewProps {
  asked: PreviewTiers;
  /** Null while it is worked out. */
  preview: TierPreview | null;
  planned: TierScheme | null;
  saving: boolean;
  onBack: () => void;
  onSave: () => void;
}

export function Preview({ asked: { rules, takesEffectOn: day }, preview, planned, saving, onBack, onSave }: PreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  // Not the button that writes: Enter pressed twice would have gone through it unseen.
  useEffect(() => { root.current?.focus(); }, []);
  const today = day === format.today();
  const none = rules.tiers.length === 0;
  const apply = none ? (today ? "stopToday" : "stopFrom") : today ? "applyToday" : "applyFrom";
  return (
    <div className={styles.step} data-testid="tiers-preview">
      <div ref={root} tabIndex={-1} className={`${styles.body ?? ""} scrolls`}>
        <div className={styles.head}>
          <h2 className={styles.title}>{t("tierRules.preview.title")}</h2>
          <span className="quiet">{today ? t("tierRules.preview.today") : t("tierRules.preview.from", { day })}</span>
        </div>
        {planned && <p className="caution" data-testid="tiers-replaces-plan">{t("tierRules.preview.replacesPlan", { day: planned.takesEffectOn })}</p>}
        {preview ? <Changes preview={preview} /> : <p role="status" className="quiet late" data-testid="tiers-preview-running">{t("tierRules.preview.running")}</p>}
      </div>
      <div className={styles.foot}>
        <Button disabled={saving} data-testid="tiers-preview-back" onClick={onBack}>{t("tierRules.preview.back")}</Button>
        <Button type="primary" disabled={preview === null} loading={saving} data-testid="tiers-save" onClick={onSave}>{t(`tierRules.preview.${apply}`, { day })} <Hotkey keys="Ctrl+S" /></Button>
      </div>
    </div>
  );
}

function Changes({ preview }: { preview: TierPreview }) {
  const { t } = useTranslation();
  const { sizes, clients } = preview;
  const heading = (key: "tier" | "now" | "then") => <th scope="col">{t(`tierRules.preview.column.${key}`)}</th>;
  return (
    <>
      <p role="status" className="quiet" data-testid="tiers-preview-clients">{t("tierRules.preview.clients", { clients: grouped(clients) })}</p>
      {sizes.length > 0 && (
        <table className={styles.sizes} aria-label={t("tierRules.preview.sizes")} data-testid="tiers-sizes">
          <thead><tr>{heading("tier")}{heading("now")}{heading("then")}</tr></thead>
          <tbody>
            {sizes.map(({ tier, now, then }) => (
              <tr key={tier.code} data-testid="tiers-size">
                <th scope="row">{tier.name}</th>
                <td>{grouped(now)}</td>
                <td className={now === then ? "" : styles.moved}>{grouped(then)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Moves preview={preview} />
    </>
  );
}
