/** The picture of a delivery's note, opened from its sealed file. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { download } from "../../../api/call";
import type { DeliveryId } from "../../../api/generated";
import { Paper } from "../../../components/Paper";
import { Loaded } from "../../../components/States";
import styles from "../stock.module.css";

export function NoteShown({ delivery }: { delivery: DeliveryId }) {
  const { t } = useTranslation();
  const read = useQuery({ queryKey: ["delivery note", delivery], queryFn: () => download("stock.delivery_note", { id: delivery }), gcTime: 0 });
  return <div data-testid="delivery-note"><Loaded read={read} rows={4}>{(bytes) => <Paper bytes={bytes} name={t("stock.delivery.note")} paperClass={styles.paper} pictureClass={styles.picture} />}</Loaded></div>;
}
