/** Which tier the client has and what comes next; all of it in a drawer. Nothing where the clinic has no tiers. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, ClientTier } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { Loaded } from "../../../components/States";
import { Part } from "../../clients/Part";
import { MoreButton } from "../client/MoreButton";
import { Next } from "./Next";
import { Since } from "./Since";
import { TierDrawer } from "./TierDrawer";
import styles from "./tiers.module.css";
import { fallWords } from "./words";

export function TierPart({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const read = useRead("money", "tiers.of_client", { client });
  if (read.data ? !read.data.hasScheme : !read.isError) return null;
  const title = t("tiers.title");
  return (
    <Part title={title} testId="client-tier" action={<MoreButton words={t("tiers.all")} label={title} testId="client-tier-all" onOpen={() => { setAll(true); }} />}>
      <Loaded read={read} rows={1}>{(tier) => <Standing tier={tier} />}</Loaded>
      {all && <TierDrawer client={client} onClose={() => { setAll(false); }} />}
    </Part>
  );
}

function Standing({ tier: { tier, since, grantedUntil, next, falls } }: { tier: ClientTier }) {
  const { t } = useTranslation();
  return (
    <div className={styles.standing}>
      {tier === null ? <p className="quiet" data-testid="client-tier-none">{t("tiers.nothingYet")}</p> : (
        <>
          <p className={styles.tier} data-testid="client-tier-name">{tier.name}</p>
          <Since since={since} grantedUntil={grantedUntil} />
        </>
      )}
      {falls?.near && <p className="caution" data-testid="client-tier-fall">{fallWords(t, falls)}</p>}
      {next && <Next next={next} testId="client-tier-next" />}
    </div>
  );
}
