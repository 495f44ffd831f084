/** The rules that hold today: since when and by whom, the tiers, and what counts. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { TierScheme } from "../../../api/generated";
import { useShortcut } from "../../../app/shortcuts";
import settings from "../settings.module.css";
import { Basis } from "./Basis";
import { TierTable } from "./TierTable";
import { Written } from "./Written";
import styles from "./tiers.module.css";

interface InForceProps {
  scheme: TierScheme;
  editable: boolean;
  onEdit: () => void;
  /** Begin from a scheme that ships instead. */
  onSwitch: () => void;
}

export function InForce({ scheme, editable, onEdit, onSwitch }: InForceProps) {
  const { t } = useTranslation();
  useShortcut("E", t("tierRules.inForce.edit"), onEdit, { when: editable });
  return (
    <section className={settings.group} data-testid="tiers-in-force">
      <header className={styles.head}>
        <h2 className={styles.title}>{t("tierRules.inForce.title")}</h2>
        <Written scheme={scheme} />
        {editable && (
          <>
            <Button data-testid="tiers-edit" onClick={onEdit}>{t("tierRules.inForce.edit")}</Button>
            <Button type="text" data-testid="tiers-switch" onClick={onSwitch}>{t("tierRules.inForce.switch")}</Button>
          </>
        )}
      </header>
      <TierTable tiers={scheme.rules.tiers} />
      <Basis rules={scheme.rules} />
    </section>
  );
}
