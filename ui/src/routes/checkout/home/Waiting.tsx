/** Who is in the house: those who wait to pay before the others. */
import { DoorOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { VisitCard } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { EmptyState, Loaded } from "../../../components/States";
import { useDirectory } from "../../../components/directory";
import { useFormat } from "../../../components/format";
import { useNow } from "../../../components/now";
import { stepWord } from "../../today/words";
import { newPath } from "../places";
import styles from "./home.module.css";

const paying = "paying";

export function Waiting() {
  const { t } = useTranslation();
  const read = useRead("visits", "visits.board", {});
  return (
    <Loaded read={read} rows={4}>
      {({ visits, cautionMinutes }) => {
        const here = visits.filter(({ leftAt }) => leftAt === null);
        const waiting = here.filter(({ step }) => step === paying).toSorted((one, other) => one.stepSince - other.stepSince);
        const others = here.filter(({ step }) => step !== paying);
        if (here.length === 0) return <EmptyState icon={DoorOpen} title={t("checkout.home.nobody")} hint={t("checkout.home.nobodyHint")} />;
        return (
          <>
            <section className={styles.part} aria-label={t("checkout.home.paying")}>
              <h2 className={styles.heading}>{t("checkout.home.paying")} {waiting.length > 0 && <span className="quiet">{waiting.length}</span>}</h2>
              {waiting.length === 0 && <p className={`quiet ${styles.nothing ?? ""}`}>{t("checkout.home.nobodyPays")}</p>}
              <ul className={styles.cards}>{waiting.map((card) => <li key={card.id}><Card card={card} cautionMinutes={cautionMinutes} /></li>)}</ul>
            </section>
            {others.length > 0 && (
              <section className={styles.part} aria-label={t("checkout.home.here")}>
                <h2 className={styles.heading}>{t("checkout.home.here")} <span className="quiet">{others.length}</span></h2>
                <ul className={styles.cards}>{others.map((card) => <li key={card.id}><Card card={card} cautionMinutes={null} /></li>)}</ul>
              </section>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** Minutes are said of who waits to pay; of the others, where they are. */
function Card({ card, cautionMinutes }: { card: VisitCard; cautionMinutes: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const directory = useDirectory();
  const now = useNow();
  const waited = Math.max(0, Math.floor((now - card.stepSince) / 60_000));
  const late = cautionMinutes !== null && waited >= cautionMinutes;
  return (
    <button type="button" className={styles.card} data-testid={cautionMinutes === null ? "checkout-here" : "checkout-waiting"} onClick={() => void navigate(newPath(card.client.id, { visit: card.id }))}>
      <span className={styles.name}>{card.client.name}</span>
      <span className={late ? "caution" : "quiet"}>{cautionMinutes === null ? stepWord(t, card.step) : format.minutes(waited)}</span>
      <span className={`quiet ${styles.second ?? ""}`}>{[directory.name(card.procedure), directory.name(card.doctor)].filter(Boolean).join(" · ")}</span>
    </button>
  );
}
