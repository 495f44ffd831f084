/** The lines of a sale, each with how its price came about, and the whole beneath them. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Fen, Sale, SaleLine } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { grouped, money } from "../../../components/format";
import { batchPath } from "../../stock/places";
import { earnsWords, forPoints, whyWords } from "../why";
import { lineName, pointsWords } from "../words";
import { backOfLine } from "./refunded";
import styles from "./sale.module.css";

export function SaleLines({ sale }: { sale: Sale }) {
  const { t } = useTranslation();
  // What was had for points is no discount.
  const list = sale.listTotal - forPoints(sale.lines);
  const about = [
    sale.discountReason === "" ? "" : t("checkout.sale.reason", { reason: sale.discountReason }),
    sale.approvedBy === null ? "" : t("checkout.sale.approvedBy", { name: sale.approvedBy }),
  ].filter(Boolean).join(" · ");
  return (
    <>
      <ul className={styles.lines}>{sale.lines.map((line) => <Line key={line.id} line={line} refunded={backOfLine(sale, line.id)} />)}</ul>
      <dl className={styles.totals}>
        {list !== sale.total && <div><dt>{t("checkout.sale.list")}</dt><dd><s>{money(list)}</s></dd></div>}
        <div className={styles.totalLine}><dt>{t("checkout.sale.total")}</dt><dd data-testid="sale-total">{money(sale.total)}</dd></div>
      </dl>
      {(sale.earned > 0 || sale.redeemed > 0) && <p className="quiet" data-testid="sale-points">{pointsWords(t, sale)}</p>}
      {about !== "" && <p className="quiet" data-testid="sale-discount">{about}</p>}
      {sale.overrides.map(({ code, detail, reason }) => <p key={code} className="caution" data-testid="sale-override">{t("checkout.sale.noPlan", { what: detail, reason })}</p>)}
      {sale.note !== "" && <p data-testid="sale-note">{t("checkout.sale.note", { note: sale.note })}</p>}
    </>
  );
}

function Line({ line, refunded }: { line: SaleLine; refunded: Fen }) {
  const { t } = useTranslation();
  const maySeeStock = useMay()("see_stock");
  const { kind, name, standardName, quantity, price, lot, batch, gift, note, rewardPoints } = line;
  const isMoney = kind === "stored_value" || kind === "deposit";
  return (
    <li className={styles.line} data-testid="sale-line">
      <span className={styles.lineName}>
        <b>{lineName(t, line)}</b> {!isMoney && <span className="quiet">{t(`checkout.sale.many.${kind}`, { quantity })}</span>}
        {standardName !== "" && standardName !== name && <span className={`quiet ${styles.small ?? ""}`}>{standardName}</span>}
      </span>
      <span className="figure">{rewardPoints > 0 ? t("checkout.new.points.unit", { points: grouped(rewardPoints) }) : money(price)}</span>
      <p className={`quiet ${styles.why ?? ""}`} data-testid="sale-line-why">
        {[whyWords(t, line), gift > 0 ? t("checkout.new.gift", { amount: money(gift) }) : "", earnsWords(t, line), note].filter(Boolean).join(" · ")}
        {refunded !== 0 && <> · <span className="caution" data-testid="sale-line-refunded">{t("refunds.sale.line", { amount: money(refunded) })}</span></>}
        {refunded > price && <> · <span className="danger" data-testid="sale-line-over">{t("refunds.sale.overBack", { amount: money(refunded - price) })}</span></>}
        {lot !== null && <> {maySeeStock && batch !== null ? <Link to={batchPath(batch)}>{lot}</Link> : lot}</>}
      </p>
    </li>
  );
}
