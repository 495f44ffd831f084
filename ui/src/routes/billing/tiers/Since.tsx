/** Since when a tier is had, and until when where it was given by hand. */
import { useTranslation } from "react-i18next";
import type { ClientTier } from "../../../api/generated";

export function Since({ since, grantedUntil }: Pick<ClientTier, "since" | "grantedUntil">) {
  const { t } = useTranslation();
  if (since === null) return null;
  return <p className="quiet" data-testid="client-tier-since">{grantedUntil === null ? t("tiers.since", { day: since }) : t("tiers.sinceGranted", { day: since, until: grantedUntil })}</p>;
}
