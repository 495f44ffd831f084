/** Sends a delivery with the picture of its note, and brings what is refused to its field. */
import { useMutation } from "@tanstack/react-query";
import type { FormInstance } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/call";
import { toFailure, wordsFor } from "../../../api/failure";
import { useShowFailure } from "../../../api/hooks";
import { type WitnessValues, emptyRefusedPin, witnessIn, witnessPaths } from "../../../components/witness";
import type { Head } from "./Receive";
import { type Line, type LineField, toDeliveryLine } from "./lines";

const lineFields: readonly string[] = ["product", "lot", "expiresOn", "producedOn", "packs", "unitCodes", "price"] satisfies LineField[];

interface Receiving {
  pending: boolean;
  pictureProblem: string | null;
  forgetPicture: () => void;
  /** Resolves to whether it is in; a failure has been shown. */
  run: (values: Head & WitnessValues, lines: readonly Line[], note: File | null) => Promise<boolean>;
}

export function useReceive(form: FormInstance, onLine: (place: number, field: LineField, words: string) => void): Receiving {
  const { t } = useTranslation();
  const showFailure = useShowFailure();
  const [pictureProblem, setPictureProblem] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: async ({ values, lines, note }: { values: Head & WitnessValues; lines: readonly Line[]; note: File | null }) =>
      upload(
        "stock.receive",
        {
          input: {
            supplier: values.supplier ?? "", noteNumber: values.noteNumber, receivedOn: values.receivedOn ?? "", inspectedBy: values.inspectedBy ?? "", inspection: values.inspection,
            lines: lines.map(toDeliveryLine),
          },
          witness: witnessIn(values),
        },
        note === null ? new Uint8Array() : new Uint8Array(await note.arrayBuffer()),
      ),
  });
  const failed = (reason: unknown) => {
    emptyRefusedPin(reason, form);
    const failure = toFailure(reason);
    const { message, remedy } = wordsFor(t, reason);
    const words = [message, remedy].filter(Boolean).join(t("common.sentenceGap"));
    const place = Number(failure?.params["line"] ?? Number.NaN);
    if (Number.isInteger(place) && failure?.field && lineFields.includes(failure.field)) onLine(place, failure.field as LineField, words);
    else if (failure?.field === "note") setPictureProblem(words);
    else showFailure(reason, { form, fields: witnessPaths });
  };
  return {
    pending: send.isPending,
    pictureProblem,
    forgetPicture: () => { setPictureProblem(null); },
    run: async (values, lines, note) => {
      try {
        await send.mutateAsync({ values, lines, note });
        return true;
      } catch (reason) {
        failed(reason);
        return false;
      }
    },
  };
}
