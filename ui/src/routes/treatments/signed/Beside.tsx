/** What stands beside the text: what the doctor went on in spite of, and the amendments in the order of time. */
import { useTranslation } from "react-i18next";
import type { Amendment, FieldChange, SignedTreatment } from "../../../api/generated";
import { useFormat } from "../../../components/format";
import { type Section, sections } from "../record/body";
import { obstacleWords } from "../signing/obstacles";
import styles from "./signed.module.css";

export function Beside({ signed: { overrides, amendments } }: { signed: SignedTreatment }) {
  const { t } = useTranslation();
  return (
    <>
      {overrides.length > 0 && (
        <section className={styles.aside} data-tone="caution" data-testid="signed-overrides">
          <h2>{t("signing.record.overrides")}</h2>
          {overrides.map(({ code, detail, reason, seen }) => (
            <div key={`${code} ${detail}`} data-testid="signed-override">
              <b>{obstacleWords(t, code, detail)}</b>
              <p>{t("signing.record.because", { reason })}</p>
              <p className={styles.small}>{t(seen ? "signing.record.overrideSeen" : "signing.record.overrideUnseen")}</p>
            </div>
          ))}
        </section>
      )}
      {amendments.length > 0 && (
        <section className={styles.aside} data-testid="signed-amendments">
          <h2>{t("signing.record.amendments")}</h2>
          {amendments.map((amendment, index) => <Amended key={index} amendment={amendment} />)}
        </section>
      )}
    </>
  );
}

function Amended({ amendment: { at, by, reason, changes } }: { amendment: Amendment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div data-testid="signed-amendment">
      <b>{t("signing.record.amendedBy", { name: by ?? "", when: format.moment(at) })}</b>
      <p>{t("signing.record.because", { reason })}</p>
      <dl className={styles.changes}>{changes.map((change) => <Change key={change.field} change={change} />)}</dl>
    </div>
  );
}

const isSection = (field: string): field is Section => (sections as readonly string[]).includes(field);

function Change({ change: { field, before, after } }: { change: FieldChange }) {
  const { t } = useTranslation();
  const words = (value: unknown) => (typeof value === "string" && value !== "" ? value : t("signing.record.empty"));
  return (
    <>
      <dt>{isSection(field) ? t(`treatments.sections.${field}`) : field}</dt>
      <dd><del className="quiet">{words(before)}</del> <span aria-label={t("signing.record.to")} role="img">{"\u2192"}</span> <ins>{words(after)}</ins></dd>
    </>
  );
}
