/** Where a photo comes from, and the original's hash. */
import { useTranslation } from "react-i18next";
import type { Photo } from "../../api/generated";
import { useFormat } from "../../components/format";
import styles from "./photos.module.css";

export function Origin({ photo }: { photo: Photo }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={styles.origin} data-testid="photo-origin">
      <dt>{t("photos.file")}</dt>
      <dd>{photo.fileName}</dd>
      <dt>{t("photos.size")}</dt>
      <dd>{t("photos.sizeOf", { width: photo.width, height: photo.height, megabytes: (photo.length / 1_000_000).toFixed(1) })}</dd>
      {photo.camera !== "" && <><dt>{t("photos.camera")}</dt><dd>{photo.camera}</dd></>}
      <dt>{t("photos.addedBy")}</dt>
      <dd>{photo.addedBy ?? ""} {format.moment(photo.addedAt)}</dd>
      {photo.located && <><dt>{t("photos.place")}</dt><dd>{t("photos.placeHeld")}</dd></>}
      {photo.signed && <><dt>{t("photos.record")}</dt><dd>{t("photos.inSigned")}</dd></>}
      <dt>{t("photos.original")}</dt>
      <dd title={photo.sha256}>{t("photos.originalKept")} <code className="quiet">{photo.sha256}</code></dd>
    </dl>
  );
}
