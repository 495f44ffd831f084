/** A procedure's fields. A level is asked of surgery only. */
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Procedure, Product } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { priceRule } from "../priceRule";
import { EditorFrame, type EditorProps } from "./EditorFrame";
import { UsualProducts } from "./UsualProducts";
import { Group, Line, Own, Text, Whole } from "./fields";
import { specialties } from "./items";
import { usualProblem } from "./usualProblem";
import { type ProcedureValues, only, procedureInput, procedureValues } from "./values";

interface ProcedureEditorProps extends EditorProps {
  procedure: Procedure | null;
  products: readonly Product[];
}

export function ProcedureEditor({ procedure, products, ...frame }: ProcedureEditorProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ProcedureValues>();
  const set = useWrite("catalogue.set_procedure", { form, done: t("common.saved") });
  const id = procedure?.id ?? null;
  const specialty = Form.useWatch("specialty", form);
  const levels = t("catalogue.levels", { returnObjects: true });
  return (
    <EditorFrame<ProcedureValues>
      {...frame}
      item="procedure"
      id={id}
      form={form}
      initial={procedureValues(procedure, products)}
      before={(fields) => only(procedureValues({ ...procedure, ...fields } as Procedure, products), Object.keys(fields))}
      saving={set.pending}
      save={async (values) => (await set.run(procedureInput(id, values, products))) !== undefined}
    >
      <Group title={t("catalogue.groups.identity")}>
        <Line name="name" width="three" most={60} required autoFocus={id === null} hint="name" testId="procedure-name" />
        <Line name="standardName" width="three" most={60} required hint="standardName" testId="procedure-standard" />
        <Own name="specialty" width="three" rules={[{ required: true, message: t("common.required") }]}>
          <Select data-testid="procedure-specialty" options={specialties.map((value) => ({ value, label: t(`common.specialty.${value}`) }))} />
        </Own>
        {specialty === "surgery" && (
          <Own name="level" width="three">
            <Select allowClear data-testid="procedure-level" options={levels.map((label, index) => ({ value: index + 1, label }))} />
          </Own>
        )}
      </Group>
      <Group title={t("catalogue.groups.price")}>
        <Own name="listPrice" width="three" hint="listPrice" rules={[priceRule(t)]}>
          <Input inputMode="decimal" maxLength={20} suffix={t("catalogue.yuan")} placeholder={t("catalogue.noPrice")} data-testid="procedure-price" />
        </Own>
        <Whole name="returnIntervalDays" width="three" least={1} most={3650} hint="returnIntervalDays" testId="procedure-interval" />
        <Whole name="minutes" width="three" least={5} most={600} step={5} required testId="procedure-minutes" />
        <Whole name="numbingMinutes" width="three" least={0} most={180} step={5} required hint="numbingMinutes" testId="procedure-numbing" />
      </Group>
      <Group title={t("catalogue.groups.use")}>
        <Own
          name="usualProducts"
          width="six"
          rules={[{ validator: (_, typed: ProcedureValues["usualProducts"]) => { const problem = usualProblem(t, typed, products); return problem === null ? Promise.resolve() : Promise.reject(new Error(problem)); } }]}
        >
          <UsualProducts products={products} editable={frame.editable} />
        </Own>
        <Line name="consentTemplate" width="six" most={200} hint="consentTemplate" testId="procedure-consent" />
        <Text name="aftercare" width="six" hint="aftercare" testId="procedure-aftercare" />
      </Group>
    </EditorFrame>
  );
}
