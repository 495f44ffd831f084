/** Versions that do not hold any more, or never began, the last written first. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { TierScheme } from "../../../api/generated";
import { Written } from "./Written";
import styles from "./tiers.module.css";
import { tiersWords } from "./words";

export function Earlier({ schemes, onView }: { schemes: readonly TierScheme[]; onView: (scheme: TierScheme) => void }) {
  const { t } = useTranslation();
  return (
    <details className={styles.earlier} data-testid="tiers-earlier">
      <summary className="quiet">{t("tierRules.earlier.title", { count: schemes.length })}</summary>
      <ul>
        {schemes.map((scheme) => (
          <li key={scheme.id} data-testid="tiers-earlier-line">
            <div>
              <Written scheme={scheme} />
              <div>{scheme.rules.tiers.length === 0 ? t("tierRules.inForce.noTiers") : tiersWords(t, scheme.rules)}</div>
            </div>
            <Button type="text" size="small" aria-label={t("tierRules.earlier.viewOf", { day: scheme.takesEffectOn })} data-testid="tiers-earlier-view" onClick={() => { onView(scheme); }}>{t("tierRules.earlier.view")}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
