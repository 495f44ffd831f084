/** Gives a tier by hand, until a last day and with a reason. */
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { ClientRef, Failure, GrantTier as Granting, TierRule } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { DayInput } from "../../../components/DayInput";
import { LedgerAct } from "../ledger/LedgerAct";

interface Values {
  tier: string | null;
  until: string | null;
  reason: string;
}

interface GrantTierProps {
  client: ClientRef;
  /** The tier that they have; one below it would change nothing. */
  has: string | null;
  onClose: () => void;
}

export function GrantTier({ client, has, onClose }: GrantTierProps) {
  const { t } = useTranslation();
  const approves = useMay()("grant_tiers");
  const tiers = useTiers(has);
  const nameOf = (code: string | null) => tiers.find((tier) => tier.code === code)?.name;
  const what = ({ tier, until }: Values): string => {
    const name = nameOf(tier);
    return name === undefined || until === null ? "" : t("tiers.grants.what", { name: client.name, tier: name, until });
  };
  const refusal = ({ code, field }: Failure) => {
    if (code === "not_found" && field === "tier") return { at: "tier", words: t("tiers.grants.gone") };
    if (field !== "until") return null;
    return code === "day_past" ? { at: "until", words: t("tiers.grants.past") } : code === "invalid_date" ? { at: "until", words: t("tiers.grants.far") } : null;
  };
  return (
    <LedgerAct<Values, Granting>
      name="tier"
      about={client.id}
      title={t("tiers.grants.dialogTitle")}
      initial={{ tier: null, until: null, reason: "" }}
      reason={{ label: t("tiers.grants.reason"), hint: t("tiers.grants.reasonHint") }}
      approval={!approves}
      approvalHint={t("tiers.grants.hint")}
      what={what}
      submit={({ tier }) => { const name = nameOf(tier); return name === undefined ? t("tiers.grants.applyPlain") : t("tiers.grants.apply", { tier: name }); }}
      input={(id, { tier, until, reason }) => ({ id, client: client.id, tier: tier ?? "", until: until ?? "", reason: reason.trim() })}
      send={(sent) => call("tiers.grant", sent)}
      refusal={refusal}
      done={() => t("tiers.grants.done")}
      onClose={onClose}
    >
      <Form.Item name="tier" label={t("tiers.grants.tier")} rules={[{ required: true, message: t("tiers.grants.chooseTier") }]} getValueProps={(code: string | null) => ({ value: nameOf(code) === undefined ? undefined : code })}>
        <Select<string> autoFocus placeholder={t("tiers.grants.chooseTier")} options={tiers.map(({ code, name }) => ({ value: code, label: name }))} data-testid="tier-choice" />
      </Form.Item>
      <Form.Item name="until" label={t("tiers.grants.until")} rules={[{ required: true, message: t("common.required") }]}>
        <DayInput placeholder={t("tiers.grants.until")} testId="tier-until" />
      </Form.Item>
    </LedgerAct>
  );
}

/** Those of today that are no lower than one, the highest first. */
function useTiers(has: string | null): readonly TierRule[] {
  const read = useRead("money", "tiers.schemes", {}).data;
  const all = read?.schemes.find(({ id }) => id === read.current)?.rules.tiers ?? [];
  return all.slice(Math.max(0, all.findIndex(({ code }) => code === has))).toReversed();
}
