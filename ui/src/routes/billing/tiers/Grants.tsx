/** Tiers that were given by hand, the latest first; one that holds is taken back from here. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { TierGrant } from "../../../api/generated";
import { type Column, DataTable } from "../../../components/DataTable";

interface GrantsProps {
  grants: readonly TierGrant[];
  onUndo?: (grant: TierGrant) => void;
}

export function Grants({ grants, onUndo }: GrantsProps) {
  const { t } = useTranslation();
  return <DataTable name="client-tier-grants" label={t("tiers.grants.title")} columns={useColumns(onUndo)} rows={grants} rowKey={({ id }) => id} empty={null} />;
}

function useColumns(onUndo?: (grant: TierGrant) => void): readonly Column<TierGrant>[] {
  const { t } = useTranslation();
  const title = (key: "tier" | "from" | "until" | "state" | "reason" | "by" | "approvedBy" | "acts") => t(`tiers.grants.column.${key}`);
  const state = ({ holds, takenBack }: TierGrant) => (takenBack === null ? t(`tiers.grants.state.${holds ? "holds" : "over"}`) : t("tiers.grants.state.takenBack", { reason: takenBack }));
  const acts: Column<TierGrant> = {
    key: "acts", title: title("acts"), width: 120, text: () => "",
    render: (grant) => onUndo && grant.holds && <Button type="text" size="small" data-testid="tier-grant-undo" onClick={() => { onUndo(grant); }}>{t("tiers.grants.undo.open")}</Button>,
  };
  return [
    { key: "tier", title: title("tier"), width: 128, text: ({ tier }) => tier.name },
    { key: "from", title: title("from"), width: 112, text: ({ fromDay }) => fromDay },
    { key: "until", title: title("until"), width: 112, text: ({ until }) => until },
    { key: "state", title: title("state"), width: 160, text: state, render: (grant) => <span className={grant.holds ? "" : "quiet"} title={state(grant)} data-testid="tier-grant-state">{state(grant)}</span> },
    { key: "reason", title: title("reason"), width: 216, text: ({ reason }) => reason, render: ({ reason }) => <span title={reason}>{reason}</span> },
    { key: "by", title: title("by"), width: 96, text: ({ by }) => by ?? "" },
    { key: "approvedBy", title: title("approvedBy"), width: 96, text: ({ approvedBy }) => approvedBy ?? "" },
    ...(onUndo ? [acts] : []),
  ];
}
