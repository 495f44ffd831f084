/** What to know of a client who arrives, in words, each with what to do. */
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { ArrivalAlert, ClientId } from "../../api/generated";
import { complaintPath } from "../compliance/places";
import type { From } from "../treatments/places";
import styles from "./alerts.module.css";
import { alertWords } from "./words";

/** What is put right in the client's file. */
const inFile: readonly ArrivalAlert["kind"][] = ["declared_allergy", "no_data_consent", "possible_duplicate"];

export function ArrivalAlerts({ alerts, client, onLeave }: { alerts: readonly ArrivalAlert[]; client: ClientId; onLeave?: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <ul className={styles.alerts} data-testid="arrival-alerts">
      {alerts.map((alert, index) => {
        const { full, todo, tone } = alertWords(t, alert);
        return (
          <li key={index} className={styles.alert} data-tone={tone} data-kind={alert.kind}>
            <span className={styles.words} title={alert.kind === "complaint" ? alert.text : undefined}>{full}</span>
            <span className={styles.todo}>
              {todo} {alert.kind === "complaint" && <Link to={complaintPath(alert.complaint)} state={{ from: pathname } satisfies From} style={{ textDecoration: "underline" }} data-testid="alert-complaint" {...(onLeave ? { onClick: onLeave } : {})}>{t("complaints.alertOpen")}</Link>}
              {inFile.includes(alert.kind) && <Link to={`/clients/${client}`} style={{ textDecoration: "underline" }} {...(onLeave ? { onClick: onLeave } : {})}>{t("today.panel.client")}</Link>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
