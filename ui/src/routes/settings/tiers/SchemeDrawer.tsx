/** Rules that do not hold today, looked at: those that are planned, or those of before. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { TierScheme } from "../../../api/generated";
import { Drawer } from "../../../components/dialogs";
import { Basis } from "./Basis";
import { TierTable } from "./TierTable";
import { Written } from "./Written";
import styles from "./tiers.module.css";

interface SchemeDrawerProps {
  scheme: TierScheme;
  /** Where it may be edited. */
  onEdit?: () => void;
  onClose: () => void;
}

export function SchemeDrawer({ scheme, onEdit, onClose }: SchemeDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open
      size={720}
      title={t("tierRules.scheme.title", { day: scheme.takesEffectOn })}
      destroyOnHidden
      data-testid="tiers-scheme-drawer"
      onClose={onClose}
      {...(onEdit ? { footer: <Button data-testid="tiers-scheme-edit" onClick={onEdit}>{t("tierRules.scheme.edit")}</Button> } : {})}
    >
      <div className={styles.scheme}>
        <Written scheme={scheme} />
        <TierTable tiers={scheme.rules.tiers} />
        <Basis rules={scheme.rules} />
      </div>
    </Drawer>
  );
}
