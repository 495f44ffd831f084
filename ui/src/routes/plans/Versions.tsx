/** The versions of a plan, the latest first, each with what it changed; a click shows one. */
import { useTranslation } from "react-i18next";
import type { Plan, PlanVersionId } from "../../api/generated";
import { useFormat } from "../../components/format";
import { differencesOf } from "./differences";
import styles from "./plans.module.css";
import { differenceWords } from "./words";

export function Versions({ plan, shown, onShow }: { plan: Plan; shown: PlanVersionId; onShow: (version: PlanVersionId) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <aside className={styles.versions} aria-label={t("plans.versions")} data-testid="plan-versions">
      <h3 className={styles.heading}>{t("plans.versions")}</h3>
      <ol className={styles.versionList}>
        {plan.versions.map((version, index) => {
          const before = plan.versions[index + 1];
          const differences = before ? differencesOf(before, version) : [];
          return (
            <li key={version.id}>
              <button type="button" className={styles.version} aria-pressed={version.id === shown} data-testid="plan-version" onClick={() => { onShow(version.id); }}>
                <span><b>{t("plans.version", { number: plan.versions.length - index })}</b> {index === 0 && plan.versions.length > 1 && <span className="quiet">{t("plans.latest")}</span>}</span>
                <span className="quiet">{[version.by ?? t("plans.someone"), format.moment(version.at)].join(" · ")}</span>
                {before ? (
                  differences.length === 0 ? <span>{t("plans.same")}</span> : differences.map((difference, line) => <span key={line} data-testid="plan-difference">{differenceWords(t, difference)}</span>)
                ) : <span>{t("plans.first")}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
