/** Whether the client consented to a record's procedure by its doctor; where not, the paper is noted here. Whether it suffices is asked again in Rust. */
import { Button } from "antd";
import { Check, FilePlus2, FileText, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientRef, Consent, OfProcedure, StaffId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { Loaded } from "../../components/States";
import { Part } from "../treatments/record/sections/Field";
import { AddScan } from "./AddScan";
import { NoteConsent } from "./NoteConsent";
import { ScanShown } from "./ScanShown";
import styles from "./consents.module.css";

interface RecordConsentProps {
  client: ClientRef;
  procedure: OfProcedure;
  doctor: StaffId | null;
}

export function RecordConsent({ client, procedure, doctor }: RecordConsentProps) {
  const { t } = useTranslation();
  const mayNote = useMay()("note_consents");
  const read = useRead("treatments", "consents.of_client", { client: client.id });
  const [noting, setNoting] = useState(false);
  const [shown, setShown] = useState<Consent | null>(null);
  const valid = (read.data ?? []).filter((consent) => consent.valid && consent.procedure === procedure.id);
  const held = valid.find((consent) => consent.doctor === doctor);
  const noted = () => {
    setNoting(false);
    void read.refetch();
  };
  return (
    <Part
      title={t("consents.title")}
      testId="record-consent"
      action={mayNote && !held && read.data && (
        <Button type="text" size="small" disabled={false} icon={<FilePlus2 aria-hidden size={14} strokeWidth={1.5} />} data-testid="consent-new" onClick={() => { setNoting(true); }}>{t("consents.note")}</Button>
      )}
    >
      <Loaded read={read} rows={1}>{() => <Standing procedure={procedure} held={held} other={valid[0]} onShow={setShown} />}</Loaded>
      {noting && <NoteConsent client={client} procedure={procedure.id} doctor={doctor} onClose={() => { setNoting(false); }} onDone={noted} />}
      {shown && <ScanShown consent={shown} onClose={() => { setShown(null); }} />}
    </Part>
  );
}

interface StandingProps {
  procedure: OfProcedure;
  /** That of the record's doctor. */
  held: Consent | undefined;
  other: Consent | undefined;
  onShow: (consent: Consent) => void;
}

function Standing({ procedure, held, other, onShow }: StandingProps) {
  const { t } = useTranslation();
  const mayNote = useMay()("note_consents");
  if (held) {
    return (
      <p className={styles.held} data-testid="consent-held">
        <Check aria-hidden size={14} strokeWidth={2} className={styles.good} />
        <b>{held.form}</b>
        <span className="quiet">{t("consents.held", { doctor: held.doctorName ?? "", date: held.signedOn })}</span>
        {held.scanned && <Button type="link" size="small" disabled={false} icon={<FileText aria-hidden size={14} strokeWidth={1.5} />} data-testid="consent-show" onClick={() => { onShow(held); }}>{t("consents.paper")}</Button>}
        {mayNote && <AddScan consent={held} />}
      </p>
    );
  }
  if (procedure.consentTemplate === "") return <p className="quiet">{t("consents.notNeeded")}</p>;
  return (
    <p className={`caution ${styles.held ?? ""}`} data-testid="consent-missing">
      <TriangleAlert aria-hidden size={14} strokeWidth={1.75} />
      {other ? t("consents.namesAnother", { name: other.doctorName ?? "" }) : t("consents.missing", { form: procedure.consentTemplate })}
    </p>
  );
}
