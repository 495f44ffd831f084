/** One treatment record on one page: the map and its points, what was used, all else; saved by Ctrl+S, kept while it is typed. */
import { App, Button, ConfigProvider } from "antd";
import { PenLine } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { call } from "../../../api/call";
import type { Treatment, TreatmentId } from "../../../api/generated";
import { useRead, useShowFailure } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Hotkey } from "../../../components/Hotkey";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { useUndoToast } from "../../../components/undoToast";
import { useEscape } from "../../clients/escape";
import { RecordConsent } from "../../consents/RecordConsent";
import { RecordPhotos } from "../../photos/RecordPhotos";
import { type From, cameFrom, signedPath } from "../places";
import { SignedPage } from "../signed/SignedPage";
import { SignDialog } from "../signing/SignDialog";
import { goTo } from "../signing/obstacles";
import { AlertBar } from "./AlertBar";
import { Conflict } from "./Conflict";
import { Discard } from "./Discard";
import { Head } from "./Head";
import { Notices } from "./Notices";
import { asLastTime } from "./body";
import { MapZone } from "./map/MapZone";
import styles from "./record.module.css";
import { FundingPart, NextOn } from "./sections/After";
import { AnaesthesiaPart } from "./sections/Anaesthesia";
import { EnergyPart } from "./sections/EnergyPart";
import { Part } from "./sections/Field";
import { People } from "./sections/People";
import { Prescription } from "./sections/Prescription";
import { Words } from "./sections/Words";
import { useRecord } from "./useRecord";
import { useRecordScan } from "./useRecordScan";
import { useShelf } from "./useShelf";
import { UseList } from "./uses/UseList";

export function RecordPage({ id }: { id: TreatmentId }) {
  const read = useRead("treatments", "treatments.open", { id });
  return <Loaded read={read} rows={10}>{(treatment) => (treatment.signed === null ? <Page key={treatment.id} treatment={treatment} /> : <SignedPage key={treatment.signed} id={treatment.signed} />)}</Loaded>;
}

