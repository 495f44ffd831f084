/** A form of the catalogue in its drawer: kept while it is typed, saved by Enter or Ctrl+S, left by Esc without loss. */
import { Button, ConfigProvider, Form, type FormInstance, Switch, theme } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../../app/shortcuts";
import { DraftOffer } from "../../../components/DraftOffer";
import { Hotkey } from "../../../components/Hotkey";
import { useDraft } from "../../../components/useDraft";
import styles from "./catalogue.module.css";
import type { EditedItem } from "./items";

/** What an editor hears from the drawer that it stands in. */
export interface EditorProps {
  editable: boolean;
  /** What history puts back, as Rust has it. */
  putBack: PutBack | null;
  onTyped: () => void;
  onSaved: () => void;
}

export interface PutBack {
  fields: Record<string, unknown>;
  /** The moment of the change, in words. */
  when: string;
}

interface EditorFrameProps<Values> extends EditorProps {
  item: EditedItem;
  /** Null for a new one. */
  id: string | null;
  form: FormInstance<Values>;
  initial: Values;
  /** What is put back, as the form has it. */
  before: (fields: Record<string, unknown>) => Partial<Values>;
  /** What of the initial values stands beside a draft that is gone on with. */
  beside?: (draft: Values) => Values;
  saving: boolean;
  /** Resolves to whether it was saved; a failure has been shown. */
  save: (values: Values) => Promise<boolean>;
  children: ReactNode;
}

export function EditorFrame<Values extends { active: boolean }>(props: EditorFrameProps<Values>) {
  const { item, id, form, initial, before, beside, editable, putBack, saving, save, onTyped, onSaved, children } = props;
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const draft = useDraft<Values>(`catalogue.${item}.${id ?? "new"}`);
  // As it was on opening: what others change meanwhile does not move what is being typed.
  const [opened] = useState(initial);
  const typed = useRef(false);
  const take = () => {
    typed.current = true;
    draft.keep(form.getFieldsValue(true));
    onTyped();
  };
  const latest = useRef({ before, take });
  useEffect(() => {
    latest.current = { before, take };
  });
  useEffect(() => {
    if (!putBack) return;
    form.setFieldsValue(latest.current.before(putBack.fields));
    latest.current.take();
  }, [form, putBack]);
  useShortcut("Ctrl+S", t("common.save"), () => { form.submit(); }, { when: editable, inFields: true, inDialog: true });
  useShortcut("Ctrl+Enter", t("common.save"), () => { form.submit(); }, { when: editable, inFields: true, inDialog: true });

  const goOn = (kept: Values) => {
    const values = { ...opened, ...(beside ? beside(kept) : kept) };
    form.setFieldsValue(values);
    draft.settle();
    take();
    form.focusField("name");
  };
  const finish = async () => {
    // Fields that do not belong to its kind are not in the form, but in its values.
    if (!(await save(form.getFieldsValue(true) as Values))) return;
    // Before the form is left: what is left with something typed is shared as a draft.
    void draft.drop();
    onSaved();
  };

  return (
    <>
      {putBack && <p role="status" className={styles.notice} data-testid="catalogue-put-back-notice">{t("catalogue.history.putBackDone", { when: putBack.when })}</p>}
      {editable && draft.offered && (
        <DraftOffer
          savedAt={draft.offered.savedAt}
          name="catalogue"
          autoFocus={false}
          onGoOn={() => { if (draft.offered) goOn(draft.offered.values); }}
          onDrop={() => {
            draft.settle();
            if (!typed.current) void draft.drop();
            form.focusField("name");
          }}
        />
      )}
      {/* What may only be read is read as easily. */}
      <ConfigProvider {...(editable ? {} : { theme: { token: { colorTextDisabled: token.colorText } } })}>
        <Form<Values>
          form={form}
          name={`catalogue-${item}`}
          layout="vertical"
          requiredMark={false}
          disabled={!editable}
          scrollToFirstError={{ focus: true, block: "center" }}
          initialValues={opened}
          className={styles.form ?? ""}
          onValuesChange={take}
          onFinish={finish}
        >
          {children}
          {id !== null && (
            <div className={styles.active}>
              <Form.Item name="active" valuePropName="checked" noStyle><Switch size="small" data-testid="catalogue-active" /></Form.Item>
              <label htmlFor={`catalogue-${item}_active`}>{t("catalogue.fields.active")}</label>
              <span className="quiet">{t("catalogue.hints.active")}</span>
            </div>
          )}
          {editable && (
            <div className={styles.foot}>
              <Button type="primary" htmlType="submit" loading={saving} data-testid={`${item}-save`}>{t("common.save")} <Hotkey keys="Ctrl+S" /></Button>
            </div>
          )}
        </Form>
      </ConfigProvider>
    </>
  );
}
