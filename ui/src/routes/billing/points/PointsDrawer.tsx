/** A client's points: what is still there and until when, then everything that came and went, the latest first. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, Points, PointsLine } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { Drawer } from "../../../components/dialogs";
import { grouped, useFormat } from "../../../components/format";
import { AdjustPoints } from "./AdjustPoints";
import { Lines } from "./Lines";
import { UndoPoints } from "./UndoPoints";
import styles from "./points.module.css";
import { endsWords, lotWords } from "./words";

export function PointsDrawer({ client, onClose }: { client: ClientId; onClose: () => void }) {
  const { t } = useTranslation();
  const maySell = useMay()("sell");
  const read = useRead("money", "points.of_client", { client });
  const [adjusting, setAdjusting] = useState(false);
  const [undoing, setUndoing] = useState<PointsLine | null>(null);
  return (
    <Drawer
      open
      size={1160}
      title={t("billing.points.drawerTitle")}
      destroyOnHidden
      data-testid="points-drawer"
      onClose={onClose}
      {...(maySell && read.data ? { footer: <Button data-testid="points-adjust" onClick={() => { setAdjusting(true); }}>{t("billing.points.adjust.open")}</Button> } : {})}
    >
      <Loaded read={read} rows={8}>
        {(points) => (
          <div className={styles.drawer}>
            <There points={points} />
            <div className={styles.table}><Lines lines={points.lines} {...(maySell ? { onUndo: setUndoing } : {})} /></div>
          </div>
        )}
      </Loaded>
      {adjusting && read.data && <AdjustPoints client={client} balance={read.data.balance} onClose={() => { setAdjusting(false); }} />}
      {undoing && <UndoPoints line={undoing} onClose={() => { setUndoing(null); }} />}
    </Drawer>
  );
}

function There({ points: { balance, lots } }: { points: Points }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.there} aria-label={t("billing.points.lots")}>
      <p>{t("billing.points.balance")} <b className={`figure ${balance < 0 ? "danger" : ""}`}>{t("billing.points.unit", { points: grouped(balance) })}</b></p>
      {balance < 0 && <p className="danger">{t("billing.points.overdrawn")}</p>}
      {lots.length > 0 && (
        <ul className={`${styles.lots ?? ""} scrolls`}>
          {lots.map((lot) => (
            <li key={lot.id} data-testid="points-lot">
              <b>{lotWords(t, lot)}</b> <span>{endsWords(t, lot.expiresOn)}</span> <span className="quiet">{t("billing.points.lot.since", { day: format.dayOf(lot.at) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
