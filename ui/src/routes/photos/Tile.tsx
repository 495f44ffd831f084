/** One photo in small, with what it shows and what it may be used for. */
import { Checkbox } from "antd";
import { FileWarning, ImageIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DataPurpose, Photo } from "../../api/generated";
import { useFormat } from "../../components/format";
import { ConsentBadge } from "./ConsentBadge";
import styles from "./photos.module.css";
import { usePhoto, useSeen } from "./usePhoto";

interface TileProps {
  photo: Photo;
  consents: readonly DataPurpose[];
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onOpen: () => void;
}

export function Tile({ photo, consents, chosen, onChoose, onOpen }: TileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, seen] = useSeen<HTMLLIElement>();
  const view = t(`photos.view.${photo.facts.view}`);
  const name = `${view} · ${t(`photos.stage.${photo.facts.stage}`)} · ${format.moment(photo.takenAt)}`;
  return (
    <li ref={ref} className={styles.tile} data-chosen={chosen} data-removed={photo.removedReason !== null} data-testid={`photo-${photo.id}`}>
      <button type="button" className={styles.picture} aria-label={name} data-testid="photo-open" onClick={onOpen}>
        <Picture photo={photo} seen={seen} />
      </button>
      <div className={styles.words}>
        <span className={styles.line}>
          {photo.removedReason === null && <Checkbox checked={chosen} aria-label={t("photos.choose", { name })} data-testid="photo-choose" onChange={({ target }) => { onChoose(target.checked); }} />}
          <b>{view}</b>
          <span className="quiet">{t(`photos.stage.${photo.facts.stage}`)}</span>
          <time className="quiet">{format.time(photo.takenAt)}</time>
        </span>
        {photo.removedReason === null ? <ConsentBadge purpose={photo.facts.purpose} consents={consents} /> : <span className={styles.badge}>{t("photos.removedFor", { reason: photo.removedReason })}</span>}
        {photo.facts.note !== "" && <span className={styles.note} title={photo.facts.note}>{photo.facts.note}</span>}
      </div>
    </li>
  );
}

function Picture({ photo, seen }: { photo: Photo; seen: boolean }) {
  const { t } = useTranslation();
  const shown = usePhoto(photo.id, "small", seen && photo.preview === "made");
  if (shown.url !== null) return <img src={shown.url} alt="" draggable={false} />;
  if (photo.preview === "failed" || shown.failure) {
    return <span className={styles.state}><FileWarning aria-hidden size={24} strokeWidth={1.25} />{t("photos.unreadable")}</span>;
  }
  return <span className={styles.state}><ImageIcon aria-hidden size={24} strokeWidth={1.25} />{photo.preview === "waiting" && t("photos.previewWaits")}</span>;
}
