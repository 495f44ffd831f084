/** Who this is: name, alerts first, then what is known, numbers masked. */
import { useTranslation } from "react-i18next";
import type { ClientFile } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { Avatar } from "../../../components/Avatar";
import { useFormat } from "../../../components/format";
import { TierBadge } from "../../billing/tiers/TierBadge";
import styles from "../clients.module.css";
import { useClientWords } from "../words";
import { Alerts } from "./Alerts";
import { Assignments } from "./Assignments";
import { Facts } from "./Facts";

export function WhoZone({ file }: { file: ClientFile }) {
  const { t } = useTranslation();
  const may = useMay();
  const format = useFormat();
  const words = useClientWords();
  return (
    <>
      <header style={{ display: "grid", gap: 12 }}>
        <div className={styles.head}>
          <Avatar name={file.name} size={48} />
          <div style={{ minWidth: 0 }}>
            <h1 className={styles.name} data-testid="client-name">{file.name}</h1>
            <p className="quiet">{[words.sexAge(file), file.memberNumber].filter(Boolean).join(" · ")}</p>
            <TierBadge client={file.id} />
          </div>
        </div>
        {file.otherNames !== "" && <p className="quiet">{file.otherNames}</p>}
        {file.tags.length > 0 && (
          <div className={styles.tags} data-testid="client-tags" aria-label={t("clients.tags")}>
            {file.tags.map((tag) => <span key={tag} className={styles.tag}>{tag}</span>)}
          </div>
        )}
      </header>
      {may("see_health") && <Alerts client={file.id} />}
      <Facts file={file} />
      <Assignments file={file} />
      <p className={`quiet ${styles.small ?? ""}`}>{t("clients.since", { date: format.date(format.dayOf(file.createdAt)) })}</p>
    </>
  );
}
