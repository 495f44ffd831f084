/** Two saved the same record: what differs stands side by side, and of each one is chosen. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Treatment, TreatmentBody } from "../../../api/generated";
import { Modal } from "../../../components/dialogs";
import { type Base, type Section, type Side, differencesOf, merged } from "./body";
import styles from "./record.module.css";
import type { Stand } from "./useShelf";
import { sectionLines } from "./words";

interface ConflictProps {
  base: Base;
  mine: TreatmentBody;
  theirs: Treatment;
  stand: Stand;
  saving: boolean;
  onSave: (chosen: TreatmentBody) => void;
  onClose: () => void;
}

export function Conflict({ base, mine, theirs, stand, saving, onSave, onClose }: ConflictProps) {
  const { t } = useTranslation();
  const differences = differencesOf(base.body, mine, theirs.body);
  const [picked, setPicked] = useState<ReadonlyMap<Section, Side>>(new Map());
  // What only one of the two touched is theirs who touched it.
  const sideOf = (section: Section, changedBy: Side | "both"): Side => picked.get(section) ?? (changedBy === "theirs" ? "theirs" : "mine");
  const chosen = new Map(differences.map(({ section, changedBy }) => [section, sideOf(section, changedBy)]));
  const who = theirs.savedBy ?? t("treatments.conflict.someone");
  const why = { mine: t("treatments.conflict.onlyMine"), theirs: t("treatments.conflict.onlyTheirs"), both: t("treatments.conflict.both") };
  return (
    <Modal
      open
      width={820}
      title={t("treatments.conflict.title", { name: who })}
      footer={[
        <Button key="stay" data-testid="conflict-stay" onClick={onClose}>{t("treatments.conflict.stay")}</Button>,
        <Button key="save" type="primary" loading={saving} data-testid="conflict-save" onClick={() => { onSave(merged(mine, theirs.body, chosen)); }}>{t("treatments.conflict.save")}</Button>,
      ]}
      data-testid="treatment-conflict"
      onCancel={onClose}
    >
      <p style={{ marginBottom: 16 }}>{t(differences.length === 0 ? "treatments.conflict.same" : "treatments.conflict.what")}</p>
      {differences.map(({ section, changedBy }) => (
        <section key={section} className={styles.difference} data-testid={`conflict-${section}`}>
          <h3>{t(`treatments.sections.${section}`)} <span className={changedBy === "both" ? "caution" : "quiet"}>{why[changedBy]}</span></h3>
          <div role="radiogroup" aria-label={t(`treatments.sections.${section}`)} className={styles.sides}>
            {([["mine", mine, t("treatments.conflict.mine")], ["theirs", theirs.body, t("treatments.conflict.theirs", { name: who })]] as const).map(([side, body, title]) => (
              <button key={side} type="button" role="radio" aria-checked={chosen.get(section) === side} className={styles.side} data-testid={`conflict-${section}-${side}`} onClick={() => { setPicked(new Map(picked).set(section, side)); }}>
                <b>{title}</b>
                {sectionLines(t, section, body, stand).map((line, index) => <span key={index}>{line}</span>)}
              </button>
            ))}
          </div>
        </section>
      ))}
    </Modal>
  );
}
