/** Takes back a change that was wrong, as long as nothing came of what the sessions became. */
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { EntitlementChange, Failure, ReverseChange } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { LedgerAct, type Reasoned } from "../ledger/LedgerAct";
import { clientWords } from "./words";

export function UndoChange({ change, onClose }: { change: EntitlementChange; onClose: () => void }) {
  const { t } = useTranslation();
  const approves = useMay()("change_ledgers");
  const { id: which, kind, sessions, fromName, fromClient, intoName, intoSessions, intoClient } = change;
  const refusal = ({ code, params }: Failure) => {
    if (code === "sessions_used") return { at: "reason", words: t("billing.change.undo.used", { left: params["left"] ?? "0" }) };
    return code === "plan_line_sold" ? { at: "reason", words: t("billing.change.undo.planSold", { name: params["name"] ?? "" }) } : null;
  };
  return (
    <LedgerAct<Reasoned, ReverseChange>
      name="change"
      about={`undo ${which}`}
      title={t(`billing.change.undo.title.${kind}`)}
      initial={{ reason: "" }}
      reason={{ label: t("billing.change.undo.reason"), hint: t("billing.change.undo.reasonHint") }}
      approval={!approves}
      what={() => t(`billing.change.undo.what.${kind}`, { count: sessions, name: fromName, into: intoSessions, procedure: intoName, giver: clientWords(fromClient), client: intoClient ? clientWords(intoClient) : "" })}
      submit={() => t("billing.change.undo.apply")}
      danger
      input={(id, { reason }) => ({ id, change: which, reason: reason.trim() })}
      send={(sent) => call("entitlements.reverse", sent)}
      // What cannot be taken back says so where one says why.
      fields={{ change: "reason" }}
      refusal={refusal}
      done={() => t("billing.change.undo.done")}
      onClose={onClose}
    />
  );
}
