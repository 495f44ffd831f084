/** What a client has bought and not had yet: read, said in words, and which of it pays for a treatment. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import type { ClientId, Entitlement, EntitlementId, PlanLineId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";

/** What is used up or over as well; nothing is asked without the permission. */
export function useAllEntitlements(client: ClientId, enabled = true): UseQueryResult<Entitlement[]> {
  const may = useMay()("see_entitlements");
  return useRead("money", "entitlements.of_client", { client, all: true }, { enabled: may && enabled });
}

export const isThere = ({ left, expired }: Entitlement): boolean => left > 0 && !expired;

/** The one that the plan's line asked for, or the only one. */
export function proposed(fitting: readonly Entitlement[], planLine: PlanLineId | null): Entitlement | undefined {
  return fitting.find((one) => planLine !== null && one.planLine === planLine) ?? (fitting.length === 1 ? fitting[0] : undefined);
}

/** The procedure, the card it came on, whether it is a gift, and the sale. */
export function entitlementWords(t: TFunction, { name, cardName, gift, number }: Entitlement): string {
  return [name, cardName, gift ? t("billing.gift") : "", number].filter((part) => part !== "").join(" · ");
}

/** The words of one among them; "" where it is not. */
export function boughtWords(t: TFunction, bought: readonly Entitlement[], id: EntitlementId | null): string {
  const found = bought.find((one) => one.id === id);
  return found ? entitlementWords(t, found) : "";
}

/** So many left of so many. */
export const leftWords = (t: TFunction, { left, sessions }: Entitlement): string => (left < 0 ? t("billing.overused", { count: -left }) : t("billing.left", { left, sessions }));

export const endWords = (t: TFunction, { expiresOn, expired }: Entitlement): string => (expiresOn === null ? t("billing.noEnd") : t(expired ? "billing.ended" : "billing.endsOn", { day: expiresOn }));

/** What of it is gone otherwise than by being had, in short: went back, became others, counts no more. */
export function goneWords(t: TFunction, one: Pick<Entitlement, "returned" | "away" | "voided">): string {
  const said = (key: "returned" | "away" | "voided") => (one[key] === 0 ? "" : t(`billing.entitlements.gone.${key}`, { count: one[key] }));
  return [said("returned"), said("away"), said("voided")].filter(Boolean).join(" \u00b7 ");
}
