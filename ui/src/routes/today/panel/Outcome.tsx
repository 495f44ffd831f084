/** How the consultation ended: agreed, or not, with the reason. Recorded again, the last one counts. */
import { AutoComplete, Button, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConsultationOutcome, VisitCard } from "../../../api/generated";
import { useRead, useWrite } from "../../../api/hooks";
import styles from "./panel.module.css";

export function Outcome({ card }: { card: VisitCard }) {
  const { t } = useTranslation();
  const settings = useRead("clinic", "settings.all", {});
  const end = useWrite("consultations.end");
  const [outcome, setOutcome] = useState<ConsultationOutcome | null>(card.outcome);
  const [reason, setReason] = useState("");
  const [note, setNote] = useState("");
  const [touched, setTouched] = useState(false);
  const offered = settings.data?.find(({ key }) => key === "not_agreed_reasons")?.value;
  const reasons = Array.isArray(offered) ? offered : [];
  const lacksReason = outcome === "not_agreed" && reason.trim() === "";
  const save = async () => {
    if (outcome === null || lacksReason) return;
    if (await end.run({ visit: card.id, outcome, reason: outcome === "agreed" ? "" : reason, note })) setTouched(false);
  };
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        {t("today.panel.consultation")} {card.outcome !== null && !touched && <span data-testid="outcome-kept"> · {t(`today.${card.outcome}`)}</span>}
      </h3>
      <Segmented<ConsultationOutcome | "">
        style={{ justifySelf: "start" }}
        aria-label={t("today.panel.consultation")}
        data-testid="outcome-choice"
        value={outcome ?? ""}
        options={[{ value: "agreed", label: t("today.panel.agreed") }, { value: "not_agreed", label: t("today.panel.notAgreed") }]}
        onChange={(value) => {
          if (value === "") return;
          setOutcome(value);
          setTouched(true);
        }}
      />
      {touched && (
        <>
          {outcome === "not_agreed" && (
            <AutoComplete
              autoFocus
              value={reason}
              options={reasons.map((value) => ({ value }))}
              placeholder={t("today.panel.reasonHint")}
              aria-label={t("today.panel.reason")}
              data-testid="outcome-reason"
              showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
              onChange={setReason}
            />
          )}
          <Input.TextArea value={note} autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} placeholder={t("today.panel.note")} aria-label={t("today.panel.note")} data-testid="outcome-note" onChange={(event) => { setNote(event.target.value); }} />
          <Button type="primary" style={{ justifySelf: "start" }} disabled={outcome === null || lacksReason} loading={end.pending} data-testid="outcome-save" onClick={() => void save()}>{t("today.panel.saveOutcome")}</Button>
        </>
      )}
    </section>
  );
}
