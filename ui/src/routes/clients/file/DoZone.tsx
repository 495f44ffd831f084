/** What can be done now, and what stands open: duplicates, consents, old paper, joined files. */
import { Button } from "antd";
import { CalendarPlus, Pencil, QrCode } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ClientFile } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Hotkey } from "../../../components/Hotkey";
import { PlansSection } from "../../plans/PlansSection";
import { ClientTreatments } from "../../treatments/ClientTreatments";
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
  const doubted = file.possibleDuplicates.length > 0;
  const book = () => void navigate(`/calendar?client=${file.id}`);
  useShortcut("B", t("clients.book"), book, { when: may("edit_calendar") });
  useShortcut("Q", t("clients.memberCode"), () => { setCode(true); });
  return (
    <>
      <CheckIn file={file} />
      <div className={styles.buttons}>
        {may("edit_calendar") && (
          <Button className={styles.wide ?? ""} icon={<CalendarPlus {...icon} />} data-testid="client-book" onClick={book}>{t("clients.book")} <Hotkey keys="B" /></Button>
        )}
        {may("edit_clients") && (
          <Button icon={<Pencil {...icon} />} data-testid="client-edit" onClick={() => void navigate(`/clients/${file.id}/edit`)}>{t("clients.editShort")} <Hotkey keys="E" /></Button>
        )}
        <Button icon={<QrCode {...icon} />} data-testid="client-code" onClick={() => { setCode(true); }}>{t("clients.memberCodeShort")} <Hotkey keys="Q" /></Button>
      </div>
      {doubted && <Duplicates file={file} />}
      <Consents file={file} />
      {may("see_health") && <Scans client={file.id} />}
      {may("see_treatments") && (
        <>
          <PlansSection client={file.id} name={file.name} visit={null} frame={(title, action, body) => <Part title={title} action={action} testId="client-plans">{body}</Part>} />
          <ClientTreatments client={file.id} />
        </>
      )}
      {file.joined.length > 0 && <JoinedFiles file={file} />}
      {!doubted && <Duplicates file={file} />}
      {code && <MemberCode file={file} onDone={() => { setCode(false); }} />}
    </>
  );
}
