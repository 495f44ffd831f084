/** Throws away what is left of a vial. */
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import type { Product, VialLine } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { writeDecimal } from "../../../components/decimals";
import { type WitnessValues, witnessIn, witnessPaths } from "../../../components/witness";
import { ActDialog } from "../ActDialog";
import { useStockFailure } from "../failures";
import { QuantityField, ReasonField, WithQuantity } from "../fields";
import { readAmount } from "../units";

interface Values {
  quantity: string;
  reason: string;
}

export function WasteVial({ vial, product, onClose }: { vial: VialLine; product: Product; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values & WitnessValues>();
  const failed = useStockFailure(form, () => product, "quantity");
  const waste = useWrite("vials.waste", { form, fields: witnessPaths, done: t("stock.vials.wasted"), onFailure: failed });
  const left = writeDecimal(vial.left, product.scale);
  return (
    <ActDialog<Values>
      name="vial-waste"
      // What was typed when more was left is not what is left now.
      about={`${vial.id} ${vial.left}`}
      title={t("stock.vials.wasteTitle", { product: product.name, lot: vial.lot })}
      form={form}
      initial={{ quantity: left, reason: "" }}
      witnessed
      submit={<WithQuantity product={product} words={(quantity) => (quantity === "" ? t("stock.vials.act.waste") : t("stock.vials.wasteDo", { quantity }))} />}
      danger
      pending={waste.pending}
      run={async ({ quantity, reason, witness }) => (await waste.run({ input: { vial: vial.id, quantity: readAmount(t, quantity, product) ?? 0, reason }, witness: witnessIn({ witness }) })) !== undefined}
      onClose={onClose}
    >
      <QuantityField product={product} label={t("stock.vials.wasteQuantity")} most={vial.left} testId="vial-waste-quantity" />
      <ReasonField label={t("stock.vials.wasteReason")} offered={t("stock.vials.wasteReasons", { returnObjects: true })} autoFocus testId="vial-waste-reason" />
    </ActDialog>
  );
}
