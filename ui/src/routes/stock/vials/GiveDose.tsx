/** Units out of a vial, given to a client: to whom, by which doctor, how many. */
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ClientRef, Product, StaffId, VialLine } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useSession } from "../../../app/session";
import { ClientPicker } from "../../../components/ClientPicker";
import { quantity as inUnit } from "../../../components/decimals";
import { choices, useDirectory } from "../../../components/directory";
import { type WitnessValues, witnessIn, witnessPaths } from "../../../components/witness";
import { ActDialog } from "../ActDialog";
import { useStockFailure } from "../failures";
import { QuantityField, WithQuantity } from "../fields";
import { readAmount } from "../units";

interface Values {
  client: ClientRef | null;
  doctor: StaffId | null;
  quantity: string;
}

export function GiveDose({ vial, product, onClose }: { vial: VialLine; product: Product; onClose: () => void }) {
  const { t } = useTranslation();
  const { me } = useSession();
  const { doctors } = useDirectory();
  const [form] = Form.useForm<Values & WitnessValues>();
  const failed = useStockFailure(form, () => product, "quantity");
  // What the vial refuses, it refuses of the client.
  const give = useWrite("vials.give", { form, fields: { ...witnessPaths, vial: "client" }, onFailure: failed, done: t("stock.vials.given") });
  const required = [{ required: true, message: t("common.required") }];
  return (
    <ActDialog<Values>
      name="vial-give"
      about={vial.id}
      title={t("stock.vials.giveTitle", { product: product.name, lot: vial.lot })}
      what={t("stock.vials.leftInIt", { quantity: inUnit(vial.left, product) })}
      form={form}
      initial={{ client: null, doctor: me.roles.includes("doctor") ? me.staffId : null, quantity: "" }}
      witnessed
      submit={<WithQuantity product={product} words={(quantity) => (quantity === "" ? t("stock.vials.act.give") : t("stock.vials.giveDo", { quantity }))} />}
      pending={give.pending}
      run={async ({ client, doctor, quantity, witness }) =>
        (await give.run({ input: { vial: vial.id, client: client?.id ?? "", doctor: doctor ?? "", quantity: readAmount(t, quantity, product) ?? 0 }, witness: witnessIn({ witness }) })) !== undefined
      }
      onClose={onClose}
    >
      <Form.Item name="client" label={t("stock.vials.client")} rules={required}><ClientPicker autoFocus testId="vial-give-client" /></Form.Item>
      <Form.Item name="doctor" label={t("stock.vials.doctor")} rules={required}>
        <Select placeholder={t("stock.vials.chooseDoctor")} options={choices(doctors, null)} showSearch={{ optionFilterProp: "label" }} data-testid="vial-give-doctor" />
      </Form.Item>
      <QuantityField product={product} label={t("stock.vials.giveQuantity")} most={vial.left} testId="vial-give-quantity" />
    </ActDialog>
  );
}
