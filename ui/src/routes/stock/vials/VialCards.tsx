/** The vials that are open now, those of an earlier day in front: each with what is left in it and what comes next. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { VialLine } from "../../../api/generated";
import { quantity } from "../../../components/decimals";
import { useFormat } from "../../../components/format";
import type { Products } from "../products";
import styles from "../stock.module.css";
import type { VialAct } from "./VialBook";

interface VialCardsProps {
  vials: readonly VialLine[];
  products: Products;
  onAct: (act: VialAct, vial: VialLine) => void;
}

export function VialCards({ vials, products, onAct }: VialCardsProps) {
  const { t } = useTranslation();
  if (vials.length === 0) return <p className="quiet" data-testid="vials-none">{t("stock.vials.noneOpen")}</p>;
  const sorted = vials.toSorted((one, other) => Number(other.overdue) - Number(one.overdue) || other.openedAt - one.openedAt);
  return <ul className={`${styles.vials ?? ""} scrolls`} aria-label={t("stock.vials.openNow")}>{sorted.map((vial) => <Card key={vial.id} vial={vial} products={products} onAct={onAct} />)}</ul>;
}

function Card({ vial, products, onAct }: Omit<VialCardsProps, "vials"> & { vial: VialLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const product = products.of(vial.product);
  const { lot, unitCode, left, quantity: held, shared, openedAt, overdue } = vial;
  const act = (kind: VialAct, primary: boolean) => (
    <Button size="small" type={primary ? "primary" : "default"} data-testid={`vial-${kind}`} aria-label={t(`stock.vials.actOf.${kind}`, { product: product.name, lot })} onClick={() => { onAct(kind, vial); }}>{t(`stock.vials.act.${kind}`)}</Button>
  );
  return (
    <li className={styles.vial} data-overdue={overdue ? "" : undefined} data-testid="vial-card">
      <p className={styles.vialHead}><b>{product.name}</b> <span className="quiet">{t("stock.lotIs", { lot })}</span></p>
      <p><span className="figure" data-testid="vial-left">{quantity(left, product)}</span> <span className="quiet">{t("stock.vials.ofHeld", { quantity: quantity(held, product) })}</span></p>
      <p className={styles.small}>
        {overdue && <span className="caution" data-testid="vial-overdue">{t("stock.vials.overdue")} </span>}
        <span className="quiet">{t("stock.vials.openedAt", { when: overdue ? format.moment(openedAt) : format.time(openedAt) })}{shared ? ` · ${t("stock.vials.shared")}` : ""}</span>
      </p>
      {unitCode !== null && <p className={`quiet ${styles.code ?? ""}`} title={unitCode}>{unitCode}</p>}
      <div className={styles.buttons}>
        {left > 0 && act("give", true)}
        {left > 0 && act("waste", false)}
        {left === 0 && act("return", true)}
      </div>
    </li>
  );
}
