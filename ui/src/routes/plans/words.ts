/** Plans in words: where one stands, its alternatives, its money, what changed. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../api/failure";
import type { Fen, PlanState, Specialty } from "../../api/generated";
import { useShowFailure } from "../../api/hooks";
import { money } from "../../components/format";
import type { Difference } from "./differences";
import type { Total } from "./draft";

export const stateTone: Record<PlanState, "" | "quiet" | "caution" | "good"> = { draft: "", partly_approved: "", approved: "good", sent_back: "caution", agreed: "good", closed: "quiet" };

export const alternativeWords = (t: TFunction, alternative: number): string => (alternative === 0 ? t("plans.recommended") : t("plans.alternative", { number: alternative }));

export const specialtiesWords = (t: TFunction, specialties: readonly Specialty[]): string => specialties.map((specialty) => t(`common.specialty.${specialty}`)).join(t("common.listGap"));

export const priceWords = (t: TFunction, price: Fen | null): string => (price === null ? t("plans.unpriced") : money(price));

/** What of a total has no price yet. */
export const unpricedWords = (t: TFunction, { unpriced }: Total): string => (unpriced === 0 ? "" : t("plans.unpricedCount", { count: unpriced }));

export function differenceWords(t: TFunction, difference: Difference): string {
  if (difference.kind === "overall") return t("plans.difference.overall");
  const { kind, alternative, name } = difference;
  const words =
    kind === "price" ? t("plans.difference.price", { name, before: priceWords(t, difference.before), after: priceWords(t, difference.after) })
    : kind === "sessions" ? t("plans.difference.sessions", { name, before: difference.before, after: difference.after })
    : t(`plans.difference.${kind}`, { name });
  return alternative === 0 ? words : t("plans.inAlternative", { alternative: alternativeWords(t, alternative), words });
}

/** Rust names specialties by their codes. */
export function usePlanFailure(): (reason: unknown) => boolean {
  const { t } = useTranslation();
  const showFailure = useShowFailure();
  return (reason) => {
    const failure = toFailure(reason);
    if (failure?.code !== "doctor_not_registered") return false;
    const codes = (failure.params["specialties"] ?? "").split(",").filter((code) => code !== "") as Specialty[];
    showFailure({ ...failure, field: null, params: { specialties: specialtiesWords(t, codes) } });
    return true;
  };
}
