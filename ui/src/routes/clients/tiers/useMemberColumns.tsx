/** What is shown of a client by tier: more of what the group is about. */
import { useTranslation } from "react-i18next";
import type { TierGroup, TierMember } from "../../../api/generated";
import type { Column } from "../../../components/DataTable";
import { money } from "../../../components/format";
import { nameOf } from "../../billing/tiers/words";

export function useMemberColumns(kind: TierGroup["kind"]): readonly Column<TierMember>[] {
  const { t } = useTranslation();
  const title = (key: "name" | "phone" | "tier" | "since" | "lifetime" | "year" | "fallsOn" | "fallsTo" | "missing" | "next" | "nextMissing" | "until") => t(`tiers.members.column.${key}`);
  const amount = (fen: number | null | undefined) => (fen === null || fen === undefined ? "" : money(fen));
  const more: Record<TierGroup["kind"], Column<TierMember>[]> = {
    tier: [],
    falling: [
      { key: "fallsOn", title: title("fallsOn"), width: 112, text: ({ fallsOn }) => fallsOn ?? "", render: ({ fallsOn }) => <span className="caution">{fallsOn ?? ""}</span> },
      { key: "fallsTo", title: title("fallsTo"), width: 100, text: ({ fallsTo }) => nameOf(t, fallsTo) },
      { key: "missing", title: title("missing"), width: 112, align: "right", text: ({ missing }) => amount(missing) },
    ],
    rising: [
      { key: "next", title: title("next"), width: 100, text: ({ next }) => next?.tier.name ?? "" },
      { key: "nextMissing", title: title("nextMissing"), width: 112, align: "right", text: ({ next }) => amount(next?.missing) },
    ],
    granted: [{ key: "until", title: title("until"), width: 112, text: ({ grantedUntil }) => grantedUntil ?? "" }],
  };
  return [
    {
      key: "name", title: title("name"), width: 160, text: ({ client }) => `${client.name} ${client.memberNumber}`,
      render: ({ client }) => <span data-testid="client-tiers-row">{client.name} <span className="quiet">{client.memberNumber}</span></span>,
    },
    { key: "phone", title: title("phone"), width: 128, text: ({ client }) => client.phone ?? "" },
    { key: "tier", title: title("tier"), width: 100, text: ({ tier }) => nameOf(t, tier) },
    { key: "since", title: title("since"), width: 112, text: ({ since }) => since ?? "" },
    { key: "lifetime", title: title("lifetime"), width: 116, align: "right", text: ({ lifetime }) => money(lifetime) },
    { key: "year", title: title("year"), width: 108, align: "right", text: ({ year }) => money(year) },
    ...more[kind],
  ];
}
