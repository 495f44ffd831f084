/** A signed record on one page, to read: the text with its hash, and beside it what was amended, overridden, withdrawn. */
import { Button } from "antd";
import { Ban, PenLine } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { SignedTreatment, SignedTreatmentId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { useEscape } from "../../clients/escape";
import { ClientComplaints } from "../../compliance/complaints/ClientComplaints";
import { SignedPhotos } from "../../photos/RecordPhotos";
import { type From, cameFrom, recordPath } from "../places";
import recordStyles from "../record/record.module.css";
import { isPoint } from "../record/map/points";
import { Hands } from "../../traces/Hands";
import { Amend } from "./Amend";
import { Beside } from "./Beside";
import { Devices, Prescribed } from "./Given";
import { SignedHead } from "./SignedHead";
import { SignedMaps } from "./SignedMaps";
import { Texts } from "./Texts";
import { UsesTable } from "./UsesTable";
import { Withdraw } from "./Withdraw";
import styles from "./signed.module.css";

export function SignedPage({ id }: { id: SignedTreatmentId }) {
  const read = useRead("treatments", "treatments.signed", { id });
  return <Loaded read={read} rows={10}>{(signed) => <Page signed={signed} askAgain={() => void read.refetch()} />}</Loaded>;
}

function Page({ signed, askAgain }: { signed: SignedTreatment; askAgain: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const from = cameFrom(useLocation());
  const may = useMay();
  const format = useFormat();
  const [doing, setDoing] = useState<"amend" | "withdraw" | null>(null);
  const [looking, setLooking] = useState(false);
  const [selected, setSelected] = useState<number | null>(null);
  const { text, withdrawal, whole } = signed;
  const mapped = text.body.uses.some(isPoint);
  const back = () => void navigate(from);
  useEscape(t("signing.record.back"), back, doing === null && !looking);
  const done = () => {
    setDoing(null);
    askAgain();
  };
  return (
    <div className={recordStyles.page} data-testid="signed-page">
      <SignedHead signed={signed} onBack={back} />
      {!whole && <p role="alert" className={styles.broken} data-testid="signed-broken"><b>{t("signing.record.changed")}</b> {t("signing.record.changedWhat")}</p>}
      {withdrawal && (
        <div role="status" className={styles.withdrawn} data-testid="signed-withdrawn">
          <div>
            <b>{t("signing.record.withdrawnTitle", { name: withdrawal.by ?? "", when: format.moment(withdrawal.at) })}</b> {t("signing.record.because", { reason: withdrawal.reason })}
            <p>{t("signing.record.withdrawnWhat")}</p>
          </div>
          {may("write_treatments") && <Button size="small" data-testid="signed-anew" onClick={() => void navigate(recordPath(text.treatment), { state: { from } satisfies From })}>{t("signing.record.anew")}</Button>}
        </div>
      )}
      <div className={styles.zones} data-mapped={mapped ? "" : undefined}>
        {mapped && <SignedMaps text={text} selected={selected} onSelect={setSelected} />}
        {/* It scrolls, by keys as well. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={`${styles.used ?? ""} scrolls`} role="region" aria-label={t("treatments.uses.title")} tabIndex={0}>
          <UsesTable signed={signed} selected={selected} onSelect={setSelected} />
          <Devices text={text} />
          <Prescribed text={text} />
          <SignedPhotos text={text} frame={(title, shown) => <section className={styles.part} data-testid="signed-photos"><h2>{title}</h2>{shown}</section>} onBusy={setLooking} />
        </div>
        {/* It scrolls, by keys as well. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={`${styles.said ?? ""} scrolls`} role="region" aria-label={t("signing.record.said")} tabIndex={0}>
          <Beside signed={signed} />
          <Texts signed={signed} />
          <ClientComplaints client={text.client} signed={signed.id} frame={(title, action, shown) => <section className={styles.part} data-testid="signed-complaints"><div className={styles.partHead}><h2>{title}</h2>{action}</div>{shown}</section>} />
          <Hands id={signed.id} />
        </div>
      </div>
      {withdrawal === null && may("sign_treatments") && (
        <footer className={recordStyles.foot}>
          <span className={recordStyles.spring} />
          <Button icon={<Ban aria-hidden size={16} strokeWidth={1.5} />} data-testid="signed-withdraw" onClick={() => { setDoing("withdraw"); }}>{t("signing.withdraw.do")}</Button>
          <Button icon={<PenLine aria-hidden size={16} strokeWidth={1.5} />} data-testid="signed-amend" onClick={() => { setDoing("amend"); }}>{t("signing.amend.do")}</Button>
        </footer>
      )}
      {doing === "amend" && <Amend signed={signed} onClose={() => { setDoing(null); }} onDone={done} />}
      {doing === "withdraw" && <Withdraw signed={signed} onClose={() => { setDoing(null); }} onDone={done} />}
    </div>
  );
}
