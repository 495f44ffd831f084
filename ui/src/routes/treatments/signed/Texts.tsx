/** What the record says in words: as it was signed, and below it what an amendment says instead. */
import { useTranslation } from "react-i18next";
import type { EntitlementId, SignedTreatment } from "../../../api/generated";
import { boughtWords, useAllEntitlements } from "../../billing/entitlements";
import { type Section, same } from "../record/body";
import { sectionLines } from "../record/words";
import { namesOf } from "./names";
import styles from "./signed.module.css";

const shown: readonly Section[] = ["indication", "anaesthesia", "course", "reactions", "advice", "nextOn", "funding"];

export function Texts({ signed: { text, amended } }: { signed: SignedTreatment }) {
  const { t } = useTranslation();
  const bought = useAllEntitlements(text.client.id, text.body.funding.entitlement !== null).data ?? [];
  const names = { ...namesOf(text), entitlement: (id: EntitlementId | null) => boughtWords(t, bought, id) };
  return shown.map((section) => {
    const changed = !same(text.body[section], amended[section]);
    return (
      <section key={section} className={styles.part} data-testid={`signed-${section}`}>
        <h2>{t(`treatments.sections.${section}`)} {changed && <span className="quiet">{t("signing.record.asSigned")}</span>}</h2>
        <Lines lines={sectionLines(t, section, text.body, names)} old={changed} />
        {changed && (
          <div className={styles.instead} data-testid={`signed-${section}-now`}>
            <h3>{t("signing.record.now")}</h3>
            <Lines lines={sectionLines(t, section, amended, names)} old={false} />
          </div>
        )}
      </section>
    );
  });
}

function Lines({ lines, old }: { lines: readonly string[]; old: boolean }) {
  return <div className={old ? "quiet" : ""}>{lines.map((line, index) => <p key={index}>{line}</p>)}</div>;
}
