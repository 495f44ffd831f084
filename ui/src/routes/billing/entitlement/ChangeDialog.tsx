/** Voids, converts or transfers sessions: how many, into what or to whom, and why. */
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { AgreedHow, ChangeSessions, ClientRef, EntitlementChangeKind, EntitlementHistory, ProcedureId, SessionsBecome } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useDirectory } from "../../../components/directory";
import { money } from "../../../components/format";
import { CountField } from "../ledger/CountField";
import { LedgerAct } from "../ledger/LedgerAct";
import styles from "../ledger/ledger.module.css";
import { ConvertFields, intoMost } from "./ConvertFields";
import { TransferFields } from "./TransferFields";
import { clientWords, paidFor } from "./words";

export interface Agreeing {
  how: AgreedHow | null;
  note: string;
}

interface Values {
  sessions: number | null;
  procedure: ProcedureId | null;
  into: number | null;
  to: ClientRef | null;
  giver: Agreeing;
  taker: Agreeing;
  reason: string;
}

const unsaid: Agreeing = { how: null, note: "" };

function becoming(kind: EntitlementChangeKind, { procedure, into, to, giver, taker }: Values): SessionsBecome {
  const agreed = ({ how, note }: Agreeing) => ({ how: how ?? "in_person", note: note.trim() });
  switch (kind) {
    case "void": return { kind };
    case "convert": return { kind, procedure: procedure ?? "", into: into ?? 0 };
    case "transfer": return { kind, to: to?.id ?? "", giver: agreed(giver), taker: agreed(taker) };
  }
}

interface ChangeDialogProps {
  kind: EntitlementChangeKind;
  history: EntitlementHistory;
  onClose: () => void;
}

export function ChangeDialog({ kind, history: { entitlement, client }, onClose }: ChangeDialogProps) {
  const { t } = useTranslation();
  const approves = useMay()("change_ledgers");
  const directory = useDirectory();
  const { id: which, name, left, unredeemed } = entitlement;
  const what = ({ sessions, procedure, into, to }: Values): string => {
    const count = sessions ?? 0;
    if (count < 1 || count > left || (kind === "convert" && (into === null || into < 1))) return "";
    const paid = paidFor(unredeemed, count, left);
    const words = { count, name, amount: money(paid), into: into ?? 0, procedure: directory.name(procedure) || t("billing.change.someProcedure"), client: to ? clientWords(to) : t("billing.change.someClient") };
    return t(paid > 0 ? `billing.change.what.${kind}` : `billing.change.whatFree.${kind}`, words);
  };
  return (
    <LedgerAct<Values, ChangeSessions>
      name="change"
      // What was typed when more was left is not what is left now.
      about={`${kind} ${which} ${left}`}
      title={t(`billing.change.title.${kind}`, { name })}
      initial={{ sessions: left, procedure: null, into: left, to: null, giver: unsaid, taker: unsaid, reason: "" }}
      reason={{ label: t("billing.change.reason"), hint: t(`billing.change.reasonHint.${kind}`) }}
      approval={!approves}
      what={what}
      submit={({ sessions }) => t(`billing.change.apply.${kind}`, { count: sessions ?? 0 })}
      danger={kind === "void"}
      width={kind === "transfer" ? 720 : 560}
      ready={({ giver, taker }) => kind !== "transfer" || (giver.how !== null && taker.how !== null)}
      input={(id, values) => ({ id, entitlement: which, sessions: values.sessions ?? 0, becoming: becoming(kind, values), reason: values.reason.trim() })}
      send={(sent) => call("entitlements.change", sent)}
      fields={{ giver: ["giver", "note"], taker: ["taker", "note"] }}
      done={({ sessions }) => t(`billing.change.done.${kind}`, { count: sessions ?? 0 })}
      onTyped={({ sessions }, form) => {
        // As many as before, until somebody says otherwise.
        if (typeof sessions === "number" && !form.isFieldTouched("into")) form.setFieldValue("into", Math.min(sessions, intoMost));
      }}
      onClose={onClose}
    >
      {kind === "transfer" && <TransferFields giver={client} />}
      {kind === "convert" && <ConvertFields except={entitlement.procedure} />}
      <div className={kind === "convert" ? styles.pair : ""}>
        <CountField name="sessions" label={t("billing.change.sessionsOf", { left })} most={left} wrong={t("billing.change.sessionsWrong", { left })} testId="change-sessions" />
        {kind === "convert" && <CountField name="into" label={t("billing.change.into")} most={intoMost} wrong={t("billing.change.intoWrong", { most: intoMost })} testId="change-into" />}
      </div>
    </LedgerAct>
  );
}
