/** The empty vial is given back, and its line in the book is at zero. */
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import type { Product, VialLine } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { type WitnessValues, witnessIn, witnessPaths } from "../../../components/witness";
import { ActDialog } from "../ActDialog";

export function GiveBack({ vial, product, onClose }: { vial: VialLine; product: Product; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<WitnessValues>();
  const giveBack = useWrite("vials.give_back", { form, fields: witnessPaths, done: t("stock.vials.returned") });
  return (
    <ActDialog<object>
      name="vial-return"
      about={vial.id}
      title={t("stock.vials.returnTitle", { product: product.name, lot: vial.lot })}
      what={t("stock.vials.returnWhat")}
      form={form}
      initial={{}}
      witnessed
      submit={t("stock.vials.act.return")}
      pending={giveBack.pending}
      run={async ({ witness }: WitnessValues) => (await giveBack.run({ input: { vial: vial.id }, witness: witnessIn({ witness }) })) !== undefined}
      onClose={onClose}
    >
      {null}
    </ActDialog>
  );
}
