/** Holding a batch back, and freeing it again: said in what happens to those who would choose it. */
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import type { Batch, Product } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { ActDialog } from "../ActDialog";
import { ReasonField } from "../fields";

export type Holding = "quarantine" | "recall" | "release";

interface Values {
  reason: string;
}

interface HoldReleaseProps {
  batch: Batch;
  product: Product;
  holding: Holding;
  onClose: () => void;
}

export function HoldRelease({ batch, product, holding, onClose }: HoldReleaseProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const done = t(`stock.hold.${holding}.done`, { lot: batch.lot });
  const hold = useWrite("stock.hold", { form, done });
  const release = useWrite("stock.release", { form, done });
  const run = async ({ reason }: Values) => {
    const answer = holding === "release" ? await release.run({ batch: batch.id, reason }) : await hold.run({ batch: batch.id, recalled: holding === "recall", reason });
    return answer !== undefined;
  };
  return (
    <ActDialog<Values>
      name={`stock-${holding}`}
      about={batch.id}
      title={t(`stock.hold.${holding}.title`)}
      what={t(`stock.hold.${holding}.what`, { product: product.name, lot: batch.lot })}
      form={form}
      initial={{ reason: "" }}
      witnessed={false}
      submit={t(`stock.hold.${holding}.do`)}
      danger={holding !== "release"}
      pending={hold.pending || release.pending}
      run={run}
      onClose={onClose}
    >
      <ReasonField label={t("stock.hold.reason")} offered={t(`stock.hold.${holding}.reasons`, { returnObjects: true })} autoFocus testId={`stock-${holding}-reason`} />
    </ActDialog>
  );
}
