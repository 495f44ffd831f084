/** The folder of a camera's card, looked at again and again while it is shown: what was just taken comes first. */
import { AutoComplete, Button } from "antd";
import { CircleCheck, FolderOpen, HardDrive } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/call";
import { wordsFor } from "../../api/failure";
import type { CardPhoto } from "../../api/generated";
import { prefer, usePreferences } from "../../app/preferences";
import { isComposing } from "../../app/shortcuts";
import { useFormat } from "../../components/format";
import styles from "./photos.module.css";
import { useCardPhoto, useSeen } from "./usePhoto";

const lookEvery = 2_000;

interface CardFolderProps {
  chosen: readonly string[];
  onToggle: (photo: CardPhoto, folder: string) => void;
}

export function CardFolder({ chosen, onToggle }: CardFolderProps) {
  const { t } = useTranslation();
  const { cameraFolder } = usePreferences();
  const [typed, setTyped] = useState(cameraFolder);
  const cards = useQuery({ queryKey: ["photo-cards"], queryFn: () => call("photos.cards", {}), refetchInterval: lookEvery });
  const card = useQuery({ queryKey: ["photo-card", cameraFolder], queryFn: () => call("photos.card", { folder: cameraFolder }), enabled: cameraFolder !== "", refetchInterval: lookEvery, retry: false });
  const watch = (folder: string) => {
    setTyped(folder);
    if (folder.trim() === cameraFolder) void card.refetch();
    else prefer({ cameraFolder: folder.trim() });
  };
  const photos = card.data?.photos ?? [];
  const failure = cameraFolder !== "" && card.error ? wordsFor(t, card.error) : null;
  const others = (cards.data ?? []).filter((folder) => folder !== cameraFolder);
  return (
    <section className={styles.card} aria-label={t("photos.card")} data-testid="photo-card">
      <h3 className={styles.subhead}>{t("photos.card")}</h3>
      <div className={styles.cardLine}>
        <AutoComplete
          style={{ flex: 1 }}
          value={typed}
          placeholder={t("photos.cardHint")}
          aria-label={t("photos.card")}
          data-testid="photo-card-folder"
          options={(cards.data ?? []).map((value) => ({ value }))}
          onChange={setTyped}
          onSelect={watch}
          onKeyDown={(event) => { if (event.key === "Enter" && !isComposing(event)) watch(typed); }}
        />
        <Button icon={<FolderOpen aria-hidden size={16} strokeWidth={1.5} />} disabled={typed.trim() === "" && cameraFolder === ""} data-testid="photo-card-watch" onClick={() => { watch(typed); }}>{t("photos.watch")}</Button>
      </div>
      {(cameraFolder === "" || failure) && others.map((folder) => (
        <Button key={folder} className={styles.found ?? ""} icon={<HardDrive aria-hidden size={16} strokeWidth={1.5} />} data-testid="photo-card-found" onClick={() => { watch(folder); }}>{t("photos.cardFound", { folder })}</Button>
      ))}
      {failure && <p className={styles.fault} role="alert">{failure.message}{t("common.sentenceGap")}<span className="quiet">{failure.remedy}</span></p>}
      {cameraFolder !== "" && !failure && card.data && (
        <p className="quiet" role="status">{photos.length === 0 ? t("photos.cardEmpty") : photos.length < card.data.total ? t("photos.cardLatest", { count: photos.length, total: card.data.total }) : t("photos.cardCount", { count: card.data.total })}</p>
      )}
      {!failure && photos.length > 0 && (
        <ul className={`${styles.cardGrid ?? ""} scrolls`}>
          {photos.map((photo) => (
            <li key={photo.path}><OnCard photo={photo} folder={cameraFolder} chosen={chosen.includes(photo.path)} onToggle={() => { onToggle(photo, cameraFolder); }} /></li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OnCard({ photo, folder, chosen, onToggle }: { photo: CardPhoto; folder: string; chosen: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, seen] = useSeen<HTMLButtonElement>();
  const { url } = useCardPhoto(folder, photo.path, seen);
  const today = format.dayOf(photo.changedAt) === format.today();
  return (
    <button ref={ref} type="button" className={styles.cardPhoto} aria-pressed={chosen} disabled={photo.kept} title={photo.path} data-testid="photo-on-card" onClick={onToggle}>
      {url === null ? <span className={styles.blank} /> : <img src={url} alt="" />}
      <span>{photo.name}</span>
      <span className="quiet">{photo.kept ? t("photos.kept") : today ? format.time(photo.changedAt) : format.moment(photo.changedAt)}</span>
      {chosen && <CircleCheck aria-hidden className={styles.tick} size={18} strokeWidth={2} />}
    </button>
  );
}
