/** The numbing cream's timer: minutes as the procedure has them, counted down on the card and here. */
import { Button, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VisitCard } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useFormat } from "../../../components/format";
import { useNow } from "../../../components/now";
import styles from "./panel.module.css";

const usual = 30;
const most = 180;

export function Numbing({ card, preset }: { card: VisitCard; preset: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const numb = useWrite("visits.numb");
  const [typed, setTyped] = useState<number | null>(null);
  const minutes = typed ?? (preset > 0 ? preset : usual);
  const start = () => void numb.run({ visit: card.id, minutes });
  if (card.numbingUntil === null) {
    return (
      <section className={styles.section}>
        <h3 className={styles.heading}>{t("today.panel.numbing")}</h3>
        <div className={styles.row}>
          <InputNumber min={1} max={most} precision={0} value={minutes} suffix={t("today.panel.minutes")} aria-label={t("today.panel.numbingMinutes")} data-testid="numbing-minutes" style={{ width: 112 }} onChange={setTyped} onPressEnter={start} />
          <Button loading={numb.pending} data-testid="numbing-start" onClick={start}>{t("today.panel.numbingStart")}</Button>
        </div>
      </section>
    );
  }
  const left = Math.ceil((card.numbingUntil - now) / 60_000);
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t("today.panel.numbing")}</h3>
      <div className={styles.row}>
        <span className="figure">{left > 0 ? t("today.numbing", { minutes: format.minutes(left) }) : t("today.numbingDone")}</span>
        <span className="quiet">{t("today.panel.numbingUntil", { time: format.time(card.numbingUntil) })}</span>
        <Button loading={numb.pending} data-testid="numbing-stop" onClick={() => void numb.run({ visit: card.id, minutes: null })}>{t("today.panel.numbingStop")}</Button>
      </div>
    </section>
  );
}
