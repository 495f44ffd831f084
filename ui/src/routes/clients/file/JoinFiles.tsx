/** Two files side by side: which goes on, and what will happen, before they are joined. */
import { App, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead, useWrite } from "../../../api/hooks";
import type { ClientFile, ClientId } from "../../../api/generated";
import { Modal } from "../../../components/dialogs";
import { LoadingRows } from "../../../components/States";
import { ClientPicker } from "../../../components/ClientPicker";
import styles from "../clients.module.css";
import { Side } from "./Side";

interface JoinFilesProps {
  file: ClientFile;
  /** Null: one has still to be chosen. */
  other: ClientId | null;
  onDone: () => void;
}

export function JoinFiles({ file, other, onDone }: JoinFilesProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ClientId | null>(other);
  const [keep, setKeep] = useState<"this" | "other">("this");
  const read = useRead("clients", "clients.open", { client: chosen ?? file.id }, { enabled: chosen !== null });
  const join = useWrite("clients.join");
  const second = chosen !== null && read.data && read.data.id !== file.id ? read.data : undefined;
  const [survivor, loser] = keep === "this" ? [file, second] : [second, file];

  const run = async () => {
    if (!survivor || !loser || !(await join.run({ survivor: survivor.id, loser: loser.id }))) return;
    message.success(t("clients.joined", { name: survivor.name, number: survivor.memberNumber }));
    onDone();
    if (survivor.id !== file.id) void navigate(`/clients/${survivor.id}`, { replace: true });
  };

  return (
    <Modal
      open
      title={t("clients.joinTitle")}
      width={840}
      okText={survivor ? t("clients.joinDo", { number: survivor.memberNumber }) : t("clients.joinTitle")}
      okButtonProps={{ loading: join.pending, disabled: !survivor || !loser, "data-testid": "client-join-ok" }}
      onOk={() => void run()}
      onCancel={onDone}
    >
      {other === null && (
        <Form layout="vertical">
          <Form.Item label={t("clients.joinWhom")}>
            <ClientPicker autoFocus except={file.id} label={t("clients.joinWhom")} testId="client-join-picker" onChange={(client) => { setChosen(client?.id ?? null); }} />
          </Form.Item>
        </Form>
      )}
      {chosen !== null && read.isPending && <LoadingRows rows={4} />}
      {second && (
        <>
          <p className="quiet" style={{ marginBottom: 8 }}>{t("clients.joinSurvivor")}</p>
          <div className={styles.sides} role="radiogroup" aria-label={t("clients.joinSurvivor")}>
            <Side file={file} kept={keep === "this"} testId="client-join-this" onKeep={() => { setKeep("this"); }} />
            <Side file={second} kept={keep === "other"} testId="client-join-that" onKeep={() => { setKeep("other"); }} />
          </div>
          {survivor && loser && (
            <p style={{ margin: "16px 0 8px" }} data-testid="client-join-what" aria-live="polite">
              {t("clients.joinWhat", { name: survivor.name, number: survivor.memberNumber, other: loser.memberNumber })}
            </p>
          )}
        </>
      )}
    </Modal>
  );
}
