/** A client's records, or those of one visit, as short lines; each opens. */
import { useTranslation } from "react-i18next";
import type { TreatmentLine } from "../../api/generated";
import { useDirectory } from "../../components/directory";
import { useFormat } from "../../components/format";
import styles from "./lines.module.css";
import { useOpenRecord } from "./useStart";

export function RecordLines({ lines }: { lines: readonly TreatmentLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const directory = useDirectory();
  const open = useOpenRecord();
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.id}>
          <button type="button" className={styles.line} data-testid="treatment-line" data-discarded={line.discarded ? "" : undefined} onClick={() => { open(line.id); }}>
            <span className={styles.name}>{line.procedureName}</span>
            <span className="quiet">{format.dayOf(line.createdAt) === format.today() ? format.time(line.createdAt) : format.dayOf(line.createdAt)}</span>
            <span className="quiet">{[directory.name(line.doctor), line.discarded ? t("treatments.discardedMark") : ""].filter(Boolean).join(" · ")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
