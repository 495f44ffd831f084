/** What the client's data may be used for: each purpose consented to, and withdrawn, by itself. */
import { Button, Popconfirm } from "antd";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../../api/hooks";
import type { ClientFile, DataPurpose } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useFormat } from "../../../components/format";
import { Part } from "../Part";
import styles from "../clients.module.css";

const purposes: readonly DataPurpose[] = ["treatment", "photo_archive", "publicity", "cloud_copy"];

export function Consents({ file }: { file: ClientFile }) {
  const { t } = useTranslation();
  return (
    <Part title={t("clients.consents")} testId="client-consents">
      {purposes.map((purpose) => <Purpose key={purpose} file={file} purpose={purpose} />)}
    </Part>
  );
}

function Purpose({ file, purpose }: { file: ClientFile; purpose: DataPurpose }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const give = useWrite("clients.give_data_consent", { done: t("clients.consentGiven") });
  const withdraw = useWrite("clients.withdraw_data_consent", { done: t("clients.consentWithdrawn") });
  const lines = file.dataConsents.filter((consent) => consent.purpose === purpose);
  const held = lines.find((consent) => consent.withdrawnAt === null);
  const last = lines[0];
  const input = { client: file.id, purpose };
  const name = t(`clients.purpose.${purpose}`);
  const words = held
    ? t(held.recordedBy === null ? "clients.given" : "clients.givenBy", { date: format.dayOf(held.givenAt), name: held.recordedBy ?? "" })
    : last?.withdrawnAt != null ? t("clients.withdrawn", { date: format.dayOf(last.withdrawnAt) }) : t("clients.notGiven");
  return (
    <div className={styles.row} data-testid={`client-consent-${purpose}`}>
      <span>
        <span style={{ display: "flex", gap: 6, alignItems: "center" }}>
          {name}
          {held && <Check role="img" aria-label={words} size={14} strokeWidth={2} color="var(--ant-color-primary)" />}
        </span>
        <span className={`quiet ${styles.small ?? ""}`}>{words}</span>
      </span>
      {may("edit_clients") &&
        (held ? (
          <Popconfirm
            icon={null}
            title={t("clients.withdrawAsk", { name: file.name, purpose: name })}
            okText={t("clients.withdraw")}
            okButtonProps={{ "data-testid": "client-consent-withdraw-ok" }}
            styles={{ root: { maxWidth: 320 } }}
            onConfirm={() => void withdraw.run(input)}
          >
            <Button type="text" size="small" loading={withdraw.pending} data-testid={`client-consent-withdraw-${purpose}`}>{t("clients.withdraw")}</Button>
          </Popconfirm>
        ) : (
          <Button size="small" loading={give.pending} data-testid={`client-consent-give-${purpose}`} onClick={() => void give.run(input)}>{t("clients.give")}</Button>
        ))}
    </div>
  );
}
