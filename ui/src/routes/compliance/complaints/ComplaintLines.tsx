/** Complaints in a few lines each, as they stand in a client's file and beside a record. */
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { ComplaintLine } from "../../../api/generated";
import { useFormat } from "../../../components/format";
import type { From } from "../../treatments/places";
import styles from "../compliance.module.css";
import { complaintPath } from "../places";
import { severityTone, stateWords } from "./words";

export function ComplaintLines({ lines }: { lines: readonly ComplaintLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pathname } = useLocation();
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.id} data-testid="complaint-line">
          <Link to={complaintPath(line.id)} state={{ from: pathname } satisfies From} className={styles.line} data-ended={line.closedAt === null ? undefined : ""}>
            <span className={styles.lineHead}>
              <b>{t(`complaints.kind.${line.kind}`)}</b>
              <span className={line.closedAt === null ? severityTone(line.severity) : "quiet"}>{t(`complaints.severity.${line.severity}`)}</span>
            </span>
            <span className={styles.oneLine} title={line.text}>{line.text}</span>
            <span className={styles.lineHead}>
              <span className={line.closedAt === null && line.answeredAt === null ? "caution" : "quiet"}>{stateWords(t, line)}</span>
              <span className={styles.spring} />
              <span className="quiet">{format.dayOf(line.toldAt)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
