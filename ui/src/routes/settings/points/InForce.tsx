/** The rules that hold, in sentences; the owner edits them in a drawer. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourseCard, PointsSettings } from "../../../api/generated";
import { useShortcut } from "../../../app/shortcuts";
import settingsStyles from "../settings.module.css";
import { RulesDrawer } from "./RulesDrawer";
import styles from "./points.module.css";
import { useNames } from "./useNames";
import { earnWords, itemName, otherWords, timesWords } from "./words";

interface InForceProps {
  settings: PointsSettings;
  cards: readonly CourseCard[];
  editable: boolean;
}

export function InForce({ settings: { rules, writtenOn, by }, cards, editable }: InForceProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const names = useNames(cards);
  const edit = () => { setEditing(true); };
  useShortcut("E", t("pointsRules.edit"), edit, { when: editable });
  const written = writtenOn === null ? t("pointsRules.shipped") : by === null ? t("pointsRules.written", { day: writtenOn }) : t("pointsRules.writtenBy", { day: writtenOn, name: by });
  return (
    <section className={settingsStyles.group} data-testid="points-rules">
      <header className={styles.head}>
        <h2 className={styles.title}>{t("pointsRules.title")}</h2>
        <span className="quiet" data-testid="points-rules-written">{written}</span>
        {editable && <Button data-testid="points-rules-edit" onClick={edit}>{t("pointsRules.edit")}</Button>}
      </header>
      <Sentences title={t("pointsRules.view.earning")} words={earnWords(t, rules)} />
      {rules.fenPerPoint !== null && rules.items.length > 0 && (
        <div className={styles.part}>
          <h3 className={styles.small}>{t("pointsRules.view.items")}</h3>
          <ul className={styles.otherwise}>
            {rules.items.map(({ item, multiplier }) => <li key={JSON.stringify(item)} data-testid="points-rules-item"><span>{itemName(t, item, names)}</span> <b>{timesWords(t, multiplier)}</b></li>)}
          </ul>
        </div>
      )}
      <Sentences title={t("pointsRules.view.beside")} words={otherWords(t, rules)} />
      {editing && <RulesDrawer rules={rules} cards={cards} onClose={() => { setEditing(false); }} />}
    </section>
  );
}

function Sentences({ title, words }: { title: string; words: readonly string[] }) {
  return (
    <div className={styles.part}>
      <h3 className={styles.small}>{title}</h3>
      <ul className={styles.sentences}>{words.map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  );
}
