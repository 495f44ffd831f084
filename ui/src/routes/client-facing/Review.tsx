/** All answers once more, each to be changed, before they are handed over. */
import { useTranslation } from "react-i18next";
import type { TriageForm } from "../../api/generated";
import styles from "./client.module.css";
import { type Question, answerWords } from "./questions";

interface ReviewProps {
  form: TriageForm;
  questions: readonly Question[];
  sending: boolean;
  refused: string;
  onChange: (index: number) => void;
  onSend: () => void;
}

export function Review({ form, questions, sending, refused, onChange, onSend }: ReviewProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.middle} data-testid="triage-review">
      <h1 className={styles.question}>{t("triage.review")}</h1>
      <dl className={styles.review}>
        {questions.map((question, index) => (
          <div key={question}>
            <dt className="quiet">{t(`triage.label.${question}`)}</dt>
            <dd>{answerWords(t, form, question) || <span className="quiet">{t("triage.notAnswered")}</span>}</dd>
            <dd><button type="button" className={styles.change} data-testid={`triage-change-${question}`} aria-label={`${t("triage.change")}: ${t(`triage.label.${question}`)}`} onClick={() => { onChange(index); }}>{t("triage.change")}</button></dd>
          </div>
        ))}
      </dl>
      {refused !== "" && <p role="alert" className="danger">{refused}</p>}
      <div className={styles.buttons}>
        <button type="button" className={styles.secondary} data-testid="triage-back" onClick={() => { onChange(questions.length - 1); }}>{t("triage.back")}</button>
        <button type="button" className={styles.primary} autoFocus disabled={sending} data-testid="triage-finish" onClick={onSend}>{t("triage.finish")}</button>
      </div>
    </div>
  );
}