function Page({ treatment }: { treatment: Treatment }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const navigate = useNavigate();
  const from = cameFrom(useLocation());
  const showFailure = useShowFailure();
  const toast = useUndoToast();
  const mayWrite = useMay()("write_treatments");
  const writable = mayWrite && treatment.discardedReason === null;
  const [theirs, setTheirs] = useState<Treatment | null>(null);
  const [discarding, setDiscarding] = useState(false);
  const [signing, setSigning] = useState(false);
  const [filling, setFilling] = useState(false);
  const [photographing, setPhotographing] = useState(false);
  const record = useRecord(treatment, { writable, onConflict: setTheirs, done: t("treatments.savedDone") });
  const { body, points, dispatch, set } = record;
  const stand = useShelf(treatment, body);
  const readOnly = !writable;
  // What is offered to be taken back is this page's.
  useEffect(() => () => { message.destroy("undo"); }, [message]);

  const back = () => {
    if (record.dirty && writable) message.info(t("common.draft.kept"));
    void navigate(from);
  };
  const save = () => void record.save();
  useShortcut("Ctrl+S", t("treatments.save"), save, { when: writable, inFields: true });
  // What is signed is what is saved.
  const sign = async () => {
    if (record.saving || (record.dirty && !(await record.save()))) return;
    setSigning(true);
  };
  useShortcut("F9", t("signing.sign"), () => void sign(), { when: writable && !signing && !discarding && !photographing && theirs === null, inFields: true });
  useEscape(t("treatments.back"), back, !discarding && !signing && !photographing && theirs === null);
  useRecordScan(points, dispatch, stand, writable);

  const fillAsLastTime = async () => {
    setFilling(true);
    try {
      const last = await call("treatments.as_last_time", { client: treatment.client.id, procedure: treatment.procedure.id, except: treatment.id });
      if (last === null) message.info(t("treatments.lastTimeNone", { procedure: treatment.procedure.name }));
      else {
        const before = body;
        record.put(asLastTime(before, last));
        toast(t("treatments.lastTimeDone"), () => { record.put(before); });
      }
    } catch (reason) {
      showFailure(reason);
    }
    setFilling(false);
  };
  const part = { rest: body, set, stand, readOnly };
  const saved = t("treatments.savedState", { when: format.dayOf(record.base.savedAt) === format.today() ? format.time(record.base.savedAt) : format.moment(record.base.savedAt), name: treatment.savedBy ?? "" });

  return (
    <ConfigProvider componentDisabled={readOnly}>
      <div className={styles.page} data-testid="treatment-page">
        <Head treatment={treatment} writable={writable} filling={filling} onBack={back} onLastTime={() => void fillAsLastTime()} onDiscard={() => { setDiscarding(true); }} />
        <AlertBar client={treatment.client.id} products={stand.products} chosen={[...body.uses, ...body.prescription].map(({ product }) => product)} />
        <Notices record={record} onCompare={() => { setTheirs(record.theirs); }} />
        <div className={styles.zones}>
          <section className={styles.mapZone} aria-label={t("treatments.maps.label")}>
            <MapZone points={points} dispatch={dispatch} stand={stand} readOnly={readOnly} />
          </section>
          <div className={styles.usesZone} data-place="uses">
            <UseList points={points} dispatch={dispatch} stand={stand} readOnly={readOnly} />
          </div>
          <div className={`${styles.formZone ?? ""} scrolls`}>
            <People {...part} />
            <RecordConsent client={treatment.client} procedure={treatment.procedure} doctor={body.doctor} />
            <Words which="indication" {...part} />
            <AnaesthesiaPart {...part} />
            <EnergyPart {...part} />
            <Words which="course" {...part} />
            <Words which="reactions" {...part} />
            <Words which="advice" {...part} />
            <NextOn {...part} />
            <FundingPart {...part} treatment={treatment} />
            <Prescription {...part} />
            <RecordPhotos
              client={treatment.client.id}
              visit={treatment.visit}
              treatment={treatment.id}
              open={treatment.discardedReason === null}
              frame={(title, action, shown) => <Part title={title} action={action} testId="record-photos">{shown}</Part>}
              onBusy={setPhotographing}
            />
          </div>
        </div>
        <footer className={styles.foot}>
          <span className={record.dirty ? "" : "quiet"} role="status" data-testid="treatment-state">{record.dirty && writable ? t("treatments.unsaved") : saved}</span>
          <span className={styles.spring} />
          {writable && <Button type={record.dirty ? "primary" : "default"} loading={record.saving} data-testid="treatment-save" onClick={save}>{t("treatments.save")} <Hotkey keys="Ctrl+S" /></Button>}
          {writable && <Button type={record.dirty ? "default" : "primary"} icon={<PenLine aria-hidden size={16} strokeWidth={1.5} />} disabled={record.saving} data-testid="treatment-sign" onClick={() => void sign()}>{t("signing.sign")} <Hotkey keys="F9" /></Button>}
        </footer>
        {discarding && <Discard treatment={treatment} onClose={() => { setDiscarding(false); }} onDone={() => { void record.forget().then(() => navigate(from)); }} />}
        {signing && (
          <SignDialog
            treatment={treatment}
            body={record.base.body}
            savedAt={record.base.savedAt}
            stand={stand}
            onClose={() => { setSigning(false); }}
            onGo={(place) => {
              setSigning(false);
              goTo(place);
            }}
            onSigned={({ id }) => void navigate(signedPath(id), { replace: true, state: { from } satisfies From })}
          />
        )}
        {theirs && (
          <Conflict
            base={record.base}
            mine={body}
            theirs={theirs}
            stand={stand}
            saving={record.saving}
            onSave={(chosen) => void record.saveOver(theirs, chosen).then((done) => { if (done) setTheirs(null); })}
            onClose={() => { setTheirs(null); }}
          />
        )}
      </div>
    </ConfigProvider>
  );
}
