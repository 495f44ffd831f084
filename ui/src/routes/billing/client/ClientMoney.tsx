/** What a client has bought and not had, has here in money and points, owes, and was sold: as far as the person may see it. */
import type { ClientId } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { PointsPart } from "../points/PointsPart";
import { TierPart } from "../tiers/TierPart";
import { AccountPart } from "./AccountPart";
import { EntitlementsPart } from "./EntitlementsPart";
import { OpeningPart } from "./OpeningPart";
import { SalesPart } from "./SalesPart";

export function ClientMoney({ client }: { client: ClientId }) {
  const may = useMay();
  return (
    <>
      {may("see_entitlements") && <EntitlementsPart client={client} />}
      {may("see_money") && <AccountPart client={client} />}
      {may("see_money") && <TierPart client={client} />}
      {may("see_money") && <PointsPart client={client} />}
      {may("see_money") && <SalesPart client={client} />}
      {may("see_money") && <OpeningPart client={client} />}
    </>
  );
}
