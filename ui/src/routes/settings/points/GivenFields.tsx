/** Points that are given beside what is bought, and how long all of them last. */
import { Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { countRule } from "./fieldRules";
import styles from "./points.module.css";
import { givenMost, monthsMost } from "./ruleValues";

export function GivenFields() {
  const { t } = useTranslation();
  return (
    <section className={styles.part} aria-label={t("pointsRules.field.given")}>
      <h2 className={styles.small}>{t("pointsRules.field.given")}</h2>
      <div className={styles.fields}>
        {(["signIn", "referral"] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`pointsRules.field.${name}`)} extra={t(`pointsRules.field.${name}Hint`)} rules={[countRule(t, 0, givenMost)]}>
            <InputNumber<number> min={0} precision={0} suffix={t("pointsRules.field.pointsUnit")} style={{ width: "100%" }} data-testid={name === "signIn" ? "points-sign-in" : "points-referral"} />
          </Form.Item>
        ))}
        <Form.Item name="months" label={t("pointsRules.field.months")} extra={t("pointsRules.field.monthsHint")}>
          <InputNumber<number> min={1} max={monthsMost} precision={0} suffix={t("pointsRules.field.monthsUnit")} placeholder={t("billing.noEnd")} style={{ width: "100%" }} data-testid="points-months" />
        </Form.Item>
      </div>
    </section>
  );
}
