/** The rules of points, edited in a drawer: kept while they are typed, saved by Enter or Ctrl+S, left by Esc without loss. */
import { App, Button, Form } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../../api/failure";
import type { CourseCard, PointsRules } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useShortcut } from "../../../app/shortcuts";
import { DraftOffer } from "../../../components/DraftOffer";
import { Hotkey } from "../../../components/Hotkey";
import { Drawer } from "../../../components/dialogs";
import { useDraft } from "../../../components/useDraft";
import { EarnFields } from "./EarnFields";
import { GivenFields } from "./GivenFields";
import { MoneyFields } from "./MoneyFields";
import styles from "./points.module.css";
import { type RuleValues, fields, ruleValues, rulesOf } from "./ruleValues";

interface RulesDrawerProps {
  rules: PointsRules;
  cards: readonly CourseCard[];
  onClose: () => void;
}

export function RulesDrawer({ rules, cards, onClose }: RulesDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const typed = useRef(false);
  const close = () => {
    if (typed.current) message.info(t("common.draft.kept"));
    onClose();
  };
  return (
    <Drawer open size={720} title={t("pointsRules.editTitle")} destroyOnHidden data-testid="points-rules-drawer" onClose={close}>
      <RulesForm rules={rules} cards={cards} onTyped={() => { typed.current = true; }} onSaved={onClose} />
    </Drawer>
  );
}

interface RulesFormProps {
  rules: PointsRules;
  cards: readonly CourseCard[];
  onTyped: () => void;
  onSaved: () => void;
}

function RulesForm({ rules, cards, onTyped, onSaved }: RulesFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RuleValues>();
  const draft = useDraft<RuleValues>("points.rules");
  const typed = useRef(false);
  // Drawn once: said twice, they are written once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const set = useWrite("points.set_rules", {
    form,
    fields,
    done: t("pointsRules.saved"),
    onFailure: (reason) => {
      // Other rules were written under it, by this form: those that stand here now are others.
      if (toFailure(reason)?.code === "changed_meanwhile") setId(crypto.randomUUID());
      return false;
    },
  });
  useShortcut("Ctrl+S", t("common.save"), () => { form.submit(); }, { inFields: true, inDialog: true });
  const take = () => {
    typed.current = true;
    draft.keep(form.getFieldsValue(true));
    onTyped();
  };
  return (
    <>
      {draft.offered && (
        <DraftOffer
          savedAt={draft.offered.savedAt}
          name="points"
          autoFocus={false}
          onGoOn={() => {
            if (draft.offered) form.setFieldsValue(draft.offered.values);
            draft.settle();
            take();
          }}
          onDrop={() => {
            draft.settle();
            if (!typed.current) void draft.drop();
          }}
        />
      )}
      <Form<RuleValues>
        form={form}
        name="points-rules"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: "nearest" }}
        initialValues={ruleValues(rules)}
        className={styles.form ?? ""}
        onValuesChange={take}
        onFinish={async () => {
          if (set.pending || !(await set.run({ id, rules: rulesOf(form.getFieldsValue(true) as RuleValues) }))) return;
          // Before the form is left: what is left with something typed is shared as a draft.
          void draft.drop();
          onSaved();
        }}
      >
        <EarnFields cards={cards} />
        <GivenFields />
        <MoneyFields />
        <p className="quiet">{t("pointsRules.fromNowOn")}</p>
        <Button type="primary" htmlType="submit" loading={set.pending} data-testid="points-rules-save">{t("common.save")} <Hotkey keys="Ctrl+S" /></Button>
      </Form>
    </>
  );
}
