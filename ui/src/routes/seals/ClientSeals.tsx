/** Seals of a client's record in their file: when, what for, whether everything still is as it was listed. */
import { Button } from "antd";
import { CircleAlert, CircleCheck, Lock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, Seal } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { Loaded } from "../../components/States";
import { useFormat } from "../../components/format";
import { Part } from "../clients/Part";
import { SealDialog } from "./SealDialog";
import { SealShown } from "./SealShown";
import styles from "./seals.module.css";

export function ClientSeals({ client }: { client: { id: ClientId; name: string } }) {
  const { t } = useTranslation();
  const maySeal = useMay()("seal_records");
  const read = useRead("treatments", "seals.of_client", { client: client.id });
  const [sealing, setSealing] = useState(false);
  const [shown, setShown] = useState<Seal | null>(null);
  const open = read.data?.open ?? [];
  // Most records are never sealed: what is not there is not said.
  if (!maySeal && read.data?.seals.length === 0) return null;
  return (
    <Part
      title={t("seals.title")}
      testId="client-seals"
      action={maySeal && open.length > 0 && (
        <Button type="text" size="small" icon={<Lock aria-hidden size={14} strokeWidth={1.5} />} data-testid="seal-new" onClick={() => { setSealing(true); }}>
          {t(read.data?.seals.length === 0 ? "seals.seal" : "seals.supplement", { count: open.length })}
        </Button>
      )}
    >
      <Loaded read={read} rows={1}>
        {({ seals }) => seals.length === 0 ? <p className="quiet">{t(open.length === 0 ? "seals.nothing" : "seals.none")}</p> : (
          <ul className={styles.list}>{seals.map((seal) => <Line key={seal.id} seal={seal} onShow={() => { setShown(seal); }} />)}</ul>
        )}
      </Loaded>
      {sealing && <SealDialog client={client} parts={open} onClose={() => { setSealing(false); }} />}
      {shown && <SealShown seal={shown} onClose={() => { setShown(null); }} />}
    </Part>
  );
}

function Line({ seal: { manifest, whole }, onShow }: { seal: Seal; onShow: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = whole ? CircleCheck : CircleAlert;
  return (
    <li>
      <button type="button" className={styles.line} data-whole={whole} data-testid="seal-line" onClick={onShow}>
        <Icon {...(whole ? { role: "img", "aria-label": t("seals.whole") } : { "aria-hidden": true })} size={14} strokeWidth={2} />
        <span>{format.moment(manifest.at)}</span>
        {whole ? <span className="quiet">{t(manifest.supplementOf === null ? "seals.parts" : "seals.partsMore", { count: manifest.parts.length })}</span> : <span className="danger">{t("seals.broken")}</span>}
      </button>
    </li>
  );
}
