/** What a tier's discount holds for. */
import { Checkbox, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ProcedureId } from "../../../api/generated";
import { useDirectory } from "../../../components/directory";
import { type TierScope, scopes } from "./ruleValues";
import styles from "./tiers.module.css";

export function DiscountFields({ place }: { place: number }) {
  const { t } = useTranslation();
  const { procedures } = useDirectory();
  const form = Form.useFormInstance();
  const scope = (Form.useWatch(["tiers", place, "scope"], form) as TierScope | undefined) ?? "all";
  const chosen = (Form.useWatch(["tiers", place, "procedures"], { form, preserve: true }) as ProcedureId[] | undefined) ?? [];
  const offered = procedures.filter(({ id, active }) => active || chosen.includes(id)).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Form.Item name={[place, "scope"]} label={t("tierRules.editor.scope")}>
        <Select<TierScope> options={scopes.map((value) => ({ value, label: t(`tierRules.editor.scopes.${value}`) }))} data-testid={`tier-scope-${place}`} />
      </Form.Item>
      <div role="group" aria-label={t("tierRules.editor.also")} className={styles.also}>
        <span>{t("tierRules.editor.also")}</span>
        <span className={styles.checks}>
          <Form.Item name={[place, "cards"]} valuePropName="checked" noStyle><Checkbox data-testid={`tier-cards-${place}`}>{t("tierRules.editor.cards")}</Checkbox></Form.Item>
          <Form.Item name={[place, "products"]} valuePropName="checked" noStyle><Checkbox data-testid={`tier-products-${place}`}>{t("tierRules.editor.products")}</Checkbox></Form.Item>
        </span>
      </div>
      {scope === "chosen" && (
        <Form.Item name={[place, "procedures"]} label={t("tierRules.editor.procedures")} className={styles.wide ?? ""}>
          <Select<ProcedureId[]> mode="multiple" options={offered} placeholder={t("tierRules.editor.chooseProcedures")} showSearch={{ optionFilterProp: "label" }} data-testid={`tier-procedures-${place}`} />
        </Form.Item>
      )}
    </>
  );
}
