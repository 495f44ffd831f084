/** One visit beside the board: who, the steps, the arrangements, numbing, triage, plans, how the consultation ended, money, treatment records. */
import { Button } from "antd";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Board, VisitCard, VisitId } from "../../api/generated";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { Drawer } from "../../components/dialogs";
import { Hotkey } from "../../components/Hotkey";
import type { Directory } from "../../components/directory";
import { useFormat } from "../../components/format";
import { useNow } from "../../components/now";
import { VisitMoney } from "../billing/VisitMoney";
import { TierNote } from "../billing/tiers/TierBadge";
import { PlansSection } from "../plans/PlansSection";
import { VisitTreatments } from "../treatments/VisitTreatments";
import { ArrivalAlerts } from "./ArrivalAlerts";
import { Arrangements } from "./panel/Arrangements";
import { Numbing } from "./panel/Numbing";
import { Outcome } from "./panel/Outcome";
import { TriageSection } from "./panel/TriageSection";
import styles from "./panel/panel.module.css";
import { stepAfter } from "./steps";
import { useVisitSteps } from "./visitSteps";
import { stepWord } from "./words";

interface VisitPanelProps {
  board: Board;
  directory: Directory;
  /** "" where none is open. */
  visit: VisitId;
  onClose: () => void;
}

export function VisitPanel({ board, directory, visit, onClose }: VisitPanelProps) {
  const { t } = useTranslation();
  const card = board.visits.find((other) => other.id === visit);
  return (
    <Drawer open={visit !== ""} size={480} title={card && <Who card={card} />} destroyOnHidden data-testid="visit-panel" onClose={onClose}>
      {card ? <Visit key={card.id} card={card} steps={board.steps} directory={directory} onClose={onClose} /> : <p className="quiet">{t("today.panel.gone")}</p>}
    </Drawer>
  );
}

function Who({ card: { client } }: { card: VisitCard }) {
  const { t } = useTranslation();
  return (
    <span className={styles.who}>
      <span className={styles.name}>{client.name}</span>
      <span className="quiet">{[client.age === null ? "" : t("today.years", { age: client.age }), client.memberNumber].filter(Boolean).join(" · ")}</span>
      <TierNote client={client.id} testId="visit-tier" />
      <Link to={`/clients/${client.id}`} data-testid="visit-client">{t("today.panel.client")}</Link>
    </span>
  );
}

interface VisitProps {
  card: VisitCard;
  steps: readonly string[];
  directory: Directory;
  onClose: () => void;
}

function Visit({ card, steps, directory, onClose }: VisitProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const may = useMay();
  const { moveTo, undo, pending } = useVisitSteps();
  const ended = card.leftAt !== null;
  const last = steps.at(-1) ?? "left";
  const next = stepAfter(steps, card.step);
  const mayRun = may("run_visits");
  const onward = () => { if (next !== undefined) void moveTo(card, next); };
  useShortcut("Ctrl+Enter", t("today.keys.nextStep"), onward, { when: mayRun && !ended && next !== undefined });
  return (
    <div className={styles.panel}>
      {card.alerts.length > 0 && <ArrivalAlerts alerts={card.alerts} client={card.client.id} />}
      <section className={styles.section}>
        <h3 className={styles.heading}>{t("today.panel.steps")}</h3>
        <p>
          {t("today.waited", { step: stepWord(t, card.step), minutes: format.minutes((now - card.stepSince) / 60_000) })}
          <span className="quiet"> · {t("today.arrivedAt", { time: format.time(card.arrivedAt) })}</span>
        </p>
        {mayRun && !ended && (
          <>
            <div className={styles.steps}>
              {steps.filter((step) => step !== last).map((step) => (
                <button key={step} type="button" className={styles.step} aria-pressed={step === card.step} disabled={pending} data-testid={`visit-step-${step}`} onClick={() => void moveTo(card, step)}>
                  {stepWord(t, step)}
                </button>
              ))}
            </div>
            <div className={styles.row}>
              {next !== undefined && next !== last && (
                <Button type="primary" icon={<ArrowRight aria-hidden size={16} strokeWidth={1.5} />} loading={pending} data-testid="visit-next" onClick={onward}>
                  {t("today.nextStep", { step: stepWord(t, next) })}
                </Button>
              )}
              <Button type={next === last ? "primary" : "default"} data-testid="visit-leave" onClick={() => void moveTo(card, last).then(onClose)}>{t("today.panel.leave")}</Button>
              {next === undefined ? <span className="quiet">{t("today.panel.dropped")}</span> : <Hotkey keys="Ctrl+Enter" />}
            </div>
          </>
        )}
        {mayRun && ended && (
          <div className={styles.row}>
            <span className="quiet">{t("today.panel.ended")}</span>
            <Button data-testid="visit-return" onClick={() => void undo({ visit: card.id, name: card.client.name, how: "move" })}>{t("today.bringBack")}</Button>
          </div>
        )}
      </section>
      {card.step === "paying" && <VisitMoney card={card} />}
      {!ended && <Arrangements card={card} directory={directory} disabled={!mayRun} />}
      {!ended && mayRun && <Numbing card={card} preset={directory.procedure(card.procedure)?.numbingMinutes ?? 0} />}
      {may("see_health") && <TriageSection card={card} onTurned={onClose} />}
      {may("see_treatments") && (
        <PlansSection
          client={card.client.id}
          name={card.client.name}
          visit={card}
          frame={(title, action, body) => (
            <section className={styles.section} data-testid="visit-plans">
              <header className={styles.headingLine}><h3 className={styles.heading}>{title}</h3>{action}</header>
              {body}
            </section>
          )}
        />
      )}
      {may("consult") && <Outcome card={card} />}
      {card.step !== "paying" && <VisitMoney card={card} />}
      {may("see_treatments") && <VisitTreatments card={card} />}
    </div>
  );
}
