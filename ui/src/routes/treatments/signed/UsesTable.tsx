/** What was used, by batch: whose it is, what it was registered as, how much in all, and each point of it. */
import { useTranslation } from "react-i18next";
import type { SignedTreatment, Use } from "../../../api/generated";
import { quantity } from "../../../components/decimals";
import mapStyles from "../record/map/map.module.css";
import { isPoint } from "../record/map/points";
import { type Group, groupsOf, lookOf } from "../record/map/proposal";
import { namesOf } from "./names";
import styles from "./signed.module.css";

interface UsesTableProps {
  signed: SignedTreatment;
  selected: number | null;
  onSelect: (key: number | null) => void;
}

export function UsesTable({ signed, selected, onSelect }: UsesTableProps) {
  const { t } = useTranslation();
  const { uses } = signed.text.body;
  const groups = groupsOf(uses);
  const numbers = new Map(uses.filter(isPoint).map(({ key }, index) => [key, index + 1]));
  const { measure } = namesOf(signed.text);
  return (
    <section className={styles.part}>
      <h2>{t("signing.record.uses")}</h2>
      {uses.length === 0 ? <p className="quiet">{t("signing.record.usesNone")}</p> : (
        <table className={styles.table} data-testid="signed-uses">
          <thead>
            <tr>
              <th scope="col" className={styles.narrow}>{t("signing.record.number")}</th>
              <th scope="col">{t("signing.record.site")}</th>
              <th scope="col">{t("signing.record.depth")}</th>
              <th scope="col" className={styles.right}>{t("signing.record.quantity")}</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={`${group.product} ${group.batch ?? ""}`}>
              <tr><th colSpan={4} scope="rowgroup" data-testid="signed-batch"><GroupHead signed={signed} group={group} look={lookOf(groups, group)} /></th></tr>
              {group.uses.map((use: Use) => (
                <tr key={use.key} data-selected={use.key === selected ? "" : undefined} data-testid="signed-use" onClick={() => { onSelect(isPoint(use) ? use.key : null); }}>
                  <td className={styles.narrow}>{numbers.get(use.key) ?? "\u2013"}</td>
                  <td>{use.site}</td>
                  <td>{use.depth}</td>
                  <td className={styles.right}>{quantity(use.quantity, measure(use.product))}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </section>
  );
}

function GroupHead({ signed: { text, totals }, group, look }: { signed: SignedTreatment; group: Group; look: number }) {
  const { t } = useTranslation();
  const { measure, batch: batchOf } = namesOf(text);
  const product = text.products.find(({ id }) => id === group.product);
  const batch = batchOf(group.batch);
  const total = totals.find((other) => other.product === group.product && other.batch === group.batch)?.quantity ?? group.quantity;
  const made = [product?.genericName === product?.name ? "" : product?.genericName, product?.manufacturer, product && product.registrationNumber !== "" ? t("signing.record.registration", { number: product.registrationNumber }) : ""].filter(Boolean).join(" · ");
  const amount = quantity(total, measure(group.product));
  return (
    <div className={styles.groupHead}>
      <span className={styles.groupName}>
        {look >= 0 && <span className={mapStyles.swatch} data-look={look % 4} />}
        <b>{product?.name}</b>
      </span>
      <b className={styles.groupTotal} data-testid="signed-total">{group.points > 0 ? t("treatments.uses.total", { quantity: amount, count: group.points }) : t("signing.record.total", { quantity: amount })}</b>
      {batch && <span className={styles.lot}><b>{t("signing.record.lot", { lot: batch.lot })}</b> <span className="quiet">{t("signing.record.expiry", { date: batch.expiresOn })}</span></span>}
      {made !== "" && <span className={`quiet ${styles.made ?? ""}`}>{made}</span>}
    </div>
  );
}
