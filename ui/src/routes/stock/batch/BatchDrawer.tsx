/** A batch and all that became of it: where every unit went, and what can be done with what is left. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BatchFile, BatchId, Leaving } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Drawer } from "../../../components/dialogs";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { BatchUses } from "../../traces/BatchUses";
import { Reverse, type Reversible } from "../Reverse";
import { useCareDays } from "../expiry";
import { useProducts } from "../products";
import styles from "../stock.module.css";
import { Expiry, ProductName, statusWords } from "../words";
import { Figures } from "./Figures";
import { HoldRelease, type Holding } from "./HoldRelease";
import { Movements } from "./Movements";
import { TakeOut } from "./TakeOut";
import { UnitCodes } from "./UnitCodes";

export function BatchDrawer({ id, onClose }: { id: BatchId | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={id !== null}
      size={1080}
      title={t("stock.batch.title")}
      destroyOnHidden
      data-testid="batch-drawer"
      onClose={onClose}
    >
      {id !== null && <Inside key={id} id={id} />}
    </Drawer>
  );
}

function Inside({ id }: { id: BatchId }) {
  const file = useRead("stock", "stock.batch", { id });
  return <Loaded read={file} rows={10}>{(data) => <File file={data} />}</Loaded>;
}

type Doing = { kind: "out"; leaving: Leaving } | { kind: "hold"; holding: Holding } | { kind: "reverse"; movement: Reversible };

function File({ file }: { file: BatchFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const care = useCareDays();
  const product = useProducts().of(file.batch.product);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { batch } = file;
  const keeps = may("keep_stock");
  const held = batch.status !== "released";
  const status = statusWords(t, batch);
  const done = () => { setDoing(null); };
  const leaving: Leaving[] = batch.onHand <= 0 || !keeps ? [] : product.toxin || held || batch.daysLeft < 0 ? ["wasted", "returned"] : ["wasted", "returned", "house"];
  const holding: Holding[] = [
    ...(may("hold_batches") && batch.status === "released" ? (["quarantine"] as const) : []),
    ...(may("hold_batches") && batch.status !== "recalled" ? (["recall"] as const) : []),
    ...(may("release_batches") && held ? (["release"] as const) : []),
  ];
  return (
    <div className={styles.file}>
      <div className={styles.fileHead}>
        <div>
          <p className={styles.fileName}><ProductName product={product} /></p>
          <p>
            {t("stock.lot")} <b className="figure" data-testid="batch-lot">{batch.lot}</b>
            <span className={styles.gap} />
            {t("stock.expiresOn")} <Expiry expiresOn={format.date(batch.expiresOn)} daysLeft={batch.daysLeft} care={care} />
            {batch.producedOn !== null && <><span className={styles.gap} /><span className="quiet">{t("stock.producedOn")} {batch.producedOn}</span></>}
          </p>
          <p className={status.tone} data-testid="batch-status">{status.words}</p>
        </div>
        <div className={styles.buttons}>
          {leaving.map((way) => <Button key={way} data-testid={`batch-${way}`} onClick={() => { setDoing({ kind: "out", leaving: way }); }}>{t(`stock.leaving.${way}`)}</Button>)}
          {holding.map((way) => <Button key={way} data-testid={`batch-${way}`} danger={way === "recall"} onClick={() => { setDoing({ kind: "hold", holding: way }); }}>{t(`stock.hold.${way}.open`)}</Button>)}
        </div>
      </div>
      <Figures file={file} product={product} />
      {file.unitCodes.length > 0 && <UnitCodes codes={file.unitCodes} />}
      {may("see_batch_clients") && <BatchUses batch={batch.id} product={product} />}
      <div className={styles.movements}>
        <Movements file={file} product={product} {...(keeps ? { onReverse: (movement: Reversible) => { setDoing({ kind: "reverse", movement }); } } : {})} />
      </div>
      {doing?.kind === "out" && <TakeOut batch={batch} product={product} leaving={doing.leaving} onClose={done} />}
      {doing?.kind === "hold" && <HoldRelease batch={batch} product={product} holding={doing.holding} onClose={done} />}
      {doing?.kind === "reverse" && <Reverse movement={doing.movement} product={product} onClose={done} />}
    </div>
  );
}
