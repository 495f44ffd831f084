/** One file in three zones: who this is, what happened, what can be done now. */
import { ArrowLeft } from "lucide-react";
import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead } from "../../../api/hooks";
import type { ClientFile } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { useShortcut } from "../../../app/shortcuts";
import styles from "../clients.module.css";
import { useEscape } from "../escape";
import { membersPath } from "../tiers/places";
import { DoZone } from "./DoZone";
import { Timeline } from "./Timeline";
import { WhoZone } from "./WhoZone";

interface ClientPageProps {
  id: string;
  /** The list that it leads back to. */
  behind: string;
}

export function ClientPage({ id, behind }: ClientPageProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const read = useRead("clients", "clients.open", { client: id });
  const back = () => void navigate(behind);
  const ofTiers = behind === membersPath;
  useEscape(t(ofTiers ? "tiers.members.back" : "clients.backToList"), back);
  return (
    <Loaded read={read} rows={10}>
      {(file) => <Zones file={file} asked={id} backTo={t(ofTiers ? "tiers.members.title" : "frame.screens.clients")} onBack={back} />}
    </Loaded>
  );
}

interface ZonesProps {
  file: ClientFile;
  asked: string;
  /** What the way back is called. */
  backTo: string;
  onBack: () => void;
}

function Zones({ file, asked, backTo, onBack }: ZonesProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  // A joined file is read as its survivor, and from here on goes by that id.
  useEffect(() => {
    if (file.id !== asked) void navigate(`/clients/${file.id}`, { replace: true });
  }, [file.id, asked, navigate]);
  useShortcut("E", t("clients.edit"), () => void navigate(`/clients/${file.id}/edit`), { when: may("edit_clients") });

  return (
    <div className={styles.file} data-testid="client-page">
      <section className={`${styles.zone ?? ""} scrolls`} aria-label={t("clients.file")}>
        <div>
          <Button type="text" size="small" icon={<ArrowLeft size={14} strokeWidth={1.5} />} data-testid="client-back" style={{ marginLeft: -7 }} onClick={onBack}>
            {backTo}
          </Button>
        </div>
        <WhoZone file={file} />
      </section>
      <section className={`${styles.zone ?? ""} ${styles.middleZone ?? ""} scrolls`} aria-label={t("clients.timeline")}>
        <Timeline client={file.id} visits={file.visits} />
      </section>
      <section className={`${styles.zone ?? ""} scrolls`} aria-label={t("clients.now")}>
        <DoZone file={file} />
      </section>
    </div>
  );
}
