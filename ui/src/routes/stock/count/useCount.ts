/** Books a count, and brings what is refused to the row it is about. */
import type { FormInstance } from "antd";
import { useTranslation } from "react-i18next";
import { toFailure, wordsFor } from "../../../api/failure";
import type { BatchId, Counted } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { type WitnessValues, emptyRefusedPin, witnessIn, witnessPaths } from "../../../components/witness";
import { useRef } from "react";
import type { Products } from "../products";
import { quantityWords } from "../units";
import { countFieldId } from "./CountRow";
import { type Judged, toCountLines } from "./entries";

export interface CountRefused {
  batch: BatchId;
  words: string;
}

interface Around {
  onRefused: (refused: CountRefused) => void;
  /** The book says something else by now. */
  onMoved: () => void;
}

interface Counting {
  pending: boolean;
  run: (judged: readonly Judged[], values: { note: string } & WitnessValues) => Promise<Counted | undefined>;
}

export function useCount(form: FormInstance, products: Products, { onRefused, onMoved }: Around): Counting {
  const { t } = useTranslation();
  const sent = useRef<readonly Judged[]>([]);
  const count = useWrite("stock.count", {
    form,
    fields: witnessPaths,
    onFailure: (reason) => {
      emptyRefusedPin(reason, form);
      const failure = toFailure(reason);
      const line = sent.current[Number(failure?.params["line"] ?? Number.NaN)];
      if (!failure || !line || failure.code === "witness_required") return false;
      const { batch } = line;
      const there = () => quantityWords(t, Number(failure.params["onHand"] ?? 0), products.of(batch.product));
      const { message, remedy } = wordsFor(t, reason);
      const words =
        failure.code === "changed_meanwhile" ? t("stock.count.changed", { quantity: there() })
        // What is less than the opened vials hold can only have left through their book.
        : failure.code === "not_enough_stock" ? t("stock.count.inVials")
        : [message, remedy].filter(Boolean).join(t("common.sentenceGap"));
      if (failure.code === "changed_meanwhile") onMoved();
      else onRefused({ batch: batch.id, words });
      document.getElementById(countFieldId(batch.id, failure.field === "reason" ? "reason" : "counted"))?.focus();
      return true;
    },
  });
  return {
    pending: count.pending,
    run: async (judged, { note, witness }) => {
      sent.current = judged;
      return (await count.run({ input: { lines: toCountLines(judged), note }, witness: witnessIn({ witness }) }))?.output;
    },
  };
}
