/** Opening balances in words: where they come from, what they come to, what a row says and what is wrong with it. */
import type { TFunction } from "i18next";
import type { Failure, OpeningHead, OpeningRowRead, OpeningTotals, RowProblem } from "../../../api/generated";
import { wordsFor } from "../../../api/failure";
import { grouped, money } from "../../../components/format";
import { zh } from "../../../locales/zh";

type Field = keyof (typeof zh)["openings"]["fields"];
const isField = (name: string): name is Field => name in zh.openings.fields;
const fieldWord = (t: TFunction, field: string): string => (isField(field) ? t(`openings.fields.${field}`) : field);

const amounts: readonly string[] = ["principal", "deposit", "lifetime", "lastYear", "listPrice", "paid"];
const days: readonly string[] = ["pointsExpireOn", "expiresOn"];
const counts: readonly string[] = ["points", "sessions"];

const joined = (words: readonly string[]): string => words.filter(Boolean).join(" \u00b7 ");

/** The file, or by hand; of whom, where it is one client's only. */
export function sourceWords(t: TFunction, { fileName, client }: Pick<OpeningHead, "fileName" | "client">): string {
  if (fileName !== "") return joined([fileName, client?.name ?? ""]);
  return client ? t("openings.byHandOf", { client: client.name }) : t("openings.byHand");
}

/** In one line. */
export function shortWords(t: TFunction, totals: Pick<OpeningTotals, "principal" | "gift" | "deposit" | "sessions" | "points" | "lifetime">): string {
  const { principal, gift, deposit, sessions, points, lifetime } = totals;
  return joined([
    principal + gift > 0 ? t("openings.short.storedValue", { amount: money(principal + gift) }) : "",
    deposit > 0 ? t("openings.short.deposit", { amount: money(deposit) }) : "",
    sessions > 0 ? t("openings.short.sessions", { sessions: grouped(sessions) }) : "",
    points > 0 ? t("openings.short.points", { points: grouped(points) }) : "",
    lifetime > 0 ? t("openings.short.lifetime", { amount: money(lifetime) }) : "",
  ]);
}

export function stateWords(t: TFunction, { reversed, totals }: Pick<OpeningHead, "reversed" | "totals">): string {
  if (reversed === 0) return "";
  return reversed >= totals.clients ? t("openings.list.allReversed") : t("openings.list.someReversed", { count: reversed });
}

/** What a row says, without what it leaves out. */
export function rowWords(t: TFunction, read: OpeningRowRead): string {
  const amount = (key: "principal" | "gift" | "deposit" | "lifetime" | "lastYear") => (read[key] > 0 ? t(`openings.row.${key}`, { amount: money(read[key]) }) : "");
  const until = (what: string, day: string | null) => (day === null ? what : t("openings.row.ends", { what, day }));
  const { points, tier, procedure, sessions, listPrice, paid, giftSessions, cardName } = read;
  const had = procedure === "" ? [] : [
    until(t(giftSessions ? "openings.row.giftSessions" : "openings.row.sessions", { name: procedure, count: sessions }), read.expiresOn),
    t("openings.row.listPrice", { amount: money(listPrice) }),
    giftSessions ? "" : t("openings.row.paid", { amount: money(paid) }),
    cardName === "" ? "" : t("openings.row.card", { name: cardName }),
  ];
  return joined([
    amount("principal"),
    amount("gift"),
    amount("deposit"),
    points > 0 ? until(t("openings.row.points", { points: grouped(points) }), read.pointsExpireOn) : "",
    amount("lifetime"),
    amount("lastYear"),
    tier === "" ? "" : t("openings.row.tier", { tier }),
    ...had,
  ]);
}

/** What would be right there, by what the field holds. */
function wantedWords(t: TFunction, field: string): string {
  if (field === "gift") return t("openings.problem.gift");
  if (amounts.includes(field)) return t("openings.problem.amount");
  if (days.includes(field)) return t("openings.problem.day");
  return counts.includes(field) ? t("openings.problem.count") : "";
}

/** What is wrong, where the field itself stands beside it. */
export function wrongWords(t: TFunction, { code, field, params }: RowProblem | Failure): string {
  const { cell, least, most } = params;
  if (code === "cell_unreadable" && field !== null && cell !== undefined) return t("openings.problem.cell", { cell, wanted: wantedWords(t, field) });
  if (code === "required" && field === "name") return t("openings.problem.nobody");
  const { message, remedy } = wordsFor(t, { code, field, params });
  if (code !== "invalid_value" || field === null || least === undefined || most === undefined) return [message, remedy].filter(Boolean).join(t("common.sentenceGap"));
  if (field === "paid" && most === "0") return t("openings.problem.giftPaid");
  const bound = (count: string) => (counts.includes(field) ? grouped(Number(count)) : money(Number(count)));
  return [message, t("openings.problem.between", { least: bound(least), most: bound(most) })].join(t("common.sentenceGap"));
}

/** Which column, and what is wrong with it; what is wrong with who it is says so itself. */
export function problemWords(t: TFunction, problem: RowProblem): string {
  const words = wrongWords(t, problem);
  return problem.field === null || problem.field === "name" ? words : t("openings.problem.column", { field: fieldWord(t, problem.field), problem: words });
}
