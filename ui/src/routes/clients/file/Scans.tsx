/** Scans of old paper: listed, added, looked at, taken out of the list. */
import { Button, Popconfirm } from "antd";
import { FileText, Image, Plus, Trash2 } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead, useWrite } from "../../../api/hooks";
import type { ClientScan } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { Part } from "../Part";
import styles from "../clients.module.css";
import { AddScan } from "./AddScan";
import { ShowScan } from "./ShowScan";
import { scanFits, scanTypes } from "./scanTypes";

export function Scans({ client }: { client: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const health = useRead("clients", "clients.health", { client });
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const [refused, setRefused] = useState(false);
  const [shown, setShown] = useState<ClientScan | null>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    setRefused(!scanFits(file));
    if (scanFits(file)) setChosen(file);
  };
  return (
    <Part
      title={t("clients.scans")}
      testId="client-scans"
      action={
        may("edit_health") && (
          <Button type="text" size="small" icon={<Plus size={14} strokeWidth={1.5} />} title={t("clients.scanFileHint")} data-testid="client-scan-add" onClick={() => input.current?.click()}>{t("clients.addScan")}</Button>
        )
      }
    >
      <input ref={input} type="file" accept={scanTypes.join()} tabIndex={-1} aria-label={t("clients.addScan")} className="unseen" data-testid="client-scan-file" onChange={choose} />
      {refused && <p role="alert" className="danger">{t("clients.scanWrong")}</p>}
      <Loaded read={health} rows={1}>
        {({ scans }) => (scans.length === 0 ? <p className="quiet">{t("clients.noScans")}</p> : scans.map((scan) => <Line key={scan.id} scan={scan} onShow={() => { setShown(scan); }} />))}
      </Loaded>
      {chosen && <AddScan client={client} file={chosen} onDone={() => { setChosen(null); }} />}
      {shown && <ShowScan scan={shown} onDone={() => { setShown(null); }} />}
    </Part>
  );
}

function Line({ scan, onShow }: { scan: ClientScan; onShow: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const remove = useWrite("clients.remove_scan", { done: t("clients.scanRemoved") });
  const Icon = scan.mediaType === "application/pdf" ? FileText : Image;
  return (
    <div className={styles.row} data-testid="client-scan">
      <span>
        <Button type="link" size="small" style={{ padding: 0 }} icon={<Icon size={14} strokeWidth={1.5} />} aria-label={t("clients.scanOpen", { title: scan.title })} data-testid="client-scan-open" onClick={onShow}>{scan.title}</Button>
        <span className={`quiet ${styles.small ?? ""}`} style={{ display: "block" }}>{t("clients.addedBy", { date: format.dayOf(scan.addedAt), name: scan.addedBy ?? "" })}</span>
      </span>
      {may("edit_health") && (
        <Popconfirm
          icon={null}
          title={t("clients.scanRemoveAsk", { title: scan.title })}
          okText={t("clients.scanRemove")}
          okButtonProps={{ "data-testid": "client-scan-remove-ok" }}
          styles={{ root: { maxWidth: 320 } }}
          onConfirm={() => void remove.run({ id: scan.id })}
        >
          <Button type="text" size="small" icon={<Trash2 size={14} strokeWidth={1.5} />} aria-label={`${t("clients.scanRemove")} ${scan.title}`} data-testid="client-scan-remove" />
        </Popconfirm>
      )}
    </div>
  );
}
