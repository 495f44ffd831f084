/** Which of what the client has bought pays: those of this procedure that are there; the only one, or the plan's, by itself. */
import { Button, Radio } from "antd";
import { Wallet } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Entitlement, EntitlementId, Treatment } from "../../../../api/generated";
import { useMay } from "../../../../app/session";
import { Loaded } from "../../../../components/States";
import { endWords, entitlementWords, isThere, leftWords, proposed, useAllEntitlements } from "../../../billing/entitlements";
import { newPath } from "../../../checkout/places";
import styles from "../record.module.css";

interface RedeemedProps {
  treatment: Treatment;
  chosen: EntitlementId | null;
  /** It was just said that something bought pays: where it is plain which, it is chosen. */
  propose: boolean;
  onChoose: (id: EntitlementId) => void;
}

export function Redeemed(props: RedeemedProps) {
  const mayRead = useMay()("see_entitlements");
  const read = useAllEntitlements(props.treatment.client.id);
  return mayRead && <Loaded read={read} rows={1}>{(all) => <Choice {...props} all={all} />}</Loaded>;
}

function Choice({ treatment: { client, visit, procedure, planLine }, chosen, propose, onChoose, all }: RedeemedProps & { all: readonly Entitlement[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySell = useMay()("sell");
  const there = all.filter(isThere);
  const fitting = there.filter((one) => one.procedure === procedure.id);
  const others = there.filter((one) => one.procedure !== procedure.id);
  const proposal = proposed(fitting, planLine)?.id;
  useEffect(() => {
    if (propose && chosen === null && proposal !== undefined) onChoose(proposal);
  });
  const lost = chosen !== null && !fitting.some(({ id }) => id === chosen);
  const was = all.find(({ id }) => id === chosen);
  return (
    <>
      {lost && <p role="alert" className="danger" data-testid="funding-lost">{t("billing.funding.lost", { what: was ? entitlementWords(t, was) : "" })}</p>}
      {fitting.length > 0 && (
        <Radio.Group vertical aria-label={t("billing.funding.which")} data-testid="funding-entitlements" value={chosen} onChange={({ target }) => { onChoose(target.value as EntitlementId); }}>
          {fitting.map((one) => (
            <Radio key={one.id} value={one.id} data-testid={`funding-entitlement-${one.id}`}>
              {entitlementWords(t, one)} <span className="quiet">{leftWords(t, one)} · {endWords(t, one)}</span>
            </Radio>
          ))}
        </Radio.Group>
      )}
      {fitting.length === 0 && (
        <div className={styles.line} data-testid="funding-none">
          <p className="caution">{t("billing.funding.none", { procedure: procedure.name })}</p>
          {maySell && <Button size="small" icon={<Wallet aria-hidden size={14} strokeWidth={1.5} />} data-testid="funding-sell" onClick={() => void navigate(newPath(client.id, { visit }))}>{t("billing.sell")}</Button>}
        </div>
      )}
      {others.length > 0 && <p className="quiet" data-testid="funding-others">{t("billing.funding.others", { names: others.map((one) => `${one.name} ${leftWords(t, one)}`).join(t("common.listGap")) })}</p>}
    </>
  );
}
