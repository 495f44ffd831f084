/** The points shop: what is had for points, a short list edited in place; what was typed waits when its editor is left. */
import { Button } from "antd";
import { Gift, Plus } from "lucide-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Reward } from "../../../api/generated";
import { EmptyState } from "../../../components/States";
import { grouped } from "../../../components/format";
import settings from "../settings.module.css";
import { RewardForm, type RewardValues, rewardValues } from "./RewardForm";

const addKey = "reward-add";

export function Rewards({ rewards, editable }: { rewards: readonly Reward[]; editable: boolean }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Record<string, RewardValues | undefined>>({});
  // Closed at once, so that the button that opened it is there again to take the focus.
  const close = (key: string) => {
    flushSync(() => { setEditing(null); });
    document.getElementById(key)?.focus();
  };
  const form = (key: string, reward: Reward | null) => (
    <RewardForm
      reward={reward}
      taken={rewards.filter(({ id, active }) => active && id !== reward?.id)}
      initial={drafts[key] ?? rewardValues(reward)}
      onDraft={(draft) => { setDrafts((now) => ({ ...now, [key]: draft })); }}
      onBack={() => { close(key); }}
      onSaved={() => { setDrafts((now) => ({ ...now, [key]: undefined })); close(key); }}
    />
  );
  return (
    <section className={settings.group} data-testid="points-rewards">
      <header className={settings.head}>
        <h2>{t("pointsRules.shop.title")}</h2>
        <span className="quiet">{t("pointsRules.shop.hint")}</span>
      </header>
      {rewards.length === 0 && editing !== addKey && <EmptyState icon={Gift} title={t("pointsRules.shop.none")} hint={t("pointsRules.shop.noneHint")} />}
      {rewards.length > 0 && (
        <ul className={settings.items}>
          {rewards.map((reward) => {
            const key = `reward-${reward.id}`;
            return (
              <li key={reward.id} data-testid="reward">
                {editing === key ? form(key, reward) : (
                  <div className={settings.item}>
                    <span className={reward.active ? "" : "quiet"}>{t(`pointsRules.shop.words.${reward.kind}`, { name: reward.name, points: grouped(reward.points) })}</span>
                    {drafts[key] && <span className="caution">{t("catalogue.rooms.unsaved")}</span>}
                    {!reward.active && <span className="quiet">{t("catalogue.inactive")}</span>}
                    {reward.active && !reward.listed && <span className="caution">{t("pointsRules.shop.gone")}</span>}
                    {editable && <Button id={key} type="text" size="small" aria-label={t("billing.settings.editOf", { name: reward.name })} data-testid="reward-edit" onClick={() => { setEditing(key); }}>{t("common.edit")}</Button>}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {editing === addKey ? form(addKey, null) : editable && (
        <div className={settings.buttons}>
          <Button id={addKey} icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} data-testid={addKey} onClick={() => { setEditing(addKey); }}>{t("pointsRules.shop.add")}</Button>
          {drafts[addKey] && <span className="caution">{t("catalogue.rooms.unsaved")}</span>}
        </div>
      )}
    </section>
  );
}
