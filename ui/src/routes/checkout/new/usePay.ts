/** Takes the money, once; what is refused goes to the field that it is about. */
import type { FormInstance } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import { toFailure, wordsFor } from "../../../api/failure";
import type { Paid, PaySale, SignIn } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";
import { emptyRefusedPin, witnessPaths } from "../../../components/witness";
import { useOnce } from "../useOnce";
import type { Asked, CheckoutDraft } from "./draft";
import { fieldIds } from "./problems";

export interface Refused {
  line?: number;
  payment?: number;
  /** As Rust calls it. */
  field: string;
  words: string;
}

export interface Paying {
  pending: boolean;
  /** What Rust would not take, until something is changed. */
  refused: Refused | null;
  forget: () => void;
  /** Whether somebody must approve it first. */
  approving: boolean;
  setApproving: (approving: boolean) => void;
  run: (input: PaySale, witness?: SignIn | null, form?: FormInstance) => Promise<Paid | null>;
}

export function usePay(asked: Asked, { payments }: CheckoutDraft, onPriceMoved: () => void): Paying {
  const { t } = useTranslation();
  const showFailure = useShowFailure();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [approving, setApproving] = useState(false);
  const once = useOnce((sent: { input: PaySale; witness: SignIn | null }) => call("sales.pay", sent));

  const failed = (reason: unknown, form: FormInstance | undefined) => {
    const failure = toFailure(reason);
    if (form) emptyRefusedPin(reason, form);
    if (failure?.code === "approval_required") {
      setApproving(true);
      return;
    }
    if (failure?.code === "changed_meanwhile" && failure.field === "total") onPriceMoved();
    const { message, remedy } = wordsFor(t, reason);
    const words = [message, remedy].filter(Boolean).join(t("common.sentenceGap"));
    const field = failure?.field ?? "";
    const line = asked.keys[Number(failure?.params["line"] ?? Number.NaN) - 1];
    const payment = payments[Number(failure?.params["payment"] ?? Number.NaN) - 1]?.key;
    if (line !== undefined) setRefused({ line, field, words });
    else if (payment !== undefined) setRefused({ payment, field, words });
    else if (field in fieldIds) setRefused({ field, words });
    else {
      showFailure(reason, form ? { form, fields: { ...witnessPaths, approver: witnessPaths.staffId } } : {});
      return;
    }
    // What is refused stands beneath the dialog.
    setApproving(false);
  };

  return {
    pending: once.pending,
    refused,
    forget: () => { setRefused(null); },
    approving,
    setApproving,
    run: (input, witness = null, form) => once.send({ input, witness }, (reason) => { failed(reason, form); }),
  };
}
