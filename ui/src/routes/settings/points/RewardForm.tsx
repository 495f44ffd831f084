/** What is had, and for how many points. */
import { Button, Form, InputNumber, Select, Switch } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reward, RewardKind } from "../../../api/generated";
import { useRead, useWrite } from "../../../api/hooks";
import billing from "../billing/billing.module.css";
import settings from "../settings.module.css";
import { countRule } from "./fieldRules";
import { givenMost } from "./ruleValues";

export interface RewardValues {
  /** "procedure:…" or "product:…"; null while it is chosen. */
  item: string | null;
  points: number | null;
  active: boolean;
}

export function rewardValues(reward: Reward | null): RewardValues {
  if (!reward) return { item: null, points: null, active: true };
  return { item: `${reward.kind}:${reward.item}`, points: reward.points, active: reward.active };
}

interface RewardFormProps {
  /** Null for a new one. */
  reward: Reward | null;
  /** What is offered already. */
  taken: readonly Reward[];
  initial: RewardValues;
  onDraft: (draft: RewardValues) => void;
  onBack: () => void;
  onSaved: () => void;
}

export function RewardForm({ reward, taken, initial, onDraft, onBack, onSaved }: RewardFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RewardValues>();
  // Drawn once: said twice, it is offered once.
  const [id] = useState(() => reward?.id ?? crypto.randomUUID());
  const catalogue = useRead("catalogue", "catalogue.all", {});
  const set = useWrite("points.set_reward", { form, done: t("common.saved") });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // An input method at work takes Esc for itself.
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onBack();
  };
  const options = (kind: RewardKind, all: readonly { id: string; name: string; active: boolean }[]) =>
    all
      .filter((thing) => thing.id === reward?.item || (thing.active && !taken.some((other) => other.kind === kind && other.item === thing.id)))
      .map((thing) => ({ value: `${kind}:${thing.id}`, label: thing.name }));
  // What is used up in treatments is nothing to take home.
  const groups = [
    { label: t("pointsRules.group.products"), options: options("product", (catalogue.data?.products ?? []).filter(({ kind, retailPrice, toxin }) => !toxin && (retailPrice !== null || kind === "cosmetic"))) },
    { label: t("pointsRules.group.procedures"), options: options("procedure", catalogue.data?.procedures ?? []) },
  ];
  return (
    <Form<RewardValues>
      form={form}
      name="reward"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      className={settings.editor ?? ""}
      onKeyDown={onKeyDown}
      onValuesChange={(_, values) => { onDraft({ ...initial, ...values }); }}
      onFinish={async (values) => {
        const { item, points, active } = { ...initial, ...values };
        const [kind = "", of = ""] = (item ?? "").split(":");
        if (await set.run({ id, kind: kind as RewardKind, item: of, points: points ?? 0, active })) onSaved();
      }}
    >
      <div className={billing.pair}>
        <Form.Item name="item" label={t("pointsRules.shop.item")} rules={[{ required: true, message: t("pointsRules.shop.chooseItem") }]} extra={t("pointsRules.shop.itemHint")}>
          <Select<string> autoFocus={reward === null} disabled={reward !== null} options={groups} placeholder={t("pointsRules.shop.chooseItem")} showSearch={{ optionFilterProp: "label" }} data-testid="reward-item" />
        </Form.Item>
        <Form.Item name="points" label={t("pointsRules.shop.points")} rules={[countRule(t, 1, givenMost)]}>
          <InputNumber<number> min={0} precision={0} suffix={t("pointsRules.field.pointsUnit")} style={{ width: "100%" }} data-testid="reward-points" />
        </Form.Item>
      </div>
      {reward !== null && (
        <div className={billing.active}>
          <Form.Item name="active" valuePropName="checked" noStyle><Switch size="small" data-testid="reward-active" /></Form.Item>
          <label htmlFor="reward_active">{t("pointsRules.shop.active")}</label>
        </div>
      )}
      <div className={settings.buttons}>
        <Button type="primary" htmlType="submit" loading={set.pending} data-testid="reward-save">{t("common.save")}</Button>
        <Button data-testid="reward-back" onClick={onBack}>{t("common.back")}</Button>
      </div>
    </Form>
  );
}
