/** Visits of earlier days that nobody closed: a calm band, each closed with a note of what happened. */
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VisitCard } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useMay } from "../../app/session";
import { isComposing } from "../../app/shortcuts";
import { useFormat } from "../../components/format";
import styles from "./today.module.css";
import { stepWord } from "./words";

export function Forgotten({ cards }: { cards: readonly VisitCard[] }) {
  const { t } = useTranslation();
  const mayRun = useMay()("run_visits");
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.forgotten} data-testid="forgotten">
      <div className={styles.forgottenHead}>
        <span>{t("today.forgotten", { count: cards.length })}</span>
        {mayRun && (
          <Button size="small" type="text" aria-expanded={open} data-testid="forgotten-toggle" onClick={() => { setOpen(!open); }}>
            {t(open ? "today.forgottenHide" : "today.forgottenShow")}
          </Button>
        )}
      </div>
      {open && (
        <ul className={`${styles.forgottenList ?? ""} scrolls`}>
          {cards.map((card) => <li key={card.id}><ForgottenVisit card={card} /></li>)}
        </ul>
      )}
    </section>
  );
}

function ForgottenVisit({ card }: { card: VisitCard }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [note, setNote] = useState("");
  const close = useWrite("visits.close_forgotten");
  const end = () => { if (note.trim() !== "") void close.run({ visit: card.id, note }); };
  return (
    <>
      <span className={styles.name}>{card.client.name}</span>
      <span className="quiet">{t("today.forgottenLine", { day: format.dayOf(card.arrivedAt).slice(5), time: format.time(card.arrivedAt), step: stepWord(t, card.step) })}</span>
      <Input
        value={note}
        maxLength={500}
        placeholder={t("today.forgottenNote")}
        aria-label={`${card.client.name}: ${t("today.forgottenNote")}`}
        data-testid={`forgotten-note-${card.id}`}
        onChange={(event) => { setNote(event.target.value); }}
        onKeyDown={(event) => { if (event.key === "Enter" && !isComposing(event)) end(); }}
      />
      <Button disabled={note.trim() === ""} loading={close.pending} data-testid={`forgotten-close-${card.id}`} onClick={end}>{t("today.forgottenClose")}</Button>
    </>
  );
}
