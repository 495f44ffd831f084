/** Points as money: how many pay a yuan, and how much of a sale. */
import { Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { PlainSwitch } from "./PlainSwitch";
import { countRule } from "./fieldRules";
import styles from "./points.module.css";
import { givenMost } from "./ruleValues";

export function MoneyFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const pays = (Form.useWatch("paysAsMoney", form) as boolean | undefined) ?? false;
  const field = (name: "pointsPerYuan" | "least" | "mostPercent", least: number, most: number, unit: string, testId: string) => (
    <Form.Item name={name} label={t(`pointsRules.field.${name}`)} rules={pays ? [countRule(t, least, most)] : []}>
      <InputNumber<number> min={0} precision={0} suffix={unit} style={{ width: "100%" }} data-testid={testId} />
    </Form.Item>
  );
  const points = t("pointsRules.field.pointsUnit");
  return (
    <section className={styles.part} aria-label={t("pointsRules.field.money")}>
      <h2 className={styles.small}>{t("pointsRules.field.money")}</h2>
      <PlainSwitch name="paysAsMoney" label={t("pointsRules.field.pays")} testId="points-pays" />
      <div className={styles.fields} hidden={!pays}>
        {field("pointsPerYuan", 1, givenMost, points, "points-per-yuan")}
        {field("least", 0, givenMost, points, "points-least")}
        {field("mostPercent", 1, 100, "%", "points-most-percent")}
      </div>
    </section>
  );
}
