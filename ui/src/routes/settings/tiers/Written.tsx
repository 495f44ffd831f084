/** Since when rules hold, and who wrote them. */
import { useTranslation } from "react-i18next";
import type { TierScheme } from "../../../api/generated";

export function Written({ scheme: { takesEffectOn, businessDay, by } }: { scheme: TierScheme }) {
  const { t } = useTranslation();
  const written = by === null ? t("tierRules.inForce.written", { day: businessDay }) : t("tierRules.inForce.by", { name: by, day: businessDay });
  return <span className="quiet" data-testid="tiers-written">{[t("tierRules.inForce.since", { day: takesEffectOn }), written].join(" \u00b7 ")}</span>;
}
