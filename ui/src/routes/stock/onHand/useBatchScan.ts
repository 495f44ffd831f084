/** A pack scanned while the batches are on screen opens its batch, or says that there is none. */
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { BatchId } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";
import { useScan } from "../../../app/scanner";
import { openScan } from "../../scan/asked";
import type { Products } from "../products";
import { packScanned } from "../scanned";

interface BatchScan {
  products: Products;
  onBatch: (id: BatchId, lot: string) => void;
  /** No batch of its lot came in: what there is of its product. */
  onProduct: (name: string) => void;
}

export function useBatchScan({ products, onBatch, onProduct }: BatchScan): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  const read = async (text: string) => {
    try {
      const { scanned, product, batch } = await call("scan.read", { text });
      if (batch !== null) {
        onBatch(batch, scanned.lot ?? "");
        return;
      }
      if (product === null) {
        openScan(text);
        return;
      }
      const { name } = products.of(product);
      message.info({ content: scanned.lot === null ? t("stock.noLotScanned", { product: name }) : t("stock.noSuchBatch", { product: name, lot: scanned.lot }), duration: 6 });
      onProduct(name);
    } catch (reason) {
      showFailure(reason);
    }
  };
  useScan(packScanned, (text) => void read(text));
}
