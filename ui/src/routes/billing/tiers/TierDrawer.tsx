/** A client's tier: what it is and gives and what comes next, then every change with why, and what was given by hand. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, ClientTier, TierGrant } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { Drawer } from "../../../components/dialogs";
import { money } from "../../../components/format";
import { Changes } from "./Changes";
import { Gives, useGiven } from "./Gives";
import { GrantTier } from "./GrantTier";
import { Grants } from "./Grants";
import { Next } from "./Next";
import { Since } from "./Since";
import { UndoGrant } from "./UndoGrant";
import styles from "./tiers.module.css";
import { fallWords } from "./words";

export function TierDrawer({ client, onClose }: { client: ClientId; onClose: () => void }) {
  const { t } = useTranslation();
  const maySell = useMay()("sell");
  const read = useRead("money", "tiers.of_client", { client });
  const [granting, setGranting] = useState(false);
  const [undoing, setUndoing] = useState<TierGrant | null>(null);
  const whose = read.data?.client;
  return (
    <Drawer
      open
      size={1160}
      title={t("tiers.drawer.title", { name: whose?.name ?? "" }).trim()}
      destroyOnHidden
      data-testid="tier-drawer"
      onClose={onClose}
      {...(maySell && read.data?.hasScheme ? { footer: <Button data-testid="tier-grant" onClick={() => { setGranting(true); }}>{t("tiers.grants.open")}</Button> } : {})}
    >
      <Loaded read={read} rows={8}>
        {(tier) => (
          <div className={styles.drawer}>
            <Top tier={tier} />
            <section className={`${styles.part ?? ""} ${styles.changes ?? ""}`}>
              <h3>{t("tiers.changes.title")}</h3>
              <div className={styles.table}><Changes changes={tier.changes} /></div>
            </section>
            {tier.grants.length > 0 && (
              <section className={`${styles.part ?? ""} ${styles.grants ?? ""}`}>
                <h3>{t("tiers.grants.title")}</h3>
                <div className={styles.table}><Grants grants={tier.grants} {...(maySell ? { onUndo: setUndoing } : {})} /></div>
              </section>
            )}
          </div>
        )}
      </Loaded>
      {granting && whose && <GrantTier client={whose} has={read.data?.tier?.code ?? null} onClose={() => { setGranting(false); }} />}
      {undoing && whose && <UndoGrant key={undoing.id} client={whose} grant={undoing} onClose={() => { setUndoing(null); }} />}
    </Drawer>
  );
}

function Top({ tier: { tier, since, grantedUntil, rules, next, falls, spending } }: { tier: ClientTier }) {
  const { t } = useTranslation();
  const given = useGiven(rules);
  return (
    <div className={styles.top}>
      <section className={styles.facts}>
        <div>
          <p className={styles.drawerTier} data-testid="tier-now">{tier?.name ?? t("tiers.nothingYet")}</p>
          {tier && <Since since={since} grantedUntil={grantedUntil} />}
        </div>
        {spending && (
          <dl className={styles.spending} aria-label={t("tiers.drawer.spending")}>
            <div><dt>{t("tiers.drawer.lifetime")}</dt><dd className="figure" data-testid="tier-lifetime">{money(spending.lifetime)}</dd></div>
            <div><dt>{t("tiers.drawer.year")}</dt><dd className="figure" data-testid="tier-year">{money(spending.year)}</dd></div>
          </dl>
        )}
        {falls && <p className={falls.near ? "caution" : "quiet"} data-testid="tier-fall">{fallWords(t, falls)}</p>}
        {next && <Next next={next} testId="tier-next" />}
      </section>
      <section className={styles.facts}>
        <h3>{t("tiers.gives.title")}</h3>
        {given.length === 0 ? <p className="quiet">{t(tier === null ? "tiers.gives.noTier" : "tiers.gives.nothing")}</p> : <Gives given={given} own={tier?.code ?? ""} testId="tier-gives" />}
      </section>
    </div>
  );
}
