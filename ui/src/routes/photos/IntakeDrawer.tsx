/** Photos taken in: chosen, dropped, or off the camera's card; what they have in common is said once. */
import { Button, Select } from "antd";
import { ImageUp, X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { wordsFor } from "../../api/failure";
import type { CardPhoto, ClientId, PhotoFacts, PhotoStage, PhotoView, TreatmentId, VisitId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { FileDrop } from "../../components/FileDrop";
import { Drawer } from "../../components/dialogs";
import { CardFolder } from "./CardFolder";
import { ConsentBadge } from "./ConsentBadge";
import { Occasion } from "./FactsFields";
import { IncomingPicture } from "./IncomingPicture";
import styles from "./photos.module.css";
import { type Incoming, type Intake, filesIn, putTo, useIntake } from "./useIntake";
import { views } from "./views";

interface IntakeDrawerProps {
  client: ClientId;
  visit?: VisitId | null;
  treatment?: TreatmentId | null;
  stage?: PhotoStage;
  /** Dropped on the page before this was open. */
  files?: readonly File[];
  onClose: () => void;
}

const icon = { "aria-hidden": true, strokeWidth: 1.5 } as const;

export function IntakeDrawer({ client, visit = null, treatment = null, stage = "before", files = [], onClose }: IntakeDrawerProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<PhotoFacts>({ visit, treatment, view: "front", stage, purpose: "photo_archive", note: "" });
  // Who is in the house may be known a moment later than this opens.
  const facts = { ...said, visit, treatment };
  const intake = useIntake(client, () => (files.length === 0 ? [] : putTo([], filesIn(files), facts)));
  const consents = useRead("photos", "photos.of_client", { client }).data?.consents;
  const [leaving, setLeaving] = useState(false);
  const common = (next: PhotoFacts) => {
    setSaid(next);
    intake.common({ ...next, visit, treatment });
  };
  const open = intake.incoming.filter(({ state }) => state !== "added").length;
  const toggle = ({ path, name, changedAt }: CardPhoto, folder: string) => {
    const taken = intake.incoming.find(({ source, state }) => "path" in source && source.path === path && state !== "added");
    if (taken) intake.drop(taken.key);
    else intake.put([{ name, source: { folder, path }, at: changedAt }], facts);
  };
  // Asked again, it is an answer: back to the photos.
  const close = () => {
    if (open === 0) onClose();
    else setLeaving(!leaving);
  };
  const leave = () => {
    intake.stop();
    onClose();
  };
  return (
    <Drawer
      open
      title={t("photos.add")}
      size={680}
      onClose={close}
      mask={{ closable: open === 0 }}
      footer={leaving && open > 0 ? <Leave open={open} onStay={() => { setLeaving(false); }} onLeave={leave} /> : <Foot intake={intake} open={open} onClose={onClose} />}
    >
      <div className={styles.intake} data-testid="photo-intake">
        <div className={styles.fields}>
          <Occasion facts={facts} onChange={common} />
          {consents && (
            <div className={styles.whole}>
              <ConsentBadge purpose={facts.purpose} consents={consents} />
              {!consents.includes(facts.purpose) && <span className="quiet">{t("photos.consentFirst")}</span>}
            </div>
          )}
        </div>
        <Choose onFiles={(chosen) => { if (chosen.length > 0) intake.put(filesIn(chosen), facts); }} />
        <CardFolder chosen={intake.incoming.flatMap(({ source, state }) => ("path" in source && state !== "added" ? [source.path] : []))} onToggle={toggle} />
        {intake.incoming.length > 0 && (
          <section className={styles.card} aria-label={t("photos.incoming")}>
            <h3 className={styles.subhead}>{t("photos.incoming")}</h3>
            <ul className={styles.incoming}>
              {intake.incoming.map((one) => <Line key={one.key} one={one} intake={intake} />)}
            </ul>
          </section>
        )}
      </div>
    </Drawer>
  );
}

function Choose({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <FileDrop className={styles.drop} words={t("photos.dropNow")} onFiles={onFiles}>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp,.heic"
        multiple
        tabIndex={-1}
        aria-label={t("photos.chooseFiles")}
        className="unseen"
        data-testid="photo-files"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          onFiles(files);
        }}
      />
      <Button icon={<ImageUp {...icon} size={16} />} autoFocus data-testid="photo-choose-files" onClick={() => input.current?.click()}>{t("photos.chooseFiles")}</Button>
      <span className="quiet">{t("photos.dropHint")}</span>
    </FileDrop>
  );
}

function Line({ one, intake }: { one: Incoming; intake: Intake }) {
  const { t } = useTranslation();
  const words = one.failure === null ? null : wordsFor(t, one.failure);
  const settled = one.state === "added" || one.state === "adding";
  return (
    <li data-testid="photo-incoming" data-state={one.state}>
      <IncomingPicture one={one} />
      <span className={styles.name}>{one.name}</span>
      <Select<PhotoView> size="small" value={one.facts.view} disabled={settled} aria-label={`${one.name} ${t("photos.viewLabel")}`} data-testid="photo-incoming-view" options={views.map((value) => ({ value, label: t(`photos.view.${value}`) }))} onChange={(view) => { intake.view(one.key, view); }} />
      <span className={one.state === "failed" ? "danger" : "quiet"}>{t(`photos.state.${one.state}`)}</span>
      {settled ? <span /> : <Button type="text" size="small" icon={<X {...icon} size={14} />} aria-label={t("photos.drop", { name: one.name })} data-testid="photo-incoming-drop" onClick={() => { intake.drop(one.key); }} />}
      {words && <p className={styles.fault} role="alert" data-testid="photo-incoming-fault">{words.message}{t("common.sentenceGap")}<span className="quiet">{words.remedy}</span></p>}
    </li>
  );
}

function Foot({ intake, open, onClose }: { intake: Intake; open: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { incoming, running } = intake;
  const added = incoming.length - open;
  const again = open > 0 && incoming.every(({ state }) => state === "added" || state === "failed");
  return (
    <div className={styles.cardLine}>
      <span role="status" data-testid="photo-intake-state">{incoming.length > 0 && t("photos.intakeState", { added, total: incoming.length })}</span>
      <span className={styles.spring} />
      {running ? (
        <Button data-testid="photo-intake-stop" onClick={intake.stop}>{t("photos.stop")}</Button>
      ) : added > 0 && open === 0 ? (
        <Button type="primary" autoFocus data-testid="photo-intake-close" onClick={onClose}>{t("photos.done")}</Button>
      ) : (
        <Button type="primary" disabled={open === 0} data-testid="photo-intake-run" onClick={() => void intake.run()}>{t(again ? "photos.again" : "photos.take", { count: open })}</Button>
      )}
    </div>
  );
}

function Leave({ open, onStay, onLeave }: { open: number; onStay: () => void; onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.cardLine}>
      <span role="alert" className="caution">{t("photos.leaveAsk", { count: open })}</span>
      <span className={styles.spring} />
      <Button danger data-testid="photo-intake-leave" onClick={onLeave}>{t("photos.leave")}</Button>
      <Button type="primary" autoFocus data-testid="photo-intake-stay" onClick={onStay}>{t("photos.stay")}</Button>
    </div>
  );
}
