/** What is recommended and its alternatives, each a list of lines with its total. */
import { Button, Select } from "antd";
import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Procedure } from "../../api/generated";
import { money } from "../../components/format";
import { LineRow } from "./LineRow";
import { type DraftLine, type PlanDraft, mostAlternatives, pricesOf, problemOf, totalOf, withLine, withoutAlternative } from "./draft";
import styles from "./plans.module.css";
import { alternativeWords, unpricedWords } from "./words";

interface AlternativesProps {
  values: PlanDraft;
  shown: number;
  /** Somebody wanted to submit: what is missing is said. */
  asked: boolean;
  refused: ReadonlyMap<number, string>;
  procedures: readonly Procedure[];
  onShow: (alternative: number) => void;
  onChange: (values: PlanDraft) => void;
}

export function Alternatives({ values, shown, asked, refused, procedures, onShow, onChange }: AlternativesProps) {
  const { t } = useTranslation();
  const tabs = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const lines = values.lines.filter(({ alternative }) => alternative === shown);
  const total = totalOf(pricesOf(lines));
  const put = (line: DraftLine) => { onChange({ ...values, lines: values.lines.map((other) => (other.key === line.key ? line : other)) }); };
  const problem = (line: DraftLine): string => {
    const wrong = problemOf(line);
    if (wrong === null) return refused.get(line.key) ?? "";
    if (wrong === "sessions") return asked ? t("plans.sessionsForm") : "";
    return t(wrong === "price" ? "plans.priceForm" : "plans.priceMost");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (shown + step + values.alternatives) % values.alternatives;
    onShow(at);
    tabs.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
  };
  return (
    <div className={styles.alternatives}>
      <div className={styles.tabLine}>
        <div ref={tabs} role="tablist" tabIndex={-1} aria-label={t("plans.alternatives")} className={styles.tabs} onKeyDown={onKeyDown}>
          {Array.from({ length: values.alternatives }, (_, alternative) => {
            const { sum } = totalOf(pricesOf(values.lines.filter((line) => line.alternative === alternative)));
            return (
              <button key={alternative} type="button" role="tab" aria-selected={alternative === shown} tabIndex={alternative === shown ? 0 : -1} className={styles.tab} data-testid={`plan-tab-${alternative}`} onClick={() => { onShow(alternative); }}>
                {alternativeWords(t, alternative)} <span className="quiet">{sum > 0 ? money(sum) : ""}</span>
              </button>
            );
          })}
        </div>
        {values.alternatives <= mostAlternatives && (
          <Button
            type="text" size="small" icon={<Plus aria-hidden size={14} strokeWidth={1.5} />} data-testid="plan-add-alternative"
            onClick={() => { onShow(values.alternatives); onChange({ ...values, alternatives: values.alternatives + 1 }); }}
          >
            {t("plans.addAlternative")}
          </Button>
        )}
        {shown > 0 && (
          <Button
            type="text" size="small" icon={<X aria-hidden size={14} strokeWidth={1.5} />} data-testid="plan-remove-alternative"
            onClick={() => { onShow(shown - 1); onChange(withoutAlternative(values, shown)); }}
          >
            {t("plans.line.remove", { name: alternativeWords(t, shown) })}
          </Button>
        )}
      </div>
      <Select<string | null>
        key={shown}
        autoFocus
        value={null}
        placeholder={t("plans.procedureHint")}
        aria-label={t("plans.addProcedure")}
        data-testid="plan-add-procedure"
        notFoundContent={<span className="quiet">{t("plans.nothingFound")}</span>}
        showSearch={{ optionFilterProp: "words", searchValue: query, onSearch: setQuery }}
        options={procedures.filter(({ active }) => active).map(({ id, name, standardName, specialty, listPrice }) => ({ value: id, label: name, words: `${name} ${standardName}`, note: [standardName === name ? "" : standardName, t(`common.specialty.${specialty}`), listPrice === null ? t("plans.unpriced") : money(listPrice)].filter(Boolean).join(" · ") }))}
        optionRender={({ data }) => <span>{data.label} <span className="quiet">{data.note}</span></span>}
        onChange={(id) => {
          const procedure = procedures.find((other) => other.id === id);
          setQuery("");
          if (procedure) onChange(withLine(values, shown, procedure));
        }}
      />
      {lines.length === 0 && <p className="quiet">{t("plans.noLines")} {t("plans.noLinesHint")}</p>}
      <ul className={styles.lines}>
        {lines.map((line) => (
          <LineRow
            key={line.key}
            line={line}
            procedure={procedures.find(({ id }) => id === line.procedure)}
            problem={problem(line)}
            onChange={put}
            onRemove={() => { onChange({ ...values, lines: values.lines.filter(({ key }) => key !== line.key) }); }}
          />
        ))}
      </ul>
      {lines.length > 0 && (
        <p className={styles.total} data-testid="plan-total">
          <span className="quiet">{unpricedWords(t, total)}</span> {t("plans.total")} <b>{money(total.sum)}</b>
        </p>
      )}
    </div>
  );
}
