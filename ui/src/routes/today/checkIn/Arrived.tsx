/** Who has just been checked in and what to know of them. Enter is "understood". */
import { Button } from "antd";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { CheckedIn } from "../../../api/generated";
import { grouped, useFormat } from "../../../components/format";
import { ArrivalAlerts } from "../ArrivalAlerts";
import { useVisitSteps } from "../visitSteps";
import { type Arrival, closeCheckIn } from "./asked";
import styles from "./checkIn.module.css";

export function Arrived({ arrival: { client, startsAt }, checkedIn: { visit, alerts, points } }: { arrival: Arrival; checkedIn: CheckedIn }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { undo } = useVisitSteps();
  const { name } = client;
  return (
    <div className={styles.arrived} data-testid="check-in-done">
      <p className={styles.doneLine}>
        <Check aria-hidden size={20} strokeWidth={1.75} />
        {startsAt === null ? t("today.checkIn.done", { name }) : t("today.checkIn.doneWith", { name, time: format.time(startsAt) })}
      </p>
      {points > 0 && <p className="quiet" data-testid="check-in-points">{t("today.checkIn.points", { points: grouped(points) })}</p>}
      {alerts.length === 0 ? <p className="quiet" data-testid="arrival-alerts">{t("today.checkIn.nothing")}</p> : <ArrivalAlerts alerts={alerts} client={client.id} onLeave={closeCheckIn} />}
      <div className={styles.buttons}>
        <Button type="text" data-testid="check-in-undo" onClick={() => { closeCheckIn(); void undo({ visit, name, how: "check_in" }); }}>{t("today.undo")}</Button>
        <span className={styles.spring} />
        <Button data-testid="check-in-open" onClick={() => { closeCheckIn(); void navigate(`/today/${visit}`); }}>{t("today.checkIn.openVisit")}</Button>
        <Button type="primary" autoFocus data-testid="check-in-confirm" onClick={closeCheckIn}>{t("today.checkIn.ok")} <span style={{ fontSize: 11 }}>Enter</span></Button>
      </div>
    </div>
  );
}
