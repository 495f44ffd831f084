/** A client's latest sales; all of them in a drawer. Each opens. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, SaleHead } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { soldWords } from "../../checkout/words";
import { Part } from "../../clients/Part";
import { useOpenSale } from "../useOpenSale";
import { AllSales } from "./AllSales";
import { MoreButton } from "./MoreButton";
import styles from "./billing.module.css";

const latest = 4;

export function SalesPart({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const read = useRead("money", "sales.of_client", { client });
  const title = t("billing.sales.title");
  const more = (read.data?.length ?? 0) > latest;
  return (
    <Part title={title} testId="client-sales" action={more && <MoreButton words={t("billing.all")} label={title} testId="client-sales-all" onOpen={() => { setAll(true); }} />}>
      <Loaded read={read} rows={1}>
        {(sales) => sales.length === 0 ? <p className="quiet">{t("billing.sales.none")}</p> : <ul className={styles.lines}>{sales.slice(0, latest).map((sale) => <li key={sale.id}><Line sale={sale} /></li>)}</ul>}
      </Loaded>
      {all && <AllSales client={client} onClose={() => { setAll(false); }} />}
    </Part>
  );
}

function Line({ sale }: { sale: SaleHead }) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useOpenSale();
  const { id, number, total, refunded, owed, at } = sale;
  return (
    <button type="button" className={styles.line} data-testid="client-sale" onClick={() => { open(id); }}>
      <span className={styles.name}>{soldWords(t, sale)}</span>
      <span className={styles.amount}>{format.money(total)}</span>
      <span className="quiet">
        {[format.dayOf(at), number, refunded === 0 ? "" : t("billing.sales.refunded", { amount: format.money(refunded) })].filter(Boolean).join(" \u00b7 ")}
        {owed > 0 && <span className="caution"> {"\u00b7"} {t("billing.sales.owed", { amount: format.money(owed) })}</span>}
      </span>
    </button>
  );
}
