/** The visit's triage form: turned to the client, filled in here, or read. */
import { Button } from "antd";
import { MonitorUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VisitCard } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay, useSession } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { answerWords, questionsFor } from "../../client-facing/questions";
import { turnToClient } from "../../client-facing/turned";
import { TriageOnePage } from "./TriageOnePage";
import styles from "./panel.module.css";

export function TriageSection({ card, onTurned }: { card: VisitCard; onTurned: () => void }) {
  const { t } = useTranslation();
  const { me } = useSession();
  const mayFill = useMay()("edit_health") && card.leftAt === null;
  const [mode, setMode] = useState<"closed" | "read" | "fill">("closed");
  const toClient = () => {
    // The panel must not be what comes back into sight when the screen is turned round again.
    onTurned();
    turnToClient({ visit: card.id, client: card.client, by: me.staffId });
  };
  return (
    <section className={styles.section} data-testid="triage-section">
      <h3 className={styles.heading}>{t("today.panel.triage")}</h3>
      {mode !== "fill" && (
        <div className={styles.row}>
          {mayFill && <Button type={card.hasTriage ? "default" : "primary"} icon={<MonitorUp aria-hidden size={16} strokeWidth={1.5} />} title={t("today.panel.triageHint")} data-testid="triage-turn" onClick={toClient}>{t("today.panel.triageByClient")}</Button>}
          {mayFill && <Button data-testid="triage-here" onClick={() => { setMode("fill"); }}>{t(card.hasTriage ? "today.panel.triageAgain" : "today.panel.triageHere")}</Button>}
          {card.hasTriage && mode === "closed" && <Button type="text" data-testid="triage-show" onClick={() => { setMode("read"); }}>{t("today.panel.triageShow")}</Button>}
          {!card.hasTriage && <span className="quiet">{t("today.panel.triageMissing")}</span>}
        </div>
      )}
      {mode === "read" && <Answers card={card} />}
      {mode === "fill" && <TriageOnePage card={card} onDone={() => { setMode("closed"); }} />}
    </section>
  );
}

function Answers({ card }: { card: VisitCard }) {
  const { t } = useTranslation();
  const triage = useRead("visits", "triage.read", { visit: card.id });
  return (
    <Loaded read={triage} rows={3}>
      {({ current }) => current && (
        <>
          <p className="quiet">{t(current.filledBy === "client" ? "today.panel.triageFilledClient" : "today.panel.triageFilledStaff")}</p>
          <dl className={styles.answers} data-testid="triage-answers">
            {questionsFor(card.client.sex).map((question) => (
              <div key={question} style={{ display: "contents" }}>
                <dt>{t(`triage.label.${question}`)}</dt>
                <dd>{answerWords(t, current, question) || <span className="quiet">{t("triage.notAnswered")}</span>}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Loaded>
  );
}
