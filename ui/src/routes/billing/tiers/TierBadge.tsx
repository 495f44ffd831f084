/** A client's tier beside the name: a small badge, and beneath it what will soon be lost. Nothing where there is none. */
import { useTranslation } from "react-i18next";
import type { ClientId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import styles from "./tiers.module.css";
import { fallWords } from "./words";

export function TierBadge({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const tier = useRead("money", "tiers.of_client", { client }).data;
  if (!tier?.hasScheme || tier.tier === null) return null;
  return (
    <>
      <p><span className={styles.badge} data-testid="client-tier-badge">{tier.tier.name}</span></p>
      {tier.falls?.near && <p className={`caution ${styles.small ?? ""}`} data-testid="client-tier-near">{fallWords(t, tier.falls)}</p>}
    </>
  );
}

/** The same in one line, where the client stands before one: at the checkout, at a visit. */
export function TierNote({ client, testId }: { client: ClientId; testId: "checkout-tier" | "visit-tier" }) {
  const { t } = useTranslation();
  const tier = useRead("money", "tiers.of_client", { client }).data;
  if (!tier?.hasScheme || tier.tier === null) return null;
  return (
    <>
      <span className="quiet" data-testid={testId}>{tier.tier.name}</span>
      {tier.falls?.near && <span className="caution" data-testid={`${testId}-near`}>{fallWords(t, tier.falls)}</span>}
    </>
  );
}
