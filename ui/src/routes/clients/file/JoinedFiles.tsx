/** Files that are read as this one, each to be taken back. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../../api/hooks";
import type { ClientFile } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useFormat } from "../../../components/format";
import { Part } from "../Part";
import styles from "../clients.module.css";

export function JoinedFiles({ file }: { file: ClientFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const end = useWrite("clients.end_join", { done: t("clients.takenBack") });
  return (
    <Part title={t("clients.joinedFiles")} testId="client-joined">
      {file.joined.map((joined) => (
        <div key={joined.aliasId} className={styles.row}>
          <span>
            {joined.name} <span className="quiet">{joined.memberNumber}</span>
            <span className={`quiet ${styles.small ?? ""}`} style={{ display: "block" }}>{t("clients.joinedBy", { date: format.dayOf(joined.joinedAt), name: joined.joinedBy ?? "" })}</span>
          </span>
          {may("join_clients") && <Button size="small" loading={end.pending} data-testid="client-take-back" onClick={() => void end.run({ alias: joined.aliasId })}>{t("clients.takeBack")}</Button>}
        </div>
      ))}
    </Part>
  );
}
