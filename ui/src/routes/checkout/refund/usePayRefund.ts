/** Gives it back, once; what is refused goes to the thing, the way or the field that it is about. */
import type { FormInstance } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import { toFailure, wordsFor } from "../../../api/failure";
import type { PayRefund, Refunded, SignIn } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";
import { emptyRefusedPin, witnessPaths } from "../../../components/witness";
import { useOnce } from "../useOnce";

/** Where what Rust would not take stands: at a thing, a way, the reason, or beneath all. */
export interface Refused {
  at: "part" | "way" | "reason" | "all";
  key: string;
  words: string;
}

interface Where {
  parts: readonly string[];
  ways: readonly string[];
  /** It comes to something else by now: that is asked for and shown. */
  onMoved: () => void;
}

interface Paying {
  pending: boolean;
  refused: Refused | null;
  forget: () => void;
  /** Whether the question is open. */
  asking: boolean;
  setAsking: (asking: boolean) => void;
  /** Rust asked for somebody who approves it. */
  approval: boolean;
  run: (input: PayRefund, witness: SignIn | null, form: FormInstance) => Promise<Refunded | null>;
}

export function usePayRefund({ parts, ways, onMoved }: Where): Paying {
  const { t } = useTranslation();
  const showFailure = useShowFailure();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asking, setAsking] = useState(false);
  const [approval, setApproval] = useState(false);
  const once = useOnce((sent: { input: PayRefund; witness: SignIn | null }) => call("refunds.pay", sent));

  const failed = (reason: unknown, form: FormInstance) => {
    const failure = toFailure(reason);
    emptyRefusedPin(reason, form);
    if (failure?.code === "approval_required") {
      setApproval(true);
      return;
    }
    const moved = failure?.code === "changed_meanwhile" && failure.field === "total";
    if (moved) onMoved();
    const { message, remedy } = wordsFor(t, reason);
    const words = [message, remedy].filter(Boolean).join(t("common.sentenceGap"));
    const place = (name: "part" | "way") => Number(failure?.params[name] ?? Number.NaN) - 1;
    const [part, way] = [parts[place("part")], ways[place("way")]];
    if (part !== undefined) setRefused({ at: "part", key: part, words });
    else if (way !== undefined) setRefused({ at: "way", key: way, words });
    else if (failure?.field === "reason") setRefused({ at: "reason", key: "", words });
    else if (moved || failure?.field === "ways" || failure?.field === "basis" || failure?.field === "parts") setRefused({ at: "all", key: "", words });
    else {
      showFailure(reason, { form, fields: { ...witnessPaths, approver: witnessPaths.staffId } });
      return;
    }
    // What is refused stands beneath the question.
    setAsking(false);
  };

  return {
    pending: once.pending,
    refused,
    forget: () => { setRefused(null); },
    asking,
    setAsking,
    approval,
    run: (input, witness, form) => once.send({ input, witness }, (reason) => { failed(reason, form); }),
  };
}
