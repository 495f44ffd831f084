/** What counts as spending, when tiers are reviewed, and from when all of it holds. */
import { Form, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { TierReview } from "../../../api/generated";
import { DayInput } from "../../../components/DayInput";
import { countings, reviews, storedValues, warnMost } from "./ruleValues";
import styles from "./tiers.module.css";

export function BasisFields() {
  const { t } = useTranslation();
  const required = { required: true, message: t("common.required") };
  const option = <Value,>(value: Value, words: string, testId: string) => ({ value, label: <span data-testid={testId}>{words}</span> });
  return (
    <section className={styles.part} aria-label={t("tierRules.editor.basis")}>
      <h2 className={styles.small}>{t("tierRules.editor.basis")}</h2>
      <Form.Item name="counts" label={t("tierRules.editor.counts")}>
        <Radio.Group options={countings.map((value) => option(value, t(`tierRules.editor.countsOf.${value}`), `tiers-counts-${value}`))} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="storedValue" label={t("tierRules.editor.storedValue")}>
          <Radio.Group options={storedValues.map((value) => option(value, t(`tierRules.editor.storedValueOf.${value}`), `tiers-stored-value-${value}`))} />
        </Form.Item>
        <Form.Item name="products" label={t("tierRules.editor.productsCount")}>
          <Radio.Group options={[true, false].map((value) => option(value, t(`tierRules.editor.productsOf.${value ? "yes" : "no"}`), `tiers-products-${value ? "yes" : "no"}`))} />
        </Form.Item>
      </div>
      <div className={styles.fields}>
        <Form.Item name="review" label={t("tierRules.editor.review")} extra={t("tierRules.editor.reviewHint")}>
          <Select<TierReview> options={reviews.map((value) => ({ value, label: t(`tierRules.editor.reviews.${value}`) }))} data-testid="tiers-review" />
        </Form.Item>
        <Form.Item name="warnDays" label={t("tierRules.editor.warnDays")} rules={[required]}>
          <InputNumber<number> min={0} max={warnMost} precision={0} suffix={t("settings.days")} style={{ width: "100%" }} data-testid="tiers-warn-days" />
        </Form.Item>
        <Form.Item name="takesEffectOn" label={t("tierRules.editor.takesEffectOn")} rules={[required]}>
          <DayInput testId="tiers-day" />
        </Form.Item>
      </div>
    </section>
  );
}
