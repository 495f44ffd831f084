/** The sessions that a sale gave, and how many of them are left. */
import { useTranslation } from "react-i18next";
import type { Entitlement } from "../../../api/generated";
import { goneWords } from "../../billing/entitlements";
import styles from "./sale.module.css";

export function Gives({ entitlements }: { entitlements: readonly Entitlement[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-label={t("checkout.sale.gives")}>
      <header className={styles.cardHead}><h2>{t("checkout.sale.gives")}</h2></header>
      <ul className={styles.lines}>
        {entitlements.map(({ id, name, sessions, returned, away, voided, from, left, gift, cardName, expiresOn, expired, holder }) => (
          <li key={id} className={styles.line} data-testid="sale-entitlement">
            <span>{t("checkout.sale.givesLine", { name, sessions, left })} {returned > 0 && <span className="quiet" data-testid="sale-returned">{t("refunds.sale.gives", { count: returned })}</span>} {away + voided > 0 && <span className="quiet" data-testid="sale-away">{goneWords(t, { returned: 0, away, voided })}</span>} {from !== null && <span className={styles.mark}>{t("checkout.sale.cameMark")}</span>} {gift && <span className={styles.mark}>{t("checkout.sale.giftMark")}</span>} {holder !== "" && <span className="quiet">{t("refunds.thing.holder", { name: holder })}</span>}</span>
            <span className={expired ? "caution" : "quiet"}>{expired ? t("checkout.sale.expired") : expiresOn === null ? t("checkout.sale.endless") : t("checkout.sale.until", { day: expiresOn })}</span>
            {cardName !== "" && <p className={`quiet ${styles.why ?? ""}`}>{t("checkout.sale.ofCard", { name: cardName })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
