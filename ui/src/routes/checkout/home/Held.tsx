/** Checkouts that were put aside: taken up again on any of the clinic's computers, or let go. */
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { HeldSale } from "../../../api/generated";
import { useRead, useWrite } from "../../../api/hooks";
import { Modal } from "../../../components/dialogs";
import { money, useFormat } from "../../../components/format";
import { useNow } from "../../../components/now";
import { newPath } from "../places";
import { type Shelf, itemName } from "../words";
import styles from "./home.module.css";

/** As many things are named of each. */
const named = 3;

export function Held() {
  const { t } = useTranslation();
  const held = useRead("money", "sales.held", {}).data ?? [];
  const catalogue = useRead("catalogue", "catalogue.all", {}).data;
  const offers = useRead("money", "billing.offers", {}).data;
  const [dropping, setDropping] = useState<HeldSale | null>(null);
  if (held.length === 0 || !catalogue || !offers) return null;
  const shelf = { ...catalogue, cards: offers.cards, rewards: offers.rewards };
  return (
    <section className={styles.part} aria-label={t("checkout.home.held")}>
      <h2 className={styles.heading}>{t("checkout.home.held")} <span className="quiet">{held.length}</span></h2>
      <ul className={styles.cards}>
        {held.map((sale) => <li key={sale.id}><Card sale={sale} shelf={shelf} onDrop={() => { setDropping(sale); }} /></li>)}
      </ul>
      {dropping && <Drop sale={dropping} shelf={shelf} onClose={() => { setDropping(null); }} />}
    </section>
  );
}

function useWhat(shelf: Shelf): (sale: HeldSale) => string {
  const { t } = useTranslation();
  return ({ sale: { lines } }) => {
    const words = lines.slice(0, named).map(({ item, quantity }) => (quantity === 1 ? itemName(t, item, shelf) : t("checkout.times", { name: itemName(t, item, shelf), count: quantity }))).join(t("common.listGap"));
    return lines.length > named ? t("checkout.andMore", { words, count: lines.length }) : words;
  };
}

function Card({ sale, shelf, onDrop }: { sale: HeldSale; shelf: Shelf; onDrop: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const now = useNow();
  const what = useWhat(shelf);
  const { client, total, heldAt, heldBy } = sale;
  const waited = Math.max(0, Math.floor((now - heldAt) / 60_000));
  const ago = waited < 1 ? format.minutes(waited) : t("checkout.home.ago", { minutes: format.minutes(waited) });
  return (
    <div className={styles.held} data-testid="checkout-held-row">
      <span className={styles.name}>{client.name}</span>
      <span className={total === null ? "caution" : styles.amount}>{total === null ? t("checkout.home.priceMoved") : money(total)}</span>
      <span className={styles.second}>{what(sale)}</span>
      <span className={styles.heldFoot}>
        <span className={`quiet ${styles.small ?? ""}`}>{heldBy === null ? t("checkout.home.heldAgo", { ago }) : t("checkout.home.heldBy", { name: heldBy, ago })}</span>
        <Button size="small" type="text" aria-label={`${t("checkout.home.drop")} ${client.name}`} data-testid="checkout-drop" onClick={onDrop}>{t("checkout.home.drop")}</Button>
        <Button size="small" aria-label={`${t("checkout.home.resume")} ${client.name}`} data-testid="checkout-resume" onClick={() => void navigate(newPath(client.id, { visit: sale.visit, held: sale.id }))}>{t("checkout.home.resume")}</Button>
      </span>
    </div>
  );
}

function Drop({ sale, shelf, onClose }: { sale: HeldSale; shelf: Shelf; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const drop = useWrite("sales.drop_held");
  const what = useWhat(shelf);
  const run = async () => {
    if (await drop.run({ id: sale.id })) message.success(t("checkout.home.dropped"));
    onClose();
  };
  return (
    <Modal open title={t("checkout.home.dropTitle")} okText={t("checkout.home.drop")} okButtonProps={{ danger: true, loading: drop.pending, "data-testid": "checkout-drop-ok" }} onOk={() => void run()} onCancel={onClose}>
      <p>{t("checkout.home.dropWhat", { name: sale.client.name, what: what(sale) })}</p>
    </Modal>
  );
}
