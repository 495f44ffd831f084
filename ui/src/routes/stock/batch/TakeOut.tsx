/** What leaves a batch without a treatment: thrown away, back to the supplier, used up by the house. */
import { Form, Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Batch, Leaving, Product } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useUndoToast } from "../../../components/undoToast";
import { type WitnessValues, witnessIn, witnessPaths } from "../../../components/witness";
import { quantity as inUnit } from "../../../components/decimals";
import { ActDialog } from "../ActDialog";
import { useStockFailure } from "../failures";
import { QuantityField, ReasonField, WithQuantity } from "../fields";
import { quantityWords, readAmount } from "../units";

interface Values {
  leaving: Leaving;
  quantity: string;
  reason: string;
}

interface TakeOutProps {
  batch: Batch;
  product: Product;
  leaving: Leaving;
  onClose: () => void;
}

export function TakeOut({ batch, product, leaving, onClose }: TakeOutProps) {
  const { t } = useTranslation();
  const toast = useUndoToast();
  const [form] = Form.useForm<Values & WitnessValues>();
  const failed = useStockFailure(form, () => product, "quantity");
  const takeOut = useWrite("stock.take_out", { form, fields: witnessPaths, onFailure: failed });
  const undo = useWrite("stock.reverse", { done: t("stock.undone") });
  // Toxin is used through its book, and what may not be used leaves as waste or goes back.
  const mayUse = !product.toxin && batch.status === "released" && batch.daysLeft >= 0;
  const ways: Leaving[] = mayUse ? ["wasted", "returned", "house"] : ["wasted", "returned"];

  const run = async ({ witness, ...values }: Values & WitnessValues) => {
    const out = readAmount(t, values.quantity, product) ?? 0;
    const done = await takeOut.run({ input: { batch: batch.id, quantity: out, leaving: values.leaving, reason: values.reason }, witness: witnessIn({ witness }) });
    if (!done) return false;
    const words = t("stock.takeOut.done", { what: t(`stock.leaving.${values.leaving}`), product: product.name, quantity: inUnit(out, product) });
    // Of toxin a second person has to stand by again: it is taken back from its line.
    toast(words, product.toxin ? undefined : () => void undo.run({ input: { id: done.output, reason: t("stock.undoReason") }, witness: null }));
    return true;
  };
  return (
    <ActDialog<Values>
      name="stock-out"
      about={batch.id}
      title={t("stock.takeOut.title", { product: product.name, lot: batch.lot })}
      what={t("stock.takeOut.there", { quantity: quantityWords(t, batch.onHand, product) })}
      form={form}
      initial={{ leaving, quantity: "", reason: "" }}
      witnessed={product.toxin}
      submit={<Chosen leaving={leaving}>{(chosen) => <WithQuantity product={product} words={(quantity) => t("stock.takeOut.do", { what: t(`stock.leaving.${chosen}`), quantity }).trim()} />}</Chosen>}
      danger={leaving === "wasted"}
      pending={takeOut.pending}
      run={run}
      onClose={onClose}
    >
      <Form.Item name="leaving" label={t("stock.takeOut.how")}>
        <Segmented<Leaving> options={ways.map((value) => ({ value, label: <span data-testid={`stock-out-${value}`}>{t(`stock.leaving.${value}`)}</span> }))} />
      </Form.Item>
      <QuantityField product={product} label={t("stock.takeOut.quantity")} most={batch.onHand} autoFocus testId="stock-out-quantity" />
      <Chosen leaving={leaving}>{(chosen) => <ReasonField label={t("stock.takeOut.reason")} offered={t(`stock.takeOut.reasons.${chosen}`, { returnObjects: true })} testId="stock-out-reason" />}</Chosen>
    </ActDialog>
  );
}

/** What is chosen by now; inside the form, which is mounted after its dialog. */
function Chosen({ leaving, children }: { leaving: Leaving; children: (chosen: Leaving) => ReactNode }) {
  return children((Form.useWatch("leaving") as Leaving | undefined) ?? leaving);
}
