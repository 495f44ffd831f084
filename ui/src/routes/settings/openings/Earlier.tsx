/** What was taken over for a client before; another time is said expressly. */
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { OpeningClient } from "../../../api/generated";
import styles from "./openings.module.css";
import { shortWords } from "./words";

interface EarlierProps {
  earlier: readonly OpeningClient[];
  /** Rust's words, where it knows of some that stand nowhere here. */
  refused: string;
  again: boolean;
  onAgain: (again: boolean) => void;
}

export function Earlier({ earlier, refused, again, onAgain }: EarlierProps) {
  const { t } = useTranslation();
  const standing = earlier.filter(({ reversed }) => reversed === null);
  const gone = earlier.filter(({ reversed }) => reversed !== null);
  const what = (one: OpeningClient) => ({ day: one.businessDay, what: shortWords(t, one) });
  return (
    <div className={styles.earlier}>
      {(standing.length > 0 || refused !== "") && (
        <div className={styles.caution} role="alert" data-testid="opening-there">
          <p>{standing.length > 0 ? t("openings.byHandForm.there") : refused}</p>
          <ul>{standing.map((one) => <li key={one.id} className={styles.number}>{t("openings.byHandForm.was", what(one))}</li>)}</ul>
          <Checkbox checked={again} data-testid="openings-again" onChange={(event) => { onAgain(event.target.checked); }}>{t("openings.byHandForm.again")}</Checkbox>
        </div>
      )}
      {gone.map((one) => <p key={one.id} className="quiet">{t("openings.byHandForm.wasReversed", { ...what(one), reason: one.reversed ?? "" })}</p>)}
    </div>
  );
}
