/** Takes back a tier that was given by hand. */
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { ClientRef, EndTierGrant, Failure, TierGrant } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { LedgerAct, type Reasoned } from "../ledger/LedgerAct";

export function UndoGrant({ client, grant: { id: grant, tier, until }, onClose }: { client: ClientRef; grant: TierGrant; onClose: () => void }) {
  const { t } = useTranslation();
  const approves = useMay()("grant_tiers");
  const refusal = ({ code }: Failure) => {
    if (code === "already_reversed") return { at: "reason", words: t("tiers.grants.undo.already") };
    return code === "grant_over" ? { at: "reason", words: t("tiers.grants.undo.over") } : null;
  };
  return (
    <LedgerAct<Reasoned, EndTierGrant>
      name="tier"
      about={`undo ${grant}`}
      title={t("tiers.grants.undo.title")}
      initial={{ reason: "" }}
      reason={{ label: t("tiers.grants.undo.reason"), hint: t("tiers.grants.undo.reasonHint") }}
      approval={!approves}
      approvalHint={t("tiers.grants.hint")}
      what={() => t("tiers.grants.undo.what", { name: client.name, tier: tier.name, until })}
      submit={() => t("tiers.grants.undo.apply")}
      danger
      input={(id, { reason }) => ({ id, grant, reason: reason.trim() })}
      send={(sent) => call("tiers.end_grant", sent)}
      // What cannot be taken back says so where one says why.
      fields={{ grant: "reason" }}
      refusal={refusal}
      done={() => t("tiers.grants.undo.done")}
      onClose={onClose}
    />
  );
}
