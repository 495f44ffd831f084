/** A version's lines, alternative by alternative; of the one agreed to, each line can be begun. */
import { Button } from "antd";
import { Check, Syringe } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Plan, PlanLine, PlanVersion, VisitCard } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useMay } from "../../app/session";
import { money } from "../../components/format";
import { useStart } from "../treatments/useStart";
import { SpecialtyMark } from "./SpecialtyMark";
import { totalOf } from "./draft";
import styles from "./plans.module.css";
import { alternativeWords, priceWords, unpricedWords } from "./words";

interface VersionLinesProps {
  plan: Plan;
  version: PlanVersion;
  /** Of the latest version only. */
  actions: boolean;
  card: VisitCard | null;
  onClose: () => void;
}

export function VersionLines({ plan, version, actions, card, onClose }: VersionLinesProps) {
  const { t } = useTranslation();
  const may = useMay();
  const agree = useWrite("plans.agree");
  const start = useStart();
  const alternatives = [...new Set(version.lines.map(({ alternative }) => alternative))].toSorted((one, other) => one - other);
  const mayAgree = actions && may("draft_plans") && (plan.state === "approved" || plan.state === "agreed");
  const mayStart = actions && may("write_treatments") && plan.state === "agreed";
  const begin = (line: PlanLine) => {
    void start.run({ client: plan.client, visit: card?.id ?? null, procedure: line.procedure, planLine: line.id }).then((begun) => { if (begun) onClose(); });
  };
  return alternatives.map((alternative) => {
    const lines = version.lines.filter((line) => line.alternative === alternative);
    const total = totalOf(lines);
    const agreed = version.agreed === alternative;
    const word = alternativeWords(t, alternative);
    return (
      <section key={alternative} className={styles.alternative} data-agreed={agreed ? "" : undefined} aria-label={word} data-testid={`plan-alternative-${alternative}`}>
        <div className={styles.alternativeHead}>
          {alternatives.length > 1 && <h3>{word}</h3>}
          {agreed && <span className={styles.agreed} data-testid="plan-agreed"><Check aria-hidden size={14} strokeWidth={2} /> {t("plans.agreedTo", { alternative: word })}</span>}
        </div>
        <ul className={styles.shownLines}>
          {lines.map((line) => (
            <li key={line.id} className={styles.shownLine} data-testid="plan-shown-line">
              <span className={styles.lineName}>
                <span><b>{line.name}</b> <SpecialtyMark specialty={line.specialty} /></span>
                {line.standardName !== line.name && <span className="quiet">{line.standardName}</span>}
                {line.note !== "" && <span>{line.note}</span>}
              </span>
              <span>{t("plans.times", { sessions: line.sessions })}</span>
              <span className={`figure ${line.price === null ? "quiet" : ""}`}>{priceWords(t, line.price)}</span>
              {mayStart && agreed && (
                <Button size="small" icon={<Syringe aria-hidden size={14} strokeWidth={1.5} />} loading={start.pending} data-testid="treatment-start" onClick={() => { begin(line); }}>{t("plans.startTreatment")}</Button>
              )}
            </li>
          ))}
        </ul>
        <div className={styles.alternativeFoot}>
          {mayAgree && !agreed && (
            <Button type={version.agreed === null && alternative === 0 ? "primary" : "default"} loading={agree.pending} data-testid="plan-agree" onClick={() => void agree.run({ version: version.id, alternative })}>
              {alternatives.length > 1 ? t("plans.agree", { alternative: word }) : t("plans.agreeNow")}
            </Button>
          )}
          <span className={styles.total}>
            <span className="quiet">{unpricedWords(t, total)}</span> {t("plans.total")} <b>{money(total.sum)}</b>
          </span>
        </div>
      </section>
    );
  });
}
