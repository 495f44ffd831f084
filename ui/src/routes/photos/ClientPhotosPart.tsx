/** The latest photos in a client's file, and the way to all of them. */
import { Button } from "antd";
import { Images } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ClientId, Photo } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useShortcut } from "../../app/shortcuts";
import { Hotkey } from "../../components/Hotkey";
import { Loaded } from "../../components/States";
import { Part } from "../clients/Part";
import styles from "./photos.module.css";
import { usePhoto } from "./usePhoto";

const latest = 4;

export function ClientPhotosPart({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const read = useRead("photos", "photos.of_client", { client });
  const open = () => void navigate(`/clients/${client}/photos`);
  useShortcut("P", t("photos.open"), open);
  return (
    <Part
      title={t("photos.title")}
      testId="client-photos"
      action={<Button type="text" size="small" icon={<Images aria-hidden size={14} strokeWidth={1.5} />} data-testid="client-photos-open" onClick={open}>{t("photos.openShort")} <Hotkey keys="P" /></Button>}
    >
      <Loaded read={read} rows={1}>
        {({ photos }) => {
          const standing = photos.filter(({ removedReason }) => removedReason === null);
          if (standing.length === 0) return <p className="quiet">{t("photos.noneYet")}</p>;
          const shown = standing.filter(({ preview }) => preview !== "failed").slice(0, latest);
          return (
            <button type="button" className={styles.strip} aria-label={`${t("photos.open")} ${t("photos.count", { count: standing.length })}`} onClick={open}>
              {shown.map((photo) => <Small key={photo.id} photo={photo} />)}
              <span className="quiet">{t("photos.count", { count: standing.length })}</span>
            </button>
          );
        }}
      </Loaded>
    </Part>
  );
}

function Small({ photo }: { photo: Photo }) {
  const { url } = usePhoto(photo.id, "small", photo.preview === "made");
  return url === null ? <span className={styles.blankSmall} /> : <img src={url} alt="" />;
}
