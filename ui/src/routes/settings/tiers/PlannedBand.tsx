/** Rules that are written and have not begun: what will hold, looked at or dropped. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TierScheme } from "../../../api/generated";
import { CancelPlan } from "./CancelPlan";
import styles from "./tiers.module.css";
import { tiersWords } from "./words";

interface PlannedBandProps {
  planned: TierScheme;
  /** What holds today; null for nothing. */
  current: TierScheme | null;
  editable: boolean;
  onView: () => void;
}

export function PlannedBand({ planned, current, editable, onView }: PlannedBandProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { rules, takesEffectOn: day } = planned;
  return (
    <div role="status" className={styles.band} data-testid="tiers-planned">
      <p>{rules.tiers.length === 0 ? t("tierRules.planned.bandNone", { day }) : t("tierRules.planned.band", { day, tiers: tiersWords(t, rules) })}</p>
      <span className={styles.buttons}>
        <Button size="small" data-testid="tiers-planned-view" onClick={onView}>{t("tierRules.planned.view")}</Button>
        {editable && <Button size="small" data-testid="tiers-planned-cancel" onClick={() => { setAsking(true); }}>{t("tierRules.planned.cancel")}</Button>}
      </span>
      {asking && <CancelPlan planned={planned} current={current} onClose={() => { setAsking(false); }} />}
    </div>
  );
}
