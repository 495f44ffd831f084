/** A product's fields, as its pack says. A class is asked of devices only, the vial book of drugs. */
import { Form, type FormInstance, Input, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import type { Product } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { priceRule } from "../priceRule";
import { CodesInput } from "./CodesInput";
import { EditorFrame, type EditorProps } from "./EditorFrame";
import { Group, Line, Own, Text } from "./fields";
import { productKinds } from "./items";
import { quantityProblem } from "./usualProblem";
import { type ProductValues, only, productInput, productValues } from "./values";
import { scaleWords } from "./words";

const scales = [0, 1, 2, 3] as const;

interface ProductEditorProps extends EditorProps {
  product: Product | null;
  products: readonly Product[];
  /** What a scan found that no product has. */
  code: string | null;
}

export function ProductEditor({ product, products, code, ...frame }: ProductEditorProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ProductValues>();
  const set = useWrite("catalogue.set_product", { form, done: t("common.saved") });
  const id = product?.id ?? null;
  const kind = Form.useWatch("kind", form);
  const toxin = Form.useWatch("toxin", { form, preserve: true });
  return (
    <EditorFrame<ProductValues>
      {...frame}
      item="product"
      id={id}
      form={form}
      initial={productValues(product, code)}
      before={(fields) => only(productValues({ ...product, ...fields } as Product, null), Object.keys(fields))}
      // What was just scanned is not lost to what was typed before.
      beside={(draft) => (code === null || draft.codes.includes(code) ? draft : { ...draft, codes: [...draft.codes, code] })}
      saving={set.pending}
      save={async (values) => (await set.run(productInput(id, values))) !== undefined}
    >
      <Group title={t("catalogue.groups.identity")}>
        <Line name="name" width="three" most={60} required autoFocus={id === null} hint="name" testId="product-name" />
        <Line name="genericName" width="three" most={60} testId="product-generic" />
        <Own name="kind" width="two" rules={[{ required: true, message: t("common.required") }]}>
          <Select data-testid="product-kind" options={productKinds.map((value) => ({ value, label: t(`catalogue.kind.${value}`) }))} />
        </Own>
        {kind === "device" && (
          <Own name="deviceClass" width="two">
            <Select allowClear data-testid="product-class" options={t("catalogue.classes", { returnObjects: true }).map((label, index) => ({ value: index + 1, label }))} />
          </Own>
        )}
        <Line name="specification" width="two" most={60} testId="product-specification" />
        {kind === "drug" && (
          <Own name="toxin" width="six" valuePropName="checked" hint="toxin"><Switch size="small" data-testid="product-toxin" /></Own>
        )}
      </Group>
      <Group title={t("catalogue.groups.papers")}>
        <Own name="codes" width="six" hint="codes"><CodesInput products={products} own={id} onProblem={(problem) => { form.setFields([{ name: "codes", errors: problem === null ? [] : [problem] }]); }} /></Own>
        <Line name="registrationNumber" width="three" most={200} hint="registrationNumber" testId="product-registration" />
        <Line name="manufacturer" width="three" most={200} testId="product-manufacturer" />
      </Group>
      <Dose form={form} />
      {(kind !== "drug" || !toxin) && (
        <Group title={t("catalogue.groups.retail")}>
          <Own name="retailPrice" width="three" hint="retailPrice" rules={[priceRule(t)]}>
            <Input inputMode="decimal" maxLength={20} suffix={t("catalogue.yuan")} placeholder={t("catalogue.notSold")} data-testid="product-price" />
          </Own>
        </Group>
      )}
      <Group title={t("catalogue.groups.safety")}>
        <Line name="ingredients" width="six" most={200} hint="ingredients" testId="product-ingredients" />
        <Text name="contraindications" width="six" testId="product-contraindications" />
        <Line name="storage" width="six" most={200} testId="product-storage" />
      </Group>
    </EditorFrame>
  );
}

/** What it is counted in, and how much of that a pack holds. */
function Dose({ form }: { form: FormInstance<ProductValues> }) {
  const { t } = useTranslation();
  const unit = (Form.useWatch("unit", form) as string | undefined) ?? "";
  return (
    <Group title={t("catalogue.groups.dose")}>
      <Line name="unit" width="two" most={10} required hint="unit" testId="product-unit" />
      <Own name="scale" width="two">
        <Select data-testid="product-scale" options={scales.map((value) => ({ value, label: scaleWords(t, value, unit) }))} />
      </Own>
      <Own
        name="packQuantity"
        width="two"
        hint="packQuantity"
        dependencies={["scale"]}
        rules={[{ validator: (_, typed: string) => { const problem = quantityProblem(t, typed, form.getFieldValue("scale") as number); return problem === null ? Promise.resolve() : Promise.reject(new Error(problem)); } }]}
      >
        <Input inputMode="decimal" maxLength={16} suffix={<span className="quiet">{unit}</span>} data-testid="product-pack" />
      </Own>
    </Group>
  );
}
