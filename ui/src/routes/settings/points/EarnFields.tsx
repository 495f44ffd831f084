/** What is bought earns points: how many, on which days more, and what earns otherwise. */
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { CourseCard } from "../../../api/generated";
import { readPrice } from "../../../components/decimals";
import { money } from "../../../components/format";
import { ItemRules } from "./ItemRules";
import { PlainSwitch } from "./PlainSwitch";
import { timesRule } from "./fieldRules";
import styles from "./points.module.css";
import { type ItemValue, once, perPointMost, readTimes } from "./ruleValues";

const days = Array.from({ length: 31 }, (_, place) => ({ value: place + 1, label: String(place + 1) }));

export function EarnFields({ cards }: { cards: readonly CourseCard[] }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const earns = (Form.useWatch("earns", form) as boolean | undefined) ?? true;
  const times = (name: "memberDayTimes" | "birthdayTimes", label: string) => (
    <Form.Item name={name} label={label} rules={earns ? [timesRule(t, once)] : []}>
      <Input inputMode="decimal" maxLength={8} prefix="×" data-testid={`points-${name === "memberDayTimes" ? "member" : "birthday"}-times`} />
    </Form.Item>
  );
  const perPointRule = {
    validator: (_: unknown, typed: string) => {
      const fen = readPrice(typed);
      return fen !== null && fen >= 1 && fen <= perPointMost ? Promise.resolve() : Promise.reject(new Error(t("pointsRules.wrong.perPoint", { most: money(perPointMost) })));
    },
  };
  const itemsRule = {
    validator: (_: unknown, items: readonly ItemValue[]) => {
      if (items.some(({ item }) => item === null)) return Promise.reject(new Error(t("pointsRules.wrong.item")));
      return items.every(({ times: typed }) => readTimes(typed, 0) !== null) ? Promise.resolve() : Promise.reject(new Error(t("pointsRules.wrong.times", { least: "0" })));
    },
  };
  return (
    <section className={styles.part} aria-label={t("pointsRules.view.earning")}>
      <h2 className={styles.small}>{t("pointsRules.view.earning")}</h2>
      <PlainSwitch name="earns" label={t("pointsRules.field.earns")} testId="points-earns" />
      <div className={styles.shown} hidden={!earns}>
        <div className={styles.fields}>
          <Form.Item name="perPoint" label={t("pointsRules.field.perPoint")} rules={earns ? [perPointRule] : []}>
            <Input inputMode="decimal" maxLength={12} suffix={t("catalogue.yuan")} data-testid="points-per-point" />
          </Form.Item>
          <Form.Item name="memberDays" label={t("pointsRules.field.memberDays")} extra={t("pointsRules.field.memberDaysHint")}>
            <Select<number[]> mode="multiple" options={days} placeholder={t("pointsRules.field.noMemberDays")} data-testid="points-member-days" />
          </Form.Item>
          {times("memberDayTimes", t("pointsRules.field.memberDayTimes"))}
          {times("birthdayTimes", t("pointsRules.field.birthdayTimes"))}
        </div>
        <Form.Item name="items" label={t("pointsRules.field.items")} extra={t("pointsRules.field.itemsHint")} rules={earns ? [itemsRule] : []}>
          <ItemRules cards={cards} />
        </Form.Item>
      </div>
    </section>
  );
}
