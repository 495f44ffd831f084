/** The photos of one treatment record: in the draft those that belong to it, on the signed page those that its text names. */
import { Button, ConfigProvider } from "antd";
import { Camera, FileWarning } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, Photo, PhotoId, SignedText, TreatmentId, VisitId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { Loaded } from "../../components/States";
import { IntakeDrawer } from "./IntakeDrawer";
import { Viewer } from "./Viewer";
import styles from "./photos.module.css";
import { usePhoto } from "./usePhoto";

interface RecordPhotosProps {
  client: ClientId;
  visit: VisitId | null;
  treatment: TreatmentId;
  /** A record that was given up gets none. */
  open: boolean;
  /** The page's frame: title, what is offered at its right, and the photos. */
  frame: (title: string, action: ReactNode, body: ReactNode) => ReactNode;
  /** A dialog stands before the page: its own keys wait. */
  onBusy: (busy: boolean) => void;
}

const ofRecord = (photos: readonly Photo[], treatment: TreatmentId) =>
  photos.filter(({ facts, removedReason }) => facts.treatment === treatment && removedReason === null).toSorted((one, other) => one.takenAt - other.takenAt);

export function RecordPhotos(props: RecordPhotosProps) {
  // What the record's page switches off is the record's own.
  return useMay()("see_photos") ? <ConfigProvider componentDisabled={false}><OfDraft {...props} /></ConfigProvider> : null;
}

function OfDraft({ client, visit, treatment, open, frame, onBusy }: RecordPhotosProps) {
  const { t } = useTranslation();
  const mayAdd = useMay()("add_photos") && open;
  const read = useRead("photos", "photos.of_client", { client });
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<PhotoId | null>(null);
  const photos = ofRecord(read.data?.photos ?? [], treatment);
  const add = (on: boolean) => {
    setAdding(on);
    onBusy(on);
  };
  const show = (id: PhotoId | null) => {
    setOpened(id);
    onBusy(id !== null);
  };
  // What was just taken out is still looked at, to be put back.
  const looked = read.data?.photos.find(({ id }) => id === opened);
  const around = looked && !photos.includes(looked) ? [...photos, looked] : photos;
  return (
    <>
      {frame(
        t("photos.title"),
        mayAdd && <Button type="text" size="small" icon={<Camera aria-hidden size={14} strokeWidth={1.5} />} data-testid="record-photos-add" onClick={() => { add(true); }}>{t("photos.add")}</Button>,
        <Loaded read={read} rows={1}>
          {() => photos.length === 0 ? <p className="quiet">{t("photos.noneOfRecord")}</p> : (
            <ul className={styles.thumbs}>
              {photos.map((photo) => <li key={photo.id}><Thumb photo={photo} onOpen={() => { show(photo.id); }} /></li>)}
            </ul>
          )}
        </Loaded>,
      )}
      {adding && <IntakeDrawer client={client} visit={visit} treatment={treatment} stage={photos.some(({ facts }) => facts.stage === "before") ? "right_after" : "before"} onClose={() => { add(false); }} />}
      {opened !== null && <Viewer photos={around} id={opened} consents={read.data?.consents ?? []} onMove={show} onClose={() => { show(null); }} />}
    </>
  );
}

/** What the signed text names, by its id and the original's hash; and what was taken for the record since. */
export function SignedPhotos({ text, frame, onBusy }: { text: SignedText; frame: (title: ReactNode, body: ReactNode) => ReactNode; onBusy: (busy: boolean) => void }) {
  const { t } = useTranslation();
  const maySee = useMay()("see_photos");
  const read = useRead("photos", "photos.of_client", { client: text.client.id }, { enabled: maySee });
  const [opened, setOpened] = useState<PhotoId | null>(null);
  const kept = read.data?.photos ?? [];
  const named = text.photos.map((signed) => ({ signed, photo: kept.find(({ id }) => id === signed.id) }));
  const since = ofRecord(kept, text.treatment).filter(({ id }) => !text.photos.some((signed) => signed.id === id));
  if (text.photos.length === 0 && since.length === 0) return null;
  const show = (id: PhotoId | null) => {
    setOpened(id);
    onBusy(id !== null);
  };
  return (
    <>
      {frame(
        <>{t("photos.title")} <span className="quiet">{t("photos.count", { count: text.photos.length })}</span></>,
        <>
          <ul className={styles.thumbs}>
            {named.map(({ signed, photo }) => (
              <li key={signed.id} data-testid="signed-photo">
                {photo ? <Thumb photo={photo} as={signed} onOpen={() => { show(photo.id); }} /> : <span className={styles.thumbWords}><b>{t(`photos.view.${signed.view}`)}</b><span className="quiet">{t(`photos.stage.${signed.stage}`)}</span></span>}
                <code className={`quiet ${styles.small ?? ""}`} title={`SHA-256 ${signed.sha256}`}>{signed.sha256.slice(0, 8)}</code>
                {photo && photo.sha256 !== signed.sha256 && <span className="danger" role="alert">{t("photos.notTheSigned")}</span>}
              </li>
            ))}
          </ul>
          {since.length > 0 && (
            <>
              <p className="quiet">{t("photos.sinceSigned")}</p>
              <ul className={styles.thumbs}>
                {since.map((photo) => <li key={photo.id}><Thumb photo={photo} onOpen={() => { show(photo.id); }} /></li>)}
              </ul>
            </>
          )}
        </>,
      )}
      {opened !== null && <Viewer readOnly photos={[...named.flatMap(({ photo }) => photo ?? []), ...since]} id={opened} consents={read.data?.consents ?? []} onMove={show} onClose={() => { show(null); }} />}
    </>
  );
}

/** What is said of a photo may have changed since it was signed: then the signed words stand. */
function Thumb({ photo, as = photo.facts, onOpen }: { photo: Photo; as?: Pick<Photo["facts"], "view" | "stage">; onOpen: () => void }) {
  const { t } = useTranslation();
  const { url, failure } = usePhoto(photo.id, "small", photo.preview === "made");
  return (
    <button type="button" className={styles.thumbButton} data-testid="record-photo" onClick={onOpen}>
      {url === null ? <span className={styles.thumbBlank}>{(photo.preview === "failed" || failure !== null) && <FileWarning role="img" aria-label={t("photos.unreadable")} size={18} strokeWidth={1.25} />}</span> : <img src={url} alt="" />}
      <span className={styles.thumbWords}><b>{t(`photos.view.${as.view}`)}</b><span className="quiet">{t(`photos.stage.${as.stage}`)}</span></span>
    </button>
  );
}
