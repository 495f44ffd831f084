/** What the client has here, and what is owed, each debt with the sale it stands from. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Balances, ClientId, Debt } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { Loaded } from "../../../components/States";
import { money } from "../../../components/format";
import { Part } from "../../clients/Part";
import { useOpenSale } from "../useOpenSale";
import { MoreButton } from "./MoreButton";
import { Statement } from "./Statement";
import styles from "./billing.module.css";

const pots = ["principal", "gift", "deposit"] as const;

export function AccountPart({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const read = useRead("money", "accounts.of_client", { client, entries: 0 });
  const title = t("billing.account.title");
  return (
    <Part title={title} testId="client-account" action={<MoreButton words={t("billing.account.statement")} label={title} testId="client-account-statement" onOpen={() => { setAll(true); }} />}>
      <Loaded read={read} rows={1}>
        {({ balances, debts }) => (
          <>
            <Held balances={balances} />
            {debts.length > 0 && <ul className={styles.lines}>{debts.map((debt) => <li key={debt.sale}><Owed debt={debt} /></li>)}</ul>}
          </>
        )}
      </Loaded>
      {all && <Statement client={client} onClose={() => { setAll(false); }} />}
    </Part>
  );
}

function Held({ balances }: { balances: Balances }) {
  const { t } = useTranslation();
  const shown = pots.filter((pot) => balances[pot] !== 0);
  if (shown.length === 0) return <p className="quiet">{t("billing.account.none")}</p>;
  return (
    <dl className={styles.balances}>
      {shown.map((pot) => (
        <div key={pot} style={{ display: "contents" }}>
          <dt>{t(`billing.pot.${pot}`)}</dt>
          <dd className={balances[pot] < 0 ? "danger" : ""} data-testid={`client-balance-${pot}`}>{money(balances[pot])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Owed({ debt: { sale, number, owed, dueOn, overdue } }: { debt: Debt }) {
  const { t } = useTranslation();
  const open = useOpenSale();
  const tone = overdue || owed < 0 ? "danger" : "caution";
  return (
    <button type="button" className={styles.line} data-testid="client-debt" onClick={() => { open(sale); }}>
      <span className={tone}>{owed < 0 ? t("billing.account.overpaid") : t(overdue ? "billing.account.overdue" : "billing.account.due", { day: dueOn })}</span>
      <span className={`${tone} ${styles.amount ?? ""}`}>{money(Math.abs(owed))}</span>
      <span className="quiet">{number}</span>
    </button>
  );
}
