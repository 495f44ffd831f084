/** The schemes that ship, side by side: where there are no tiers yet, or instead of those there are. Choosing one writes nothing. */
import { Button } from "antd";
import { Award } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { TierPreset, TierRules } from "../../../api/generated";
import { EmptyState } from "../../../components/States";
import settings from "../settings.module.css";
import styles from "./tiers.module.css";
import { tierWords } from "./words";

interface PresetsProps {
  presets: readonly TierPreset[];
  editable: boolean;
  onUse: (rules: TierRules) => void;
  /** Leaves the tiers that there are; without it there are none. */
  onStay?: () => void;
}

export function Presets({ presets, editable, onUse, onStay }: PresetsProps) {
  const { t } = useTranslation();
  return (
    <section data-testid={onStay ? "tiers-presets" : "tiers-empty"}>
      {onStay ? (
        <header className={styles.head}>
          <h2 className={styles.title}>{t("tierRules.switch.title")}</h2>
          <span className="quiet">{t("tierRules.switch.hint")}</span>
          <Button type="text" data-testid="tiers-switch-stay" onClick={onStay}>{t("tierRules.switch.stay")}</Button>
        </header>
      ) : <EmptyState icon={Award} title={t("tierRules.empty.title")} hint={t(editable ? "tierRules.empty.hint" : "tierRules.empty.hintReadOnly")} />}
      <div className={styles.presets}>
        {presets.map((preset) => <Preset key={preset.kind} preset={preset} editable={editable} onUse={onUse} />)}
      </div>
    </section>
  );
}

function Preset({ preset: { kind, rules }, editable, onUse }: { preset: TierPreset } & Pick<PresetsProps, "editable" | "onUse">) {
  const { t } = useTranslation();
  const name = t(`tierRules.preset.${kind}`);
  return (
    <article className={`${settings.group ?? ""} ${styles.preset ?? ""}`} aria-label={name} data-testid={`tier-preset-${kind}`}>
      <header>
        <h2 className={styles.title}>{name}</h2>
        <p className="quiet">{t(`tierRules.preset.what.${kind}`)}</p>
      </header>
      <ul className={styles.presetTiers}>
        {rules.tiers.map((tier, place) => (
          <li key={tier.code}><b>{tier.name}</b> <span className="quiet">{tierWords(t, tier, rules.tiers.slice(0, place))}</span></li>
        )).reverse()}
      </ul>
      {editable && <div><Button aria-label={t("tierRules.preset.useOf", { name })} data-testid={`tier-preset-use-${kind}`} onClick={() => { onUse(rules); }}>{t("tierRules.preset.use")}</Button></div>}
    </article>
  );
}
