/** One tier, as it is typed: what it is called, asks for and gives. */
import { Button, Form, Input, Select } from "antd";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { TierWindow } from "../../../api/generated";
import { percentOf } from "../../checkout/new/discount";
import { amountRule } from "../openings/rules";
import { DiscountFields } from "./DiscountFields";
import { timesRule } from "../points/fieldRules";
import { once } from "../points/ruleValues";
import { rateRule } from "./rules";
import { amountMost, full, readRate, windows } from "./ruleValues";
import styles from "./tiers.module.css";

interface TierBlockProps {
  /** From 0, the lowest. */
  place: number;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const icon = { "aria-hidden": true, size: 16, strokeWidth: 1.5 } as const;

export function TierBlock({ place, last, onMove, onRemove }: TierBlockProps) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const rate = (Form.useWatch(["tiers", place, "rate"], form) as string | undefined) ?? "";
  const discounted = (readRate(rate) ?? full) < full;
  const number = place + 1;
  const act = (at: "up" | "down" | "remove", Icon: typeof X, disabled: boolean, run: () => void) => {
    const label = t(`tierRules.editor.${at}`, { number });
    return <Button type="text" size="small" disabled={disabled} icon={<Icon {...icon} />} aria-label={label} title={label} data-testid={`tier-${at}-${place}`} onClick={run} />;
  };
  const optionalTimes = { validator: (rule: unknown, typed: string) => (typed.trim() === "" ? Promise.resolve() : timesRule(t, once).validator(rule, typed)) };
  const required = { required: true, whitespace: true, message: t("common.required") };
  return (
    <div role="group" aria-label={t("tierRules.editor.tier", { number })} className={styles.block} data-testid={`tier-block-${place}`}>
      <div className={styles.blockHead}>
        <b>{t("tierRules.editor.tier", { number })}</b>
        {place === 0 && <span className="quiet">{t("tierRules.editor.lowest")}</span>}
        <span className={styles.spring} />
        {act("up", ArrowUp, place === 0, () => { onMove(-1); })}
        {act("down", ArrowDown, last, () => { onMove(1); })}
        {act("remove", X, false, onRemove)}
      </div>
      <div className={styles.fields}>
        <Form.Item name={[place, "name"]} label={t("tierRules.editor.name")} rules={[required]}>
          <Input maxLength={60} placeholder={t("tierRules.editor.nameHint")} data-testid={`tier-name-${place}`} />
        </Form.Item>
        <Form.Item name={[place, "amount"]} label={t("tierRules.editor.amount")} rules={[required, amountRule(t, amountMost)]} {...(place === 0 ? { extra: t("tierRules.editor.amountLowest") } : {})}>
          <Input inputMode="decimal" maxLength={20} suffix={t("catalogue.yuan")} data-testid={`tier-amount-${place}`} />
        </Form.Item>
        <Form.Item name={[place, "window"]} label={t("tierRules.editor.window")}>
          <Select<TierWindow> options={windows.map((value) => ({ value, label: t(`tierRules.editor.windows.${value}`) }))} data-testid={`tier-window-${place}`} />
        </Form.Item>
        <Form.Item name={[place, "rate"]} label={t("tierRules.editor.rate")} rules={[rateRule(t)]}>
          <Input inputMode="decimal" maxLength={10} placeholder={t("tierRules.editor.rateHint")} suffix={<span className="quiet">{[t("tierRules.editor.rateUnit"), discounted ? t("checkout.new.discount.means", { percent: percentOf(readRate(rate) ?? full) }) : ""].filter(Boolean).join(" \u00b7 ")}</span>} data-testid={`tier-rate-${place}`} />
        </Form.Item>
        {discounted && <DiscountFields place={place} />}
        <Form.Item name={[place, "times"]} label={t("tierRules.editor.times")} rules={[optionalTimes]}>
          <Input inputMode="decimal" maxLength={8} prefix="×" placeholder={t("tierRules.editor.timesHint")} data-testid={`tier-times-${place}`} />
        </Form.Item>
        <Form.Item name={[place, "benefits"]} label={t("tierRules.editor.benefits")} className={styles.wide ?? ""}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={4_000} placeholder={t("tierRules.editor.benefitsHint")} data-testid={`tier-benefits-${place}`} />
        </Form.Item>
      </div>
    </div>
  );
}
