/** The picture of a delivery's note, opened from its sealed file; its bytes are forgotten when it is closed. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../../../api/call";
import type { DeliveryId } from "../../../api/generated";
import { Loaded } from "../../../components/States";
import styles from "../stock.module.css";

export function NoteShown({ delivery, mediaType }: { delivery: DeliveryId; mediaType: string }) {
  const read = useQuery({ queryKey: ["delivery note", delivery], queryFn: () => download("stock.delivery_note", { id: delivery }), gcTime: 0 });
  return <div data-testid="delivery-note"><Loaded read={read} rows={4}>{(bytes) => <Picture bytes={bytes} mediaType={mediaType} />}</Loaded></div>;
}

function Picture({ bytes, mediaType }: { bytes: ArrayBuffer; mediaType: string }) {
  const { t } = useTranslation();
  const url = useMemo(() => URL.createObjectURL(new Blob([bytes], { type: mediaType })), [bytes, mediaType]);
  useEffect(() => () => { URL.revokeObjectURL(url); }, [url]);
  const name = t("stock.delivery.note");
  return mediaType === "application/pdf" ? <iframe src={url} title={name} className={styles.paper} /> : <img src={url} alt={name} className={styles.picture} />;
}
