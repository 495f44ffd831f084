/** Course cards: what each costs, for how long, and what is on it beside what that costs by the list. */
import { Button } from "antd";
import { Plus, WalletCards } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourseCard } from "../../../api/generated";
import { useShortcut } from "../../../app/shortcuts";
import { EmptyState } from "../../../components/States";
import { useDirectory } from "../../../components/directory";
import { money } from "../../../components/format";
import settings from "../settings.module.css";
import { CardDrawer } from "./CardDrawer";
import styles from "./billing.module.css";

export function Cards({ cards, editable }: { cards: readonly CourseCard[]; editable: boolean }) {
  const { t } = useTranslation();
  // An id, or "new"; null for none.
  const [opened, setOpened] = useState<string | null>(null);
  const add = () => { setOpened("new"); };
  useShortcut("Ctrl+N", t("billing.settings.addCard"), add, { when: editable && opened === null });
  return (
    <section className={settings.group} data-testid="billing-cards">
      <header className={settings.head}>
        <h2>{t("billing.settings.cards")}</h2>
        <span className="quiet">{t("billing.settings.cardsHint")}</span>
      </header>
      {cards.length === 0 && <EmptyState icon={WalletCards} title={t("billing.settings.noCards")} hint={t("billing.settings.noCardsHint")} />}
      {cards.length > 0 && <ul className={styles.cards}>{cards.map((card) => <Line key={card.id} card={card} editable={editable} onOpen={() => { setOpened(card.id); }} />)}</ul>}
      {editable && <div><Button icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} data-testid="card-add" onClick={add}>{t("billing.settings.addCard")}</Button></div>}
      {opened !== null && <CardDrawer key={opened} card={cards.find(({ id }) => id === opened) ?? null} onClose={() => { setOpened(null); }} />}
    </section>
  );
}

function Line({ card: { name, price, validDays, items, listPrice, active }, editable, onOpen }: { card: CourseCard; editable: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const directory = useDirectory();
  const words = items.map(({ procedure, sessions, giftSessions }) => t(giftSessions === 0 ? "billing.settings.itemWords" : "billing.settings.itemWithGift", { name: directory.name(procedure), sessions, gift: giftSessions }));
  return (
    <li data-testid="course-card">
      <div>
        <div className={active ? styles.name : "quiet"}>{name} {!active && t("catalogue.inactive")}</div>
        <div className="quiet">{words.join(t("common.listGap"))}</div>
        <div className="quiet">{[validDays === null ? t("billing.noEnd") : t("billing.settings.validFor", { days: validDays }), listPrice === 0 ? "" : t("billing.settings.listPrice", { amount: money(listPrice) })].filter(Boolean).join(" \u00b7 ")}</div>
      </div>
      <span className={styles.price}>{money(price)}</span>
      {editable ? <Button type="text" size="small" aria-label={t("billing.settings.editOf", { name })} data-testid="card-edit" onClick={onOpen}>{t("common.edit")}</Button> : <span />}
    </li>
  );
}
