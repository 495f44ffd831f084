/** A client's consent forms in their file: those that count, those that no longer do; noted and withdrawn. */
import { Button } from "antd";
import { FileText, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, Consent } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { Loaded } from "../../components/States";
import { Part } from "../clients/Part";
import { AddScan } from "./AddScan";
import { NoteConsent } from "./NoteConsent";
import { ScanShown } from "./ScanShown";
import { WithdrawConsent } from "./WithdrawConsent";
import styles from "./consents.module.css";

export function ClientConsents({ client }: { client: { id: ClientId; name: string } }) {
  const { t } = useTranslation();
  const may = useMay();
  // Who is at the desk may note a form without reading what the client is treated for.
  const maySee = may("see_treatments");
  const mayNote = may("note_consents");
  const read = useRead("treatments", "consents.of_client", { client: client.id }, { enabled: maySee });
  const [noting, setNoting] = useState(false);
  const [shown, setShown] = useState<Consent | null>(null);
  const [withdrawing, setWithdrawing] = useState<Consent | null>(null);
  if (!maySee && !mayNote) return null;
  return (
    <Part
      title={t("consents.title")}
      testId="client-forms"
      action={mayNote && (
        <Button type="text" size="small" icon={<Plus aria-hidden size={14} strokeWidth={1.5} />} data-testid="consent-new" onClick={() => { setNoting(true); }}>{t("consents.noteShort")}</Button>
      )}
    >
      {maySee && (
        <Loaded read={read} rows={1}>
          {(consents) => consents.length === 0 ? <p className="quiet">{t("consents.none")}</p> : (
            <ul className={styles.list}>
              {consents.map((consent) => <Line key={consent.id} consent={consent} onShow={() => { setShown(consent); }} {...(mayNote && consent.withdrawnReason === null ? { onWithdraw: () => { setWithdrawing(consent); } } : {})} />)}
            </ul>
          )}
        </Loaded>
      )}
      {noting && <NoteConsent client={client} procedure={null} doctor={null} onClose={() => { setNoting(false); }} onDone={() => { setNoting(false); }} />}
      {shown && <ScanShown consent={shown} onClose={() => { setShown(null); }} />}
      {withdrawing && <WithdrawConsent consent={withdrawing} onClose={() => { setWithdrawing(null); }} />}
    </Part>
  );
}

function Line({ consent, onShow, onWithdraw }: { consent: Consent; onShow: () => void; onWithdraw?: () => void }) {
  const { t } = useTranslation();
  const { form, doctorName, signedOn, note, scanned, valid, withdrawnReason } = consent;
  const state = withdrawnReason !== null ? t("consents.withdrawnBecause", { reason: withdrawnReason }) : valid ? "" : t("consents.expired");
  return (
    <li className={styles.item} data-void={valid ? undefined : ""} data-testid="consent-line">
      <span>
        <b>{form}</b>
        <span className={`quiet ${styles.small ?? ""}`}>{t("consents.held", { doctor: doctorName ?? "", date: signedOn })}</span>
        {state !== "" && <span className={`caution ${styles.small ?? ""}`}>{state}</span>}
        {note !== "" && <span className={`quiet ${styles.small ?? ""}`}>{note}</span>}
      </span>
      {scanned && <Button type="text" size="small" icon={<FileText aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("consents.paperOf", { form })} title={t("consents.paper")} data-testid="consent-show" onClick={onShow} />}
      {onWithdraw && <AddScan consent={consent} />}
      {onWithdraw && <Button type="text" size="small" data-testid="consent-withdraw" onClick={onWithdraw}>{t("consents.withdraw")}</Button>}
    </li>
  );
}
