/** A file being typed: kept while it is typed, saved by Ctrl+S or Ctrl+Enter, left by Esc without loss. */
import { App, Button, Form, type FormInstance } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId } from "../../../api/generated";
import { useShortcut } from "../../../app/shortcuts";
import { DraftOffer } from "../../../components/DraftOffer";
import { Hotkey } from "../../../components/Hotkey";
import { Page } from "../../../components/Page";
import { useDraft } from "../../../components/useDraft";
import styles from "../clients.module.css";
import { useEscape } from "../escape";
import { ClientFields } from "./ClientFields";
import { PossibleDuplicates } from "./PossibleDuplicates";
import type { ClientValues } from "./values";

/** Where the form's fields for Rust's names are. */
export const fieldPaths = {
  phones: ["phones", 0, "number"],
  guardian: ["guardian", "phone"],
  emergency: ["emergency", "phone"],
};

interface ClientFormProps {
  title: string;
  saveWord: string;
  draft: string;
  form: FormInstance<ClientValues>;
  initial: ClientValues;
  saving: boolean;
  except?: ClientId;
  /** Where to go once it is saved; null when it was refused. */
  onSave: (values: ClientValues) => Promise<(() => void) | null>;
  onBack: () => void;
}

export function ClientForm({ title, saveWord, draft: draftName, form, initial, saving, except, onSave, onBack }: ClientFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const draft = useDraft<ClientValues>(draftName);
  const [values, setValues] = useState(initial);
  const touched = useRef(false);
  const fresh = values === initial && initial.name === "";

  const back = () => {
    if (touched.current) message.info(t("common.draft.kept"));
    onBack();
  };
  const save = () => { if (!saving) form.submit(); };
  useShortcut("Ctrl+S", saveWord, save, { inFields: true });
  useShortcut("Ctrl+Enter", saveWord, save, { inFields: true });
  useEscape(t("common.back"), back);

  const goOn = (kept: ClientValues) => {
    form.setFieldsValue({ ...initial, ...kept });
    setValues({ ...initial, ...kept });
    touched.current = true;
    draft.keep({ ...initial, ...kept });
    draft.settle();
    form.focusField("name");
  };

  return (
    <Page title={title}>
      <Form<ClientValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: "center" }}
        initialValues={initial}
        data-testid="client-form"
        onValuesChange={(_, all) => {
          touched.current = true;
          setValues(all);
          draft.keep(all);
        }}
        onFinish={async (all) => {
          const leave = await onSave(all);
          if (!leave) return;
          touched.current = false;
          // Before the form is left: what is left with something typed is shared as a draft.
          void draft.drop();
          leave();
        }}
      >
        <div className={styles.form}>
          <div>
            {draft.offered && (
              <DraftOffer
                savedAt={draft.offered.savedAt}
                name="client"
                autoFocus={fresh}
                onGoOn={() => { if (draft.offered) goOn(draft.offered.values); }}
                onDrop={() => {
                  draft.settle();
                  if (!touched.current) void draft.drop();
                  form.focusField("name");
                }}
              />
            )}
            <ClientFields {...(except === undefined ? {} : { except })} />
            <footer className={styles.foot}>
              {/* No submit button: Enter in a field of a long form saves nothing half done. */}
              <Button type="primary" loading={saving} data-testid="client-form-save" onClick={save}>{saveWord} <Hotkey keys="Ctrl+S" /></Button>
              <Button data-testid="client-form-back" onClick={back}>{t("common.back")} <Hotkey keys="Esc" /></Button>
            </footer>
          </div>
          <aside className={styles.aside}>
            <PossibleDuplicates values={values} {...(except === undefined ? {} : { except })} />
          </aside>
        </div>
      </Form>
    </Page>
  );
}
