/** One entitlement in words: its steps, what each did to the money, and what it was made of. */
import type { TFunction } from "i18next";
import type { AgreementNoted, ClientRef, EntitlementCause, EntitlementChange, EntitlementEntry, Fen } from "../../../api/generated";
import { money } from "../../../components/format";

type Reversible = Exclude<EntitlementCause, "redeemed" | "given_back" | "settled">;

const reversible = (cause: EntitlementCause): cause is Reversible => cause !== "redeemed" && cause !== "given_back" && cause !== "settled";

/** Whether it takes back another one. A refund that is taken back brings sessions, or money, in again. */
function takesBack({ change, cause, sessions, refunded }: EntitlementEntry): boolean {
  if (change) return change.reverses;
  return cause === "refunded" && (sessions > 0 || (sessions === 0 && refunded < 0));
}

export function stepWord(t: TFunction, entry: EntitlementEntry): string {
  return reversible(entry.cause) && takesBack(entry) ? t(`billing.entitlement.undone.${entry.cause}`) : t(`billing.entitlement.cause.${entry.cause}`);
}

/** With its sign. */
export const signedCount = (count: number): string => (count < 0 ? `\u2212${-count}` : `+${count}`);

type Direction = "executed" | "kept" | "refunded" | "moved";

/** What it did to the price, in words; nothing where it did nothing. */
export function stepMoney(t: TFunction, { cause, executed, refunded, moved }: Pick<EntitlementEntry, "cause" | "executed" | "refunded" | "moved">): string {
  // What is executed without a treatment stays with the clinic.
  const treated = cause === "redeemed" || cause === "given_back";
  const said = (direction: Direction, amount: Fen) => (amount === 0 ? "" : t(`billing.entitlement.money.${amount < 0 ? `${direction}Back` as const : direction}`, { amount: money(Math.abs(amount)) }));
  return [said(treated ? "executed" : "kept", executed), said("refunded", refunded), said("moved", moved)].filter(Boolean).join(" \u00b7 ");
}

export const clientWords = ({ name, memberNumber }: ClientRef): string => `${name} ${memberNumber}`;

/** How both agreed; nothing where nobody need have. */
export function agreedWords(t: TFunction, { fromClient, intoClient, giver, taker }: EntitlementChange): string[] {
  const said = (client: ClientRef | null, agreed: AgreementNoted | null) => {
    if (!client || !agreed) return [];
    const words = { client: client.name, how: t(`billing.entitlement.how.${agreed.how}`), note: agreed.note };
    return [t(agreed.note === "" ? "billing.entitlement.agreed" : "billing.entitlement.agreedNote", words)];
  };
  return [...said(fromClient, giver), ...said(intoClient, taker)];
}

/** What became of them: another procedure's, or another client's; nothing where they count no more. */
export function becameWords(t: TFunction, { kind, reverses, intoName, intoSessions, intoClient }: EntitlementChange): string {
  if (reverses) return "";
  if (kind === "convert") return t("billing.entitlement.became", { name: intoName, count: intoSessions });
  return kind === "transfer" && intoClient ? t("billing.entitlement.toClient", { client: clientWords(intoClient) }) : "";
}

export const madeByWords = (t: TFunction, { kind, fromName, fromClient, sessions }: EntitlementChange): string =>
  t(`billing.entitlement.madeBy.${kind}`, { name: fromName, count: sessions, client: clientWords(fromClient) });

/** Why, by whom, and who approved it. */
export function aboutWords(t: TFunction, { reason, by, approvedBy }: Pick<EntitlementChange, "reason" | "by" | "approvedBy">): string[] {
  return [reason, by === null ? "" : t("billing.entitlement.by", { name: by }), approvedBy === null ? "" : t("billing.entitlement.approvedBy", { name: approvedBy })].filter(Boolean);
}

/** What was paid for so many of those that are left, as Rust counts it: an equal part, rounded down. */
export function paidFor(unredeemed: Fen, sessions: number, left: number): Fen {
  if (left <= 0 || sessions <= 0) return 0;
  const of = Math.max(0, unredeemed) * Math.min(sessions, left);
  return (of - (of % left)) / left;
}
