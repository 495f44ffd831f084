/** What money paid ahead gives on top, a short list edited in place; what was typed waits when its editor is left. */
import { Button } from "antd";
import { PiggyBank, Plus } from "lucide-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { TopUpOffer } from "../../../api/generated";
import { EmptyState } from "../../../components/States";
import { money } from "../../../components/format";
import settings from "../settings.module.css";
import { TopUpForm, type TopUpValues, topUpValues } from "./TopUpForm";

const addKey = "top-up-add";
const keyOf = ({ id }: TopUpOffer) => `top-up-${id}`;

export function TopUps({ topUps, editable }: { topUps: readonly TopUpOffer[]; editable: boolean }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Record<string, TopUpValues | undefined>>({});
  // Closed at once, so that the button that opened it is there again to take the focus.
  const close = (key: string) => {
    flushSync(() => { setEditing(null); });
    document.getElementById(key)?.focus();
  };
  const form = (key: string, offer: TopUpOffer | null) => (
    <TopUpForm
      id={offer?.id ?? null}
      initial={drafts[key] ?? topUpValues(offer)}
      onDraft={(draft) => { setDrafts((now) => ({ ...now, [key]: draft })); }}
      onBack={() => { close(key); }}
      onSaved={() => { setDrafts((now) => ({ ...now, [key]: undefined })); close(key); }}
    />
  );
  return (
    <section className={settings.group} data-testid="billing-top-ups">
      <header className={settings.head}>
        <h2>{t("billing.settings.topUps")}</h2>
        <span className="quiet">{t("billing.settings.topUpsHint")}</span>
      </header>
      {topUps.length === 0 && editing !== addKey && <EmptyState icon={PiggyBank} title={t("billing.settings.noTopUps")} hint={t("billing.settings.noTopUpsHint")} />}
      {topUps.length > 0 && (
        <ul className={settings.items}>
          {topUps.map((offer) => {
            const key = keyOf(offer);
            const words = t("billing.settings.topUpWords", { principal: money(offer.principal), gift: money(offer.gift) });
            return (
              <li key={offer.id} data-testid="top-up">
                {editing === key ? form(key, offer) : (
                  <div className={settings.item}>
                    <span className={offer.active ? "" : "quiet"}>{words}</span>
                    {drafts[key] && <span className="caution">{t("catalogue.rooms.unsaved")}</span>}
                    {!offer.active && <span className="quiet">{t("catalogue.inactive")}</span>}
                    {editable && <Button id={key} type="text" size="small" aria-label={t("billing.settings.editOf", { name: words })} data-testid="top-up-edit" onClick={() => { setEditing(key); }}>{t("common.edit")}</Button>}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {editing === addKey ? form(addKey, null) : editable && (
        <div className={settings.buttons}>
          <Button id={addKey} icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} data-testid={addKey} onClick={() => { setEditing(addKey); }}>{t("billing.settings.addTopUp")}</Button>
          {drafts[addKey] && <span className="caution">{t("catalogue.rooms.unsaved")}</span>}
        </div>
      )}
    </section>
  );
}
