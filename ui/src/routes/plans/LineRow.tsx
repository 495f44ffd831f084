import { Button, Input, InputNumber } from "antd";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Procedure } from "../../api/generated";
import { money } from "../../components/format";
import { SpecialtyMark } from "./SpecialtyMark";
import { type DraftLine, mostSessions, withSessions } from "./draft";
import styles from "./plans.module.css";

interface LineRowProps {
  line: DraftLine;
  procedure: Procedure | undefined;
  /** "" where nothing is wrong. */
  problem: string;
  onChange: (line: DraftLine) => void;
  onRemove: () => void;
}

export function LineRow({ line, procedure, problem, onChange, onRemove }: LineRowProps) {
  const { t } = useTranslation();
  const name = procedure?.name ?? "";
  const listPrice = procedure?.listPrice ?? null;
  const of = (field: string) => `${name} ${field}`;
  return (
    <li className={styles.line} data-testid="plan-line">
      <div className={styles.lineName}>
        <span><b>{name}</b> {procedure && <SpecialtyMark specialty={procedure.specialty} />}</span>
        <span className="quiet">{[procedure && procedure.standardName !== name ? procedure.standardName : "", listPrice === null ? "" : t("plans.single", { price: money(listPrice) })].filter(Boolean).join(" · ")}</span>
      </div>
      <InputNumber min={1} max={mostSessions} precision={0} value={line.sessions} suffix="×" aria-label={of(t("plans.line.sessions"))} data-testid="plan-sessions" style={{ width: 84 }} onChange={(sessions) => { if (sessions !== null) onChange(withSessions(line, sessions, listPrice)); }} />
      <Input inputMode="decimal" maxLength={16} value={line.price} placeholder={t("plans.unpriced")} aria-label={of(t("plans.line.price"))} {...(problem === "" ? {} : { status: "error" as const })} data-testid="plan-price" style={{ textAlign: "right" }} onFocus={(event) => { event.target.select(); }} onChange={(event) => { onChange({ ...line, price: event.target.value }); }} />
      <Button type="text" size="small" icon={<X aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("plans.line.remove", { name })} data-testid="plan-remove" onClick={onRemove} />
      <Input className={styles.lineNote ?? ""} size="small" maxLength={200} value={line.note} placeholder={t("plans.lineNote")} aria-label={of(t("plans.line.note"))} data-testid="plan-line-note" onChange={(event) => { onChange({ ...line, note: event.target.value }); }} />
      {problem !== "" && <p className={`danger ${styles.problem ?? ""}`} role="alert">{problem}</p>}
    </li>
  );
}
