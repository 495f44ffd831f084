/** So much paid in gives so much on top. */
import { Button, Form, Input, Switch } from "antd";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { TopUpOffer } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { readPrice, writeDecimal } from "../../../components/decimals";
import { priceRule } from "../priceRule";
import settings from "../settings.module.css";
import styles from "./billing.module.css";

export interface TopUpValues {
  principal: string;
  gift: string;
  active: boolean;
}

export function topUpValues(offer: TopUpOffer | null): TopUpValues {
  if (!offer) return { principal: "", gift: "", active: true };
  return { principal: writeDecimal(offer.principal, 2), gift: writeDecimal(offer.gift, 2), active: offer.active };
}

interface TopUpFormProps {
  id: string | null;
  initial: TopUpValues;
  onDraft: (draft: TopUpValues) => void;
  onBack: () => void;
  onSaved: () => void;
}

export function TopUpForm({ id, initial, onDraft, onBack, onSaved }: TopUpFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<TopUpValues>();
  const set = useWrite("billing.set_top_up", { form, done: t("common.saved") });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // An input method at work takes Esc for itself.
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onBack();
  };
  const required = { required: true, whitespace: true, message: t("common.required") };
  return (
    <Form<TopUpValues>
      form={form}
      name="top-up"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      className={settings.editor ?? ""}
      onKeyDown={onKeyDown}
      onValuesChange={(_, values) => { onDraft({ ...initial, ...values }); }}
      onFinish={async (values) => {
        const { principal, gift, active } = { ...initial, ...values };
        if (await set.run({ id, principal: readPrice(principal) ?? 0, gift: readPrice(gift) ?? 0, active })) onSaved();
      }}
    >
      <div className={styles.pair}>
        <Form.Item name="principal" label={t("billing.settings.principal")} rules={[required, priceRule(t, 1)]}><Input autoFocus inputMode="decimal" maxLength={20} suffix={t("catalogue.yuan")} data-testid="top-up-principal" /></Form.Item>
        <Form.Item name="gift" label={t("billing.settings.gift")} rules={[required, priceRule(t)]}><Input inputMode="decimal" maxLength={20} suffix={t("catalogue.yuan")} data-testid="top-up-gift" /></Form.Item>
      </div>
      {id !== null && (
        <div className={styles.active}>
          <Form.Item name="active" valuePropName="checked" noStyle><Switch size="small" data-testid="top-up-active" /></Form.Item>
          <label htmlFor="top-up_active">{t("billing.settings.active")}</label>
        </div>
      )}
      <div className={settings.buttons}>
        <Button type="primary" htmlType="submit" loading={set.pending} data-testid="top-up-save">{t("common.save")}</Button>
        <Button data-testid="top-up-back" onClick={onBack}>{t("common.back")}</Button>
      </div>
    </Form>
  );
}
