/** What is missing before money goes back: said in words, and where to put it right. */
import type { TFunction } from "i18next";
import type { Fen, RefundQuote, Refundable } from "../../../api/generated";
import { money } from "../../../components/format";
import type { Problem } from "../new/problems";
import { type RefundDraft, keyOf, problemOf, untouched } from "./draft";
import { type Way, assigned, isUnread } from "./ways";
import { thingName } from "./words";

export const reasonFieldId = "refund-reason";
export const partFieldId = ({ item }: Refundable): string => `refund-${keyOf(item)}-part`;
export const amountFieldId = ({ item }: Refundable): string => `refund-${keyOf(item)}-amount`;
export const wayFieldId = (key: string): string => `refund-way-${key.replaceAll(" ", "-")}`;

interface Standing {
  quote: RefundQuote;
  values: RefundDraft;
  /** So many things go back. */
  parts: number;
  ways: readonly Way[];
  wayName: (way: Way) => string;
  /** What leaves the clinic. */
  outside: Fen;
  fresh: boolean;
  refused: boolean;
  /** Interest is paid, and nobody said how. */
  interestUnpaid: boolean;
}

export function problemIn(t: TFunction, { quote, values, parts, ways, wayName, outside, fresh, refused, interestUnpaid }: Standing): Problem | null {
  for (const thing of quote.refundable) {
    const wrong = problemOf(thing, values.things[keyOf(thing.item)] ?? untouched);
    if (wrong) return { words: t("refunds.problem.part", { name: thingName(t, thing) }), field: wrong === "part" ? partFieldId(thing) : amountFieldId(thing) };
  }
  if (parts === 0) return { words: t("refunds.problem.nothing"), field: null };
  const unread = ways.find(isUnread);
  if (unread) return { words: t("refunds.problem.way", { method: wayName(unread) }), field: wayFieldId(unread.key) };
  if (refused) return { words: t("refunds.problem.refused"), field: null };
  const left = outside - assigned(ways);
  // While it is worked out, the ways are those of before.
  if (left !== 0 && fresh) return { words: t(left > 0 ? "refunds.problem.still" : "refunds.problem.over", { amount: money(Math.abs(left)) }), field: null };
  if (!fresh) return { words: t("refunds.problem.counting"), field: null };
  if (interestUnpaid) return { words: t("refunds.problem.interest"), field: null };
  return values.reason.trim() === "" ? { words: t("refunds.problem.reason"), field: reasonFieldId } : null;
}
