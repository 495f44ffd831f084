/** The form of the rules, kept while it is typed, and behind it what they would change. */
import { Button, Form, type GetRef } from "antd";
import { type Dispatch, type SetStateAction, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TierRules, TierScheme } from "../../../api/generated";
import { useShortcut } from "../../../app/shortcuts";
import { DraftOffer } from "../../../components/DraftOffer";
import { Hotkey } from "../../../components/Hotkey";
import { useDraft } from "../../../components/useDraft";
import { stayOnEnter } from "../openings/enter";
import { BasisFields } from "./BasisFields";
import { Preview } from "./Preview";
import { TierFields } from "./TierFields";
import { type RuleValues, ruleValues } from "./ruleValues";
import styles from "./tiers.module.css";
import { type Looked, useWriting } from "./useWriting";

interface EditorProps {
  rules: TierRules;
  takesEffectOn: string;
  planned: TierScheme | null;
  looked: Looked | null;
  onLook: Dispatch<SetStateAction<Looked | null>>;
  onTyped: () => void;
  onSaved: () => void;
}

const settleMs = 500;

export function Editor({ rules, takesEffectOn, planned, looked, onLook, onTyped, onSaved }: EditorProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RuleValues>();
  const draft = useDraft<RuleValues>("tiers.rules");
  const typed = useRef(false);
  const button = useRef<GetRef<typeof Button>>(null);
  const writing = useWriting(form, onLook);
  const looking = looked !== null;
  // What is looked at must be seen: a second press of the hand that asked for it writes nothing.
  const seenAt = useRef(0);
  const preview = looked?.preview ?? null;
  useEffect(() => { if (preview !== null) seenAt.current = performance.now(); }, [preview]);
  const save = async () => {
    if (!looked?.preview || !(await writing.write(looked.asked))) return;
    // Before the form is left: what is left with something typed is shared as a draft.
    void draft.drop();
    onSaved();
  };
  useShortcut("Ctrl+S", t(looking ? "common.save" : "tierRules.editor.look"), (event) => {
    // Held down, it must not go through what is looked at first.
    if (event.repeat) return;
    if (!looking) form.submit();
    else if (performance.now() - seenAt.current >= settleMs) void save();
  }, { inFields: true, inDialog: true });
  // Back from the changes, the caret is where it went to them, unless something refused has it.
  useEffect(() => {
    const went = button.current;
    if (!looking) return undefined;
    return () => { window.setTimeout(() => { if (document.activeElement === document.body) went?.focus(); }, 0); };
  }, [looking]);
  const take = () => {
    typed.current = true;
    draft.keep(form.getFieldsValue(true));
    onTyped();
  };
  return (
    <>
      <div className={styles.step} hidden={looking}>
        <Form<RuleValues>
          form={form}
          name="tier-rules"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true, block: "nearest" }}
          initialValues={ruleValues(rules, takesEffectOn)}
          className={styles.form ?? ""}
          onValuesChange={take}
          onFinish={() => void writing.look(form.getFieldsValue(true) as RuleValues)}
        >
          <div className={`${styles.body ?? ""} scrolls`} role="presentation" onKeyDown={stayOnEnter}>
            {draft.offered && (
              <DraftOffer
                savedAt={draft.offered.savedAt}
                name="tiers"
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
            <TierFields />
            <BasisFields />
          </div>
          <div className={styles.foot}>
            <Button ref={button} type="primary" htmlType="submit" data-testid="tiers-look">{t("tierRules.editor.look")} <Hotkey keys="Ctrl+S" /></Button>
          </div>
        </Form>
      </div>
      {looked && <Preview {...looked} planned={planned} saving={writing.pending} onBack={() => { onLook(null); }} onSave={() => void save()} />}
    </>
  );
}
