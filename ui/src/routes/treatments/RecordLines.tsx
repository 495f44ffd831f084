/** A client's records, or those of one visit, as short lines; each opens, a signed one as it was signed. */
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SignedTreatment, TreatmentLine } from "../../api/generated";
import { useDirectory } from "../../components/directory";
import { useFormat } from "../../components/format";
import styles from "./lines.module.css";
import { useOpenRecord } from "./useStart";

interface RecordLinesProps {
  lines: readonly TreatmentLine[];
  /** What was signed of them, withdrawn or not, where that is known. */
  signed?: readonly SignedTreatment[];
}

export function RecordLines({ lines, signed = [] }: RecordLinesProps) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.id}>
          <Line line={line} signed={signed.find(({ id }) => id === line.signed)} />
          {signed.filter(({ text, withdrawal }) => text.treatment === line.id && withdrawal !== null).map((one) => <Withdrawn key={one.id} signed={one} />)}
        </li>
      ))}
    </ul>
  );
}

function useDay(): (instant: number) => string {
  const format = useFormat();
  return (instant) => (format.dayOf(instant) === format.today() ? format.time(instant) : format.dayOf(instant));
}

function Line({ line, signed }: { line: TreatmentLine; signed: SignedTreatment | undefined }) {
  const { t } = useTranslation();
  const directory = useDirectory();
  const day = useDay();
  const open = useOpenRecord();
  const lots = [...new Set(signed?.text.batches.map(({ lot }) => lot))].join(t("common.listGap"));
  const state = line.discarded ? t("treatments.discardedMark") : line.signed === null ? t("signing.state.unsigned") : "";
  return (
    <button type="button" className={styles.line} data-testid="treatment-line" data-discarded={line.discarded ? "" : undefined} data-signed={line.signed === null ? undefined : ""} onClick={() => { open(line.id, line.signed); }}>
      <span className={styles.name}>
        {line.signed !== null && <Lock role="img" aria-label={t("signing.state.signed")} size={12} strokeWidth={2} className={styles.lock} />}
        {line.procedureName}
      </span>
      <span className="quiet">{day(line.createdAt)}</span>
      <span className="quiet">{[signed?.text.doctor.name ?? directory.name(line.doctor), lots === "" ? "" : t("signing.lots", { lots }), state].filter(Boolean).join(" \u00b7 ")}</span>
    </button>
  );
}

function Withdrawn({ signed: { id, text, withdrawal } }: { signed: SignedTreatment }) {
  const { t } = useTranslation();
  const day = useDay();
  const open = useOpenRecord();
  return (
    <button type="button" className={styles.line} data-testid="treatment-withdrawn" data-discarded="" onClick={() => { open(text.treatment, id); }}>
      <span className={styles.name}>{text.procedure.name}</span>
      <span className="quiet">{day(text.signedAt)}</span>
      <span className="quiet">{[text.doctor.name, t("signing.state.withdrawn"), withdrawal?.reason ?? ""].filter(Boolean).join(" \u00b7 ")}</span>
    </button>
  );
}
