/** A course card's fields, in a drawer: kept while they are typed, saved by Enter or Ctrl+S, left by Esc without loss. */
import { App, Button, Form, Input, InputNumber, Switch } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CourseCard } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useShortcut } from "../../../app/shortcuts";
import { DraftOffer } from "../../../components/DraftOffer";
import { Hotkey } from "../../../components/Hotkey";
import { Drawer } from "../../../components/dialogs";
import { money } from "../../../components/format";
import { useDraft } from "../../../components/useDraft";
import { priceRule } from "../priceRule";
import { CardItems } from "./CardItems";
import styles from "./billing.module.css";
import { type CardValues, cardInput, cardValues, daysMost, itemsProblem } from "./cardValues";

interface CardDrawerProps {
  /** Null for a new one. */
  card: CourseCard | null;
  onClose: () => void;
}

export function CardDrawer({ card, onClose }: CardDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const typed = useRef(false);
  const close = () => {
    if (typed.current) message.info(t("common.draft.kept"));
    onClose();
  };
  return (
    <Drawer open size={560} title={card?.name ?? t("billing.settings.addCard")} destroyOnHidden data-testid="card-drawer" onClose={close}>
      <CardForm card={card} onTyped={() => { typed.current = true; }} onSaved={onClose} />
    </Drawer>
  );
}

function CardForm({ card, onTyped, onSaved }: { card: CourseCard | null; onTyped: () => void; onSaved: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CardValues>();
  const id = card?.id ?? null;
  const draft = useDraft<CardValues>(`billing.card.${id ?? "new"}`);
  const typed = useRef(false);
  const set = useWrite("billing.set_card", { form, done: t("common.saved") });
  useShortcut("Ctrl+S", t("common.save"), () => { form.submit(); }, { inFields: true, inDialog: true });
  const take = () => {
    typed.current = true;
    draft.keep(form.getFieldsValue(true));
    onTyped();
  };
  const required = { required: true, whitespace: true, message: t("common.required") };
  return (
    <>
      {draft.offered && (
        <DraftOffer
          savedAt={draft.offered.savedAt}
          name="card"
          autoFocus={false}
          onGoOn={() => {
            if (draft.offered) form.setFieldsValue(draft.offered.values);
            draft.settle();
            take();
            form.focusField("name");
          }}
          onDrop={() => {
            draft.settle();
            if (!typed.current) void draft.drop();
            form.focusField("name");
          }}
        />
      )}
      <Form<CardValues>
        form={form}
        name="course-card"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: "nearest" }}
        initialValues={cardValues(card)}
        onValuesChange={take}
        onFinish={async () => {
          if (!(await set.run(cardInput(id, form.getFieldsValue(true) as CardValues)))) return;
          // Before the form is left: what is left with something typed is shared as a draft.
          void draft.drop();
          onSaved();
        }}
      >
        <Form.Item name="name" label={t("billing.settings.cardName")} rules={[required]}><Input autoFocus={id === null} maxLength={60} placeholder={t("billing.settings.cardNameHint")} data-testid="card-name" /></Form.Item>
        <div className={styles.pair}>
          <Form.Item name="price" label={t("billing.settings.cardPrice")} rules={[required, priceRule(t, 1)]} extra={card !== null && card.listPrice > 0 && t("billing.settings.listPrice", { amount: money(card.listPrice) })}>
            <Input inputMode="decimal" maxLength={20} suffix={t("catalogue.yuan")} data-testid="card-price" />
          </Form.Item>
          <Form.Item name="validDays" label={t("billing.settings.validDays")} extra={t("billing.settings.validDaysHint")}>
            <InputNumber min={1} max={daysMost} precision={0} suffix={t("settings.days")} placeholder={t("billing.noEnd")} style={{ width: "100%" }} data-testid="card-days" />
          </Form.Item>
        </div>
        <Form.Item
          name="items"
          label={t("billing.settings.items")}
          rules={[{ validator: (_, items: CardValues["items"]) => { const problem = itemsProblem(t, items); return problem === null ? Promise.resolve() : Promise.reject(new Error(problem)); } }]}
        >
          <CardItems />
        </Form.Item>
        {id !== null && (
          <div className={styles.active}>
            <Form.Item name="active" valuePropName="checked" noStyle><Switch size="small" data-testid="card-active" /></Form.Item>
            <label htmlFor="course-card_active">{t("billing.settings.active")}</label>
            <span className="quiet">{t("billing.settings.cardActiveHint")}</span>
          </div>
        )}
        <Button type="primary" htmlType="submit" loading={set.pending} data-testid="card-save">{t("common.save")} <Hotkey keys="Ctrl+S" /></Button>
      </Form>
    </>
  );
}
