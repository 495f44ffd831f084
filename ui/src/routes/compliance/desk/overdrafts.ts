/** What two computers gave away twice, in words: what it is of, where it opens, and what makes it good. */
import type { TFunction } from "i18next";
import type { Overdraft, OverdraftOf, Permission, Settled } from "../../../api/generated";
import { money } from "../../../components/format";
import { salePath } from "../../checkout/places";

export type Settleable = Exclude<OverdraftOf, { kind: "debt" }>;

/** In fen; the others are counted. */
export const isMoney = ({ kind }: OverdraftOf): boolean => kind === "pot" || kind === "debt" || kind === "line";

function idOf(of: OverdraftOf): string {
  switch (of.kind) {
    case "pot": return of.pot;
    case "points": return "";
    case "sessions": return of.entitlement;
    case "debt": return of.sale;
    case "plan": return of.planLine;
    case "line": return of.line;
  }
}

export const overdraftKey = ({ client, of }: Overdraft): string => ["overdraft", of.kind, client.id, idOf(of)].join(" ");

export function overdraftWords(t: TFunction, { of, amount }: Overdraft): string {
  const words = { amount: money(amount), count: amount };
  switch (of.kind) {
    case "pot": return t("compliance.overdraft.what.pot", { ...words, pot: t(`billing.pot.${of.pot}`) });
    case "line": return t(of.name === "" ? "compliance.overdraft.what.lineMoney" : "compliance.overdraft.what.line", { ...words, number: of.number, name: of.name });
    case "points": return t("compliance.overdraft.what.points", words);
    case "sessions": return t("compliance.overdraft.what.sessions", { ...words, number: of.number, name: of.name });
    case "debt": return t("compliance.overdraft.what.debt", { ...words, number: of.number });
    case "plan": return t("compliance.overdraft.what.plan", { ...words, name: of.name });
  }
}

/** The sale where something is wrong with it, the client's file for the rest. */
export const overdraftPath = ({ client, of }: Overdraft): string => (of.kind === "debt" || of.kind === "line" ? salePath(of.sale) : `/clients/${client.id}`);

export const overdraftNeeds = ({ of: { kind } }: Overdraft): Permission => (kind === "debt" || kind === "line" ? "see_money" : "see_clients");

export function settledOf({ id: client }: Overdraft["client"], of: Settleable): Settled {
  switch (of.kind) {
    case "pot": return { kind: of.kind, client, pot: of.pot };
    case "points": return { kind: of.kind, client };
    case "sessions": return { kind: of.kind, entitlement: of.entitlement };
    case "plan": return { kind: of.kind, planLine: of.planLine };
    case "line": return { kind: of.kind, line: of.line };
  }
}

/** What happens when so much of it is made good. */
export function settledWords(t: TFunction, of: Settleable, amount: number, rest: number): string {
  const words = {
    amount: money(amount), count: amount, rest: isMoney(of) ? money(rest) : String(rest),
    pot: of.kind === "pot" ? t(`billing.pot.${of.pot}`) : "", name: "name" in of ? of.name : "",
  };
  return t(rest > 0 ? `compliance.overdraft.doesPart.${of.kind}` : `compliance.overdraft.does.${of.kind}`, words);
}
