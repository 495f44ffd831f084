/** How long a registration still holds, in words and colour. */
import type { TFunction } from "i18next";
import type { Registration } from "../../api/generated";
import { daysBetween } from "../../components/format";

/** From when on an expiry is worth a look: renewing takes the authority about two months. */
const soonDays = 60;

export interface RegistrationWords {
  words: string;
  tone: "" | "caution" | "danger";
}

export function registrationState(t: TFunction, { expiresOn }: Registration, today: string): RegistrationWords {
  if (expiresOn === null) return { words: t("staff.registrationState.held"), tone: "" };
  const days = daysBetween(today, expiresOn);
  if (days < 0) return { words: t("staff.registrationState.expired", { days: -days }), tone: "danger" };
  if (days === 0) return { words: t("staff.registrationState.today"), tone: "caution" };
  if (days <= soonDays) return { words: t("staff.registrationState.soon", { days }), tone: "caution" };
  return { words: t("staff.registrationState.held"), tone: "" };
}
