/** The groups in which clients stand by their tier. */
import type { TierGroup, TierMembers } from "../../../api/generated";

type Kind = Exclude<TierGroup["kind"], "tier">;
export const kinds: readonly Kind[] = ["falling", "rising", "granted"];

export const keyOf = (group: TierGroup): string => (group.kind === "tier" ? `tier ${group.code}` : group.kind);

export interface Counted {
  group: TierGroup;
  /** The tier's name; "" for the others, which have their own words. */
  name: string;
  count: number;
}

/** The tiers, the highest first, then the others. */
export function counted(members: Pick<TierMembers, "tiers" | Kind>): Counted[] {
  return [
    ...members.tiers.map(({ tier, count }): Counted => ({ group: { kind: "tier", code: tier.code }, name: tier.name, count })),
    ...kinds.map((kind): Counted => ({ group: { kind }, name: "", count: members[kind] })),
  ];
}
