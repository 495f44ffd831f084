/** Takes a movement back: the book keeps both, and says why. */
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import type { MovementId, Product, Quantity } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useFormat } from "../../components/format";
import { type WitnessValues, witnessIn, witnessPaths } from "../../components/witness";
import { ActDialog } from "./ActDialog";
import { useStockFailure } from "./failures";
import { ReasonField } from "./fields";
import { signedWords } from "./units";

export interface Reversible {
  id: MovementId;
  /** What it was, in a word. */
  word: string;
  lot: string;
  quantity: Quantity;
  /** When it was; null where that is of no account. */
  at: number | null;
}

interface Values {
  reason: string;
}

export function Reverse({ movement, product, onClose }: { movement: Reversible; product: Product; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [form] = Form.useForm<Values & WitnessValues>();
  const failed = useStockFailure(form, () => product, "reason", "stock.reverse.usedAlready");
  const reverse = useWrite("stock.reverse", { form, fields: witnessPaths, done: t("stock.reverse.done"), onFailure: failed });
  const { id, word, lot, quantity, at } = movement;
  const when = at === null ? "" : format.moment(at);
  return (
    <ActDialog<Values>
      name="stock-reverse"
      about={id}
      title={t("stock.reverse.title", { word })}
      what={t("stock.reverse.what", { word: [when, word].filter(Boolean).join(" "), product: product.name, lot, quantity: signedWords(quantity, product), back: signedWords(-quantity, product) })}
      form={form}
      initial={{ reason: "" }}
      witnessed={product.toxin}
      submit={t("stock.reverse.do", { quantity: signedWords(-quantity, product) })}
      danger
      pending={reverse.pending}
      run={async ({ reason, witness }) => (await reverse.run({ input: { id, reason }, witness: witnessIn({ witness }) })) !== undefined}
      onClose={onClose}
    >
      <ReasonField label={t("stock.reverse.reason")} hint={t("stock.reverse.reasonHint")} autoFocus testId="stock-reverse-reason" />
    </ActDialog>
  );
}
