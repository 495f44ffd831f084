/** What an entitlement was made of, when and why; it can be taken back here as well as where it came from. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { EntitlementChange, EntitlementId } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useFormat } from "../../../components/format";
import styles from "./entitlement.module.css";
import { aboutWords, agreedWords, madeByWords } from "./words";

interface MadeByProps {
  change: EntitlementChange;
  onOpen: (entitlement: EntitlementId) => void;
  onUndo: (change: EntitlementChange) => void;
}

export function MadeBy({ change, onOpen, onUndo }: MadeByProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const maySell = useMay()("sell");
  const { reversed, at } = change;
  return (
    <section className={styles.madeBy} data-testid="entitlement-made-by">
      <div>
        <p>
          <b>{madeByWords(t, change)}</b>{" "}
          {reversed && <><span className={styles.mark}>{t("billing.entitlement.reversed")}</span>{" "}</>}
          <Button type="link" size="small" className={styles.link ?? ""} data-testid="entitlement-from" onClick={() => { onOpen(change.from); }}>{t("billing.entitlement.openFrom")}</Button>
        </p>
        <p className="quiet">{[format.moment(at), ...aboutWords(t, change), ...agreedWords(t, change)].join(" \u00b7 ")}</p>
      </div>
      {!reversed && maySell && <Button size="small" data-testid="entitlement-undo" onClick={() => { onUndo(change); }}>{t("billing.change.undo.open")}</Button>}
    </section>
  );
}
