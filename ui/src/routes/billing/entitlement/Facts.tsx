/** What an entitlement is: of what, whose, of which sale, what was paid, how many are left and until when. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { EntitlementHistory } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useFormat } from "../../../components/format";
import client from "../client/billing.module.css";
import { endWords, goneWords, leftWords } from "../entitlements";
import { useOpenSale } from "../useOpenSale";
import styles from "./entitlement.module.css";
import { clientWords } from "./words";

export function Facts({ history: { entitlement, client: whose } }: { history: EntitlementHistory }) {
  const { t } = useTranslation();
  const format = useFormat();
  const maySee = useMay()("see_money");
  const open = useOpenSale();
  const { name, cardName, gift, left, expired, listPrice, paid, unredeemed, sale, number, opening, at } = entitlement;
  const gone = goneWords(t, entitlement);
  const facts: [key: string, title: string, value: string, tone?: string][] = [
    ["whose", t("billing.entitlement.whose"), clientWords(whose)],
    ["at", t("billing.entitlement.at"), format.dayOf(at)],
    ["ends", t("billing.entitlement.ends"), endWords(t, entitlement), expired ? "caution" : ""],
    ["list", t("billing.entitlement.list"), format.money(listPrice)],
    ["paid", t("billing.entitlement.paid"), format.money(paid)],
    ["unredeemed", t("billing.entitlement.unredeemed"), format.money(unredeemed)],
    ...(gone === "" ? [] : [["gone", t("billing.entitlement.gone"), gone] satisfies [string, string, string]]),
  ];
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.name}>{name} {gift && <span className={client.gift}>{t("billing.gift")}</span>}</h2>
        {cardName !== "" && <span className="quiet">{cardName}</span>}
        <span className={styles.spring} />
        <b className={`figure ${left < 0 ? "danger" : ""}`} data-testid="entitlement-left">{leftWords(t, entitlement)}</b>
      </div>
      <dl className={styles.facts} data-testid="entitlement-facts">
        <div>
          <dt>{t("billing.entitlement.sale")}</dt>
          <dd>
            {opening && <span>{t("billing.entitlement.opening")} </span>}
            {maySee ? <Button type="link" size="small" className={styles.link ?? ""} data-testid="entitlement-sale" onClick={() => { open(sale); }}>{number}</Button> : !opening && number}
          </dd>
        </div>
        {facts.map(([key, title, value, tone = ""]) => <div key={key}><dt>{title}</dt><dd className={tone}>{value}</dd></div>)}
      </dl>
    </>
  );
}
