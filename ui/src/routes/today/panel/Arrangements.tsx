/** With whom, who advises, where, what for; each choice is kept at once. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { EditVisit, VisitCard } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { type Choice, type Directory, choices } from "../../../components/directory";
import styles from "./panel.module.css";

type Kind = "doctor" | "consultant" | "room" | "procedure";

export function Arrangements({ card, directory, disabled }: { card: VisitCard; directory: Directory; disabled: boolean }) {
  const { t } = useTranslation();
  const edit = useWrite("visits.edit");
  const offered: Record<Kind, Choice[]> = {
    procedure: choices(directory.procedures, card.procedure),
    doctor: choices(directory.staff.filter(({ id, roles }) => roles.includes("doctor") || id === card.doctor), card.doctor),
    room: choices(directory.rooms, card.room),
    consultant: choices(directory.staff.filter(({ id, roles }) => roles.includes("consultant") || id === card.consultant), card.consultant),
  };
  const keep = (change: Partial<EditVisit>) => {
    const { doctor, consultant, room, procedure } = card;
    void edit.run({ visit: card.id, doctor, consultant, room, procedure, ...change });
  };
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t("today.panel.who")}</h3>
      <div className={styles.pair}>
        {(Object.keys(offered) as Kind[]).map((kind) => (
          <label key={kind} htmlFor={`visit-${kind}-${card.id}`} className={styles.field}>
            <span>{t(`today.panel.${kind}`)}</span>
            <Select<string | null>
              id={`visit-${kind}-${card.id}`}
              data-testid={`visit-${kind}`}
              value={card[kind]}
              allowClear
              disabled={disabled || edit.pending}
              placeholder={t("today.panel.notSet")}
              options={offered[kind]}
              showSearch={{ optionFilterProp: "label" }}
              onChange={(value) => { keep({ [kind]: value ?? null }); }}
            />
          </label>
        ))}
      </div>
    </section>
  );
}
