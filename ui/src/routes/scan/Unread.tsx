/** A code that could not be read: which part is wrong, and the code as it was sent. */
import { useTranslation } from "react-i18next";
import { toFailure, wordsFor } from "../../api/failure";
import { Raw } from "./Reading";
import { wrongParts } from "./wrongParts";
import styles from "./scan.module.css";

export function Unread({ reason, raw }: { reason: unknown; raw: string }) {
  const { t } = useTranslation();
  const { message, remedy } = wordsFor(t, reason);
  const parts = wrongParts(t, toFailure(reason)?.params ?? {});
  return (
    <>
      <section className={styles.part} role="alert" data-testid="scan-failure">
        <p className="danger figure">{message}</p>
        <p>{remedy}</p>
        {parts.length > 0 && (
          <dl className={styles.facts}>
            {parts.map(({ name, words }) => (
              <div key={name} style={{ display: "contents" }}>
                <dt>{t(`scan.wrong.${name}`)}</dt>
                <dd className={styles.code} data-testid={`scan-wrong-${name}`}>{words}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      {raw !== "" && <Raw text={raw} />}
    </>
  );
}
