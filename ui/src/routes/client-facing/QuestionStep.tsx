/** One question of the triage form, in large type, with the usual answers to tap. */
import { Input } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TriageForm } from "../../api/generated";
import { useFormat } from "../../components/format";
import { BigChoice } from "./BigChoice";
import styles from "./client.module.css";
import { type ChoiceQuestion, type Question, type TextQuestion, answerWords, asLastTime, chipsOf, hasWord, isAnswered, isChoice, keloids, mayBeNone, pregnancies, toggleWord } from "./questions";

interface QuestionStepProps {
  question: Question;
  form: TriageForm;
  previous: TriageForm | null;
  previousAt: number | null;
  onChange: (change: Partial<TriageForm>) => void;
  onBack: () => void;
  onForward: () => void;
}

export function QuestionStep({ question, form, previous, previousAt, onChange, onBack, onForward }: QuestionStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = useRef<HTMLButtonElement>(null);
  const last = previous && asLastTime.includes(question) ? answerWords(t, previous, question) : "";
  const asBefore = last !== "" && answerWords(t, form, question) === last;
  return (
    <div className={styles.middle} data-testid={`triage-${question}`}>
      <h1 className={styles.question} id="triage-question">{t(`triage.question.${question}`)}</h1>
      {last !== "" && previous && (
        <button type="button" className={styles.last} aria-pressed={asBefore} data-testid="triage-as-last-time" onClick={() => { onChange({ [question]: previous[question] }); next.current?.focus(); }}>
          {t("triage.asLastTime", { answer: last })}
          {previousAt !== null && <span className="quiet">{format.dayOf(previousAt)}</span>}
        </button>
      )}
      {isChoice(question) ? (
        <Choices question={question} form={form} onChange={(change) => { onChange(change); next.current?.focus(); }} />
      ) : (
        <Text question={question} form={form} onChange={onChange} />
      )}
      <div className={styles.buttons}>
        <button type="button" className={styles.secondary} data-testid="triage-back" onClick={onBack}>{t("triage.back")}</button>
        <button ref={next} type="button" className={styles.primary} data-testid="triage-next" onClick={onForward}>{t(isAnswered(form, question) ? "triage.next" : "triage.skip")}</button>
      </div>
    </div>
  );
}

function Choices({ question, form, onChange }: { question: ChoiceQuestion; form: TriageForm; onChange: (change: Partial<TriageForm>) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.choices} role="radiogroup" aria-labelledby="triage-question">
      {question === "pregnancy"
        ? pregnancies.map((value, index) => (
            <BigChoice key={value} first={index === 0} chosen={form.pregnancy === value} testId={`triage-choice-${value}`} onChoose={() => { onChange({ pregnancy: value }); }}>{t(`triage.pregnancy.${value}`)}</BigChoice>
          ))
        : keloids.map((value, index) => (
            <BigChoice key={value} first={index === 0} chosen={form.keloid === value} testId={`triage-choice-${value}`} onChoose={() => { onChange({ keloid: value }); }}>{t(`triage.keloid.${value}`)}</BigChoice>
          ))}
    </div>
  );
}

function Text({ question, form, onChange }: { question: TextQuestion; form: TriageForm; onChange: (change: Partial<TriageForm>) => void }) {
  const { t } = useTranslation();
  const text = form[question];
  const none = t("triage.none");
  const set = (value: string) => { onChange({ [question]: value }); };
  return (
    <>
      <div className={styles.chips} role="group" aria-label={t("triage.chips")}>
        {mayBeNone(question) && (
          <button type="button" className={styles.chip} aria-pressed={text.trim() === none} data-testid="triage-none" onClick={() => { set(text.trim() === none ? "" : none); }}>{none}</button>
        )}
        {chipsOf(t, question).map((word) => (
          <button key={word} type="button" className={styles.chip} aria-pressed={hasWord(t, text, word)} data-testid="triage-chip" onClick={() => { set(toggleWord(t, text, word)); }}>{word}</button>
        ))}
      </div>
      <Input.TextArea
        autoFocus
        value={text}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={1000}
        placeholder={t("triage.write")}
        aria-labelledby="triage-question"
        data-testid="triage-text"
        className={styles.text ?? ""}
        onChange={(event) => { set(event.target.value); }}
      />
    </>
  );
}
