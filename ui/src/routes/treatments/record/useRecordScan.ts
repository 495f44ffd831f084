/** A pack scanned over a record is what the next point is made of, or it is said why it cannot be. */
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { BatchId, ScanResult } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";
import type { Burst } from "../../../app/scanner";
import { useScan } from "../../../app/scanner";
import { openScan } from "../../scan/asked";
import { packCodeIn } from "../../scan/codes";
import { memberCodeIn } from "../../clients/memberCode";
import type { Points, PointsAction } from "./map/points";
import { selectedUse } from "./map/points";
import { choiceOf, choicesOf, fillingFrom, fillingOf } from "./map/proposal";
import type { Stand } from "./useShelf";

/** Fewer keys were struck by a person. */
const shortest = 8;
const dialog = ".ant-modal-wrap:not([style*='display: none']), .ant-drawer-open";

export function useRecordScan(points: Points, dispatch: (action: PointsAction) => void, stand: Stand, when: boolean): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const showFailure = useShowFailure();

  const refuse = (words: string) => { message.warning({ content: words, key: "record-scan", duration: 6 }); };
  const whyNot = async (batch: BatchId, product: string): Promise<string> => {
    const found = (await call("stock.batches", { usedUp: true })).find(({ id }) => id === batch);
    const lot = found?.lot ?? "";
    if (found && found.status !== "released") return t("treatments.scan.held", { product, lot, reason: found.statusReason });
    if (found && found.daysLeft < 0) return t("treatments.scan.expired", { product, lot, date: found.expiresOn });
    return t("treatments.scan.notInStock", { product, lot });
  };
  const take = async ({ scanned, product, batch, packUsed }: ScanResult, text: string) => {
    if (product === null) {
      openScan(text);
      return;
    }
    const name = stand.productName(product);
    if (batch === null) {
      if (scanned.lot !== null) refuse(t("treatments.scan.noSuchLot", { product: name, lot: scanned.lot }));
      else if (choicesOf(stand, product).length === 0) refuse(t("treatments.scan.noneLeft", { product: name }));
      else {
        dispatch({ do: "fill", filling: fillingOf(product, stand, points.uses, points.habits[product]?.quantity ?? 1) });
        refuse(t("treatments.scan.noLot", { product: name }));
      }
      return;
    }
    const choice = choiceOf(stand, batch);
    if (!choice) {
      refuse(await whyNot(batch, name));
      return;
    }
    const vial = choice.vials.find(({ unitCode }) => unitCode !== null && unitCode === scanned.unitCode);
    // An opened vial was scanned before, when it was opened.
    if (packUsed && !vial) {
      refuse(t("treatments.scan.used"));
      return;
    }
    const proposed = fillingFrom(choice, product, points.uses, points.habits[product]?.quantity ?? 1);
    dispatch({ do: "fill", filling: { ...proposed, vial: vial?.id ?? proposed.vial, unit_code: scanned.unitCode ?? proposed.unit_code } });
    message.success({ content: t("treatments.scanned", { product: name, lot: choice.lot }), key: "record-scan" });
  };
  const read = async (text: string) => {
    try {
      await take(await call("scan.read", { text }), text);
    } catch (reason) {
      showFailure(reason);
    }
  };
  const wants = (burst: Burst): string | null => {
    const selected = selectedUse(points);
    // Whoever takes the code: its first digits went into the point that is selected.
    if (burst.scanned.trim().length >= shortest && selected) dispatch({ do: "untype", scale: stand.measure(selected.product).scale });
    if (document.querySelector(dialog) !== null || memberCodeIn(burst.typed) !== null) return null;
    return packCodeIn(burst);
  };
  useScan(wants, (text) => void read(text), { when });
}
