/** What can be done now, and what stands open: duplicates, consents, old paper, joined files. */
import { Button } from "antd";
import { CalendarPlus, History, Pencil, QrCode, Wallet } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ClientFile } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Hotkey } from "../../../components/Hotkey";
import { ClientMoney } from "../../billing/client/ClientMoney";
import { newPath } from "../../checkout/places";
import { ClientComplaints } from "../../compliance/complaints/ClientComplaints";
import { ClientConsents } from "../../consents/ClientConsents";
import { ClientPhotosPart } from "../../photos/ClientPhotosPart";
import { PlansSection } from "../../plans/PlansSection";
import { ClientSeals } from "../../seals/ClientSeals";
import { ClientTreatments } from "../../treatments/ClientTreatments";
import { useVisitHere } from "../../treatments/useVisitHere";
import { Part } from "../Part";
import styles from "../clients.module.css";
import { CheckIn } from "./CheckIn";
import { Consents } from "./Consents";
import { Duplicates } from "./Duplicates";
import { JoinedFiles } from "./JoinedFiles";
import { MemberCode } from "./MemberCode";
import { Scans } from "./Scans";

const icon = { size: 16, strokeWidth: 1.5 } as const;

export function DoZone({ file }: { file: ClientFile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const [code, setCode] = useState(false);
  // Beneath the first they stand two in a row; the last alone has all of it.
  const alone = may("edit_clients") === may("see_treatments");
  const doubted = file.possibleDuplicates.length > 0;
  const book = () => void navigate(`/calendar?client=${file.id}`);
  const complaints = (when: "open" | "ended") => <ClientComplaints client={file} when={when} frame={(title, action, shown) => <Part title={title} action={action} testId="client-complaints">{shown}</Part>} />;
  useShortcut("B", t("clients.book"), book, { when: may("edit_calendar") });
  const here = useVisitHere(file.id);
  const sell = () => void navigate(newPath(file.id, { visit: here?.id ?? null }));
  useShortcut("F8", t("billing.sell"), sell, { when: may("sell") });
  const timeline = () => void navigate(`/clients/${file.id}/treatments`);
  useShortcut("T", t("traces.open"), timeline, { when: may("see_treatments") });
  useShortcut("Q", t("clients.memberCode"), () => { setCode(true); });
  return (
    <>
      <CheckIn file={file} />
      <div className={styles.buttons}>
        {may("sell") && (
          <Button className={styles.wide ?? ""} type={here ? "primary" : "default"} icon={<Wallet {...icon} />} data-testid="client-sell" onClick={sell}>{t("billing.sell")} <Hotkey keys="F8" /></Button>
        )}
        {may("edit_calendar") && (
          <Button className={styles.wide ?? ""} icon={<CalendarPlus {...icon} />} data-testid="client-book" onClick={book}>{t("clients.book")} <Hotkey keys="B" /></Button>
        )}
        {may("edit_clients") && (
          <Button icon={<Pencil {...icon} />} data-testid="client-edit" onClick={() => void navigate(`/clients/${file.id}/edit`)}>{t("clients.editShort")} <Hotkey keys="E" /></Button>
        )}
        {may("see_treatments") && (
          <Button icon={<History {...icon} />} data-testid="client-timeline-open" onClick={timeline}>{t("traces.openShort")} <Hotkey keys="T" /></Button>
        )}
        <Button className={alone ? styles.wide ?? "" : ""} icon={<QrCode {...icon} />} data-testid="client-code" onClick={() => { setCode(true); }}>{t("clients.memberCodeShort")} <Hotkey keys="Q" /></Button>
      </div>
      {complaints("open")}
      {doubted && <Duplicates file={file} />}
      <ClientMoney client={file.id} />
      <Consents file={file} />
      {may("see_health") && <Scans client={file.id} />}
      {may("see_treatments") && (
        <>
          <PlansSection client={file.id} name={file.name} visit={null} frame={(title, action, body) => <Part title={title} action={action} testId="client-plans">{body}</Part>} />
          <ClientTreatments client={file.id} />
        </>
      )}
      {may("see_photos") && <ClientPhotosPart client={file.id} />}
      <ClientConsents client={file} />
      {complaints("ended")}
      {may("see_treatments") && <ClientSeals client={file} />}
      {file.joined.length > 0 && <JoinedFiles file={file} />}
      {!doubted && <Duplicates file={file} />}
      {code && <MemberCode file={file} onDone={() => { setCode(false); }} />}
    </>
  );
}
