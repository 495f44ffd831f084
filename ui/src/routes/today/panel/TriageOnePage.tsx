/** The triage form on one page, for a staff member who asks and writes. */
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TriageForm, VisitCard } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";
import { ErrorState, LoadingRows } from "../../../components/States";
import { useUndoToast } from "../../../components/undoToast";
import { type Question, type TextQuestion, answerWords, asLastTime, isChoice, keloids, mayBeNone, pregnancies, questionsFor } from "../../client-facing/questions";
import { useTriageDraft } from "../../client-facing/useTriageDraft";
import { Pills } from "./Pills";
import styles from "./panel.module.css";

export function TriageOnePage({ card, onDone }: { card: VisitCard; onDone: () => void }) {
  const { t } = useTranslation();
  const say = useUndoToast();
  const showFailure = useShowFailure();
  const draft = useTriageDraft(card.id, "staff");
  const [pending, setPending] = useState(false);
  const { form, triage } = draft;
  if (draft.error !== null) return <ErrorState reason={draft.error} retry={draft.retry} />;
  if (!form) return <LoadingRows rows={4} />;
  const save = async () => {
    setPending(true);
    try {
      await draft.fill();
      say(t("triage.saved"));
      onDone();
    } catch (reason) {
      showFailure(reason);
      setPending(false);
    }
  };
  return (
    <div className={styles.section} data-testid="triage-form">
      {draft.fromDraft && <p className="quiet">{t("triage.draftKept")}</p>}
      {questionsFor(card.client.sex).map((question, index) => (
        <div key={question} className={styles.field}>
          <span id={`triage-${question}`}>{t(`triage.label.${question}`)}</span>
          <Answer question={question} form={form} first={index === 0} onChange={draft.change} />
          {triage?.previous && asLastTime.includes(question) && <LastTime question={question} previous={triage.previous} form={form} onChange={draft.change} />}
        </div>
      ))}
      <div className={styles.row}>
        <Button type="primary" loading={pending} data-testid="triage-save" onClick={() => void save()}>{t("triage.save")}</Button>
        <Button type="text" onClick={onDone}>{t("common.close")}</Button>
      </div>
    </div>
  );
}

interface AnswerProps {
  question: Question;
  form: TriageForm;
  onChange: (change: Partial<TriageForm>) => void;
}

function Answer({ question, form, first, onChange }: AnswerProps & { first: boolean }) {
  const { t } = useTranslation();
  if (question === "pregnancy") {
    return <Pills labelledBy="triage-pregnancy" testId="triage-field-pregnancy" value={form.pregnancy} options={[...pregnancies, "not_asked" as const].map((value) => ({ value, label: t(`triage.pregnancy.${value}`) }))} onChange={(pregnancy) => { onChange({ pregnancy }); }} />;
  }
  if (question === "keloid") {
    return <Pills labelledBy="triage-keloid" testId="triage-field-keloid" value={form.keloid} options={[...keloids, "not_asked" as const].map((value) => ({ value, label: t(`triage.keloid.${value}`) }))} onChange={(keloid) => { onChange({ keloid }); }} />;
  }
  return <TextAnswer question={question} form={form} first={first} onChange={onChange} />;
}

function TextAnswer({ question, form, first, onChange }: { question: TextQuestion; form: TriageForm; first: boolean; onChange: AnswerProps["onChange"] }) {
  const { t } = useTranslation();
  const none = t("triage.none");
  return (
    <div style={{ display: "flex", gap: 8, alignItems: "start" }}>
      <Input.TextArea
        autoFocus={first}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={1000}
        value={form[question]}
        aria-labelledby={`triage-${question}`}
        data-testid={`triage-field-${question}`}
        onChange={(event) => { onChange({ [question]: event.target.value }); }}
      />
      {mayBeNone(question) && <Button data-testid={`triage-none-${question}`} onClick={() => { onChange({ [question]: none }); }}>{none}</Button>}
    </div>
  );
}

function LastTime({ question, previous, form, onChange }: AnswerProps & { previous: TriageForm }) {
  const { t } = useTranslation();
  const last = answerWords(t, previous, question);
  const same = isChoice(question) ? form[question] === previous[question] : form[question].trim() === last;
  if (last === "" || same) return null;
  return (
    <Button type="link" size="small" style={{ justifySelf: "start", paddingInline: 0, height: "auto", whiteSpace: "normal", textAlign: "left" }} data-testid={`triage-last-${question}`} onClick={() => { onChange({ [question]: previous[question] }); }}>
      {t("triage.asLastTime", { answer: last })}
    </Button>
  );
}
