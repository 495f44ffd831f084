/** One signed record in short: when, what, by whom, and under it how much of what from which batch. */
import { Image as ImageIcon, PenLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { BatchId } from "../../api/generated";
import { useMay } from "../../app/session";
import { quantity } from "../../components/decimals";
import { daysBetween, useFormat } from "../../components/format";
import { complaintPath } from "../compliance/places";
import type { From } from "../treatments/places";
import { agoWords } from "./ago";
import type { PastRecord, PastUse } from "./unfold";
import styles from "./traces.module.css";

interface TimelineLineProps {
  record: PastRecord;
  current: boolean;
  onPoint: () => void;
  onOpen: () => void;
  onBatch: (id: BatchId) => void;
}

export function TimelineLine({ record, current, onPoint, onOpen, onBatch }: TimelineLineProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { pathname } = useLocation();
  const day = format.dayOf(record.at);
  return (
    <li
      data-id={record.id}
      data-withdrawn={record.withdrawn}
      data-current={current}
      // A list that is scrolled by keys under a resting mouse says that the mouse has moved, by nothing.
      onMouseMove={({ movementX, movementY }) => { if (movementX !== 0 || movementY !== 0) onPoint(); }}
    >
      <button type="button" className={styles.record} data-testid="timeline-record" onFocus={onPoint} onClick={onOpen}>
        <time dateTime={day}>{format.date(day)}</time>
        <span className={styles.what}>
          <b>{record.procedureName}</b>
          <span>{record.doctorName}</span>
          {record.withdrawn && <span className="danger">{t("traces.withdrawn")}</span>}
          {record.amendments > 0 && <span className="caution"><PenLine aria-hidden size={12} strokeWidth={2} /> {t("traces.amended", { count: record.amendments })}</span>}
          {record.photos > 0 && <span className="quiet"><ImageIcon aria-hidden size={12} strokeWidth={2} /> {t("traces.photos", { count: record.photos })}</span>}
        </span>
      </button>
      <div className={styles.more}>
        <span className={`${styles.ago ?? ""} quiet`}>{agoWords(i18n.language, daysBetween(day, format.today()))}</span>
        <div className={styles.of}>
          {record.uses.map((used) => <Used key={`${used.product} ${used.batch ?? ""}`} used={used} onBatch={onBatch} />)}
          {record.devices.map((words, index) => <span key={index}>{words}</span>)}
          {record.sites.length > 0 && <span className="quiet">{record.sites.join(t("common.listGap"))}</span>}
          {record.complaints.map(({ id, kind, severity, text, open }) => (
            <Link key={id} to={complaintPath(id)} state={{ from: pathname } satisfies From} className={`${styles.complaint ?? ""} ${open ? "caution" : "quiet"}`} title={text} data-testid="timeline-complaint">
              {t("complaints.mark", { kind: t(`complaints.kind.${kind}`), severity: t(`complaints.severity.${severity}`) })}
            </Link>
          ))}
          {record.reactions !== "" && <span className="quiet">{t("traces.reactions", { words: record.reactions })}</span>}
        </div>
      </div>
    </li>
  );
}

function Used({ used, onBatch }: { used: PastUse; onBatch: (id: BatchId) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const { batch } = used;
  return (
    <span className={styles.use}>
      <b>{quantity(used.quantity, used)}</b>
      <span>{used.name}</span>
      {batch !== null && may("see_stock") ? (
        <button type="button" className={styles.lot} aria-label={t("traces.openLot", { lot: used.lot })} data-testid="timeline-lot" onClick={() => { onBatch(batch); }}>{used.lot}</button>
      ) : <span className={styles.lotPlain}>{used.lot}</span>}
      <span className="quiet">{used.suppliers.join(t("common.listGap"))}</span>
    </span>
  );
}
