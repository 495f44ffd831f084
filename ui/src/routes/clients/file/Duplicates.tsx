/** Other files that may be the same person's, and the way to join them. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClientFile, ClientId } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { Part } from "../Part";
import styles from "../clients.module.css";
import { useClientWords } from "../words";
import { JoinFiles } from "./JoinFiles";

export function Duplicates({ file }: { file: ClientFile }) {
  const { t } = useTranslation();
  const may = useMay();
  const words = useClientWords();
  const [joining, setJoining] = useState<{ other: ClientId | null } | null>(null);
  if (file.possibleDuplicates.length === 0 && !may("join_clients")) return null;
  return (
    <Part
      title={t("clients.duplicates")}
      testId="client-duplicates-found"
      action={
        may("join_clients") && (
          <Button type="text" size="small" data-testid="client-join-other" onClick={() => { setJoining({ other: null }); }}>{t("clients.joinOther")}</Button>
        )
      }
    >
      {file.possibleDuplicates.length === 0 && <p className="quiet">{t("clients.noneFound")}</p>}
      {file.possibleDuplicates.map(({ client, why }) => (
        <div key={client.id} className={styles.card} data-testid="client-duplicate">
          <div className={styles.row}>
            <span>
              <Link to={`/clients/${client.id}`}>{client.name}</Link> <span className="quiet">{client.memberNumber}</span>
            </span>
            {may("join_clients") && <Button size="small" data-testid="client-join" onClick={() => { setJoining({ other: client.id }); }}>{t("clients.join")}</Button>}
          </div>
          <div className={`quiet ${styles.small ?? ""}`}>
            {[t(`clients.why.${why}`), words.sexAge(client)].filter(Boolean).join(" · ")}
            {client.phone !== null && <> · <span style={{ whiteSpace: "nowrap" }}>{client.phone}</span></>}
          </div>
        </div>
      ))}
      {joining && <JoinFiles file={file} other={joining.other} onDone={() => { setJoining(null); }} />}
    </Part>
  );
}
