/** Of each batch, always in view: what it is, until when, how much in all, and whether that much is there. */
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Use } from "../../../../api/generated";
import { quantity } from "../../../../components/decimals";
import { useFormat } from "../../../../components/format";
import mapStyles from "../map/map.module.css";
import { type Group, choiceOf, groupsOf, lookOf, shortOf, shortVials } from "../map/proposal";
import type { Stand } from "../useShelf";
import styles from "./uses.module.css";

export function Totals({ uses, stand }: { uses: readonly Use[]; stand: Stand }) {
  const { t } = useTranslation();
  const groups = groupsOf(uses);
  return (
    // Many batches are more than it shows at once: it scrolls, by keys as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul tabIndex={groups.length === 0 ? -1 : 0} aria-label={t("treatments.uses.totals")} className={`${styles.totals ?? ""} scrolls`} data-testid="use-totals">
      {groups.map((group) => <Total key={`${group.product} ${group.batch ?? ""}`} group={group} look={lookOf(groups, group)} uses={uses} stand={stand} />)}
    </ul>
  );
}

function Total({ group, look, uses, stand }: { group: Group; look: number; uses: readonly Use[]; stand: Stand }) {
  const { t } = useTranslation();
  const format = useFormat();
  const measure = stand.measure(group.product);
  const choice = choiceOf(stand, group.batch);
  const batch = stand.batch(group.batch);
  const amount = (many: number) => quantity(many, measure);
  const short = shortOf(group, choice);
  const shorts = [short > 0 ? t("treatments.uses.short", { quantity: amount(short) }) : "", ...shortVials(uses, choice).map(({ by }) => t("treatments.uses.vialShort", { quantity: amount(by) }))].filter(Boolean);
  return (
    <li className={styles.groupTotal} data-testid="use-group">
      <span className={styles.totalName}>
        {look >= 0 && <span className={mapStyles.swatch} data-look={look % 4} />}
        <b>{stand.productName(group.product)}</b>
      </span>
      <span className={styles.total} data-testid="use-total">{group.points > 0 ? t("treatments.uses.total", { quantity: amount(group.quantity), count: group.points }) : t("treatments.uses.totalNoPoints", { quantity: amount(group.quantity) })}</span>
      <span className={styles.totalOf}>
        {batch ? <span>{batch.lot}</span> : <span className="caution">{t("treatments.uses.noBatch")}</span>}
        {batch && <span className={batch.expiresOn < format.today() ? "danger" : "quiet"}>{t("treatments.uses.expiry", { date: batch.expiresOn })}</span>}
        {choice && <span className={short > 0 ? "caution" : "quiet"}>{t("treatments.uses.onHand", { quantity: amount(choice.onHand) })}</span>}
        {batch && !choice && <span className="danger">{t("treatments.uses.gone")}</span>}
      </span>
      {shorts.length > 0 && (
        <span className={`caution ${styles.short ?? ""}`} role="status" data-testid="use-short">
          <TriangleAlert aria-hidden size={14} strokeWidth={1.75} /> {shorts.join(t("common.listGap"))}
        </span>
      )}
    </li>
  );
}
