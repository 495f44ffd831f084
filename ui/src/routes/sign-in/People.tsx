/** The people as cards. Typing filters by name or role; Enter takes the first, arrows move. */
import { Input, type InputRef } from "antd";
import { Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../api/generated";
import { isComposing } from "../../app/shortcuts";
import { Avatar } from "../../components/Avatar";
import styles from "./people.module.css";

export function People({ people, onChoose }: { people: readonly Person[]; onChoose: (person: Person) => void }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState("");
  const field = useRef<InputRef>(null);
  const cards = useRef<HTMLUListElement>(null);
  const roles = (person: Person) => person.roles.map((role) => t(`common.role.${role}`)).join(" · ");
  const wanted = filter.trim().toLowerCase();
  const shown = people.filter((person) => `${person.name} ${roles(person)}`.toLowerCase().includes(wanted));

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const buttons = [...(cards.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const perRow = cards.current ? getComputedStyle(cards.current).gridTemplateColumns.split(" ").length : 1;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: perRow, ArrowUp: -perRow }[event.key];
    if (step !== undefined && !(at === -1 && (event.key === "ArrowLeft" || event.key === "ArrowRight"))) {
      event.preventDefault();
      const next = buttons[at === -1 ? 0 : at + step];
      if (next) next.focus();
      else if (step < 0) field.current?.focus();
    } else if (event.key === "Enter" && at === -1 && shown[0]) {
      event.preventDefault();
      onChoose(shown[0]);
    } else if (at !== -1 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey) {
      field.current?.focus();
    }
  };

  return (
    // The keys are those of the field and the buttons within.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div style={{ display: "grid", gap: 24 }} onKeyDown={onKeyDown}>
      <Input
        ref={field}
        autoFocus
        size="large"
        value={filter}
        data-testid="people-filter"
        aria-label={t("signIn.filter")}
        placeholder={t("signIn.filter")}
        prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
        onChange={(event) => { setFilter(event.target.value); }}
        style={{ maxWidth: 320, margin: "0 auto" }}
      />
      <ul ref={cards} className={styles.people} aria-label={t("signIn.who")}>
        {shown.map((person, index) => (
          <li key={person.staffId}>
            <button
              type="button"
              className={styles.card}
              data-first={wanted !== "" && index === 0 ? "" : undefined}
              data-testid="person-card"
              data-name={person.name}
              onClick={() => { onChoose(person); }}
            >
              <Avatar name={person.name} size={40} />
              <span style={{ minWidth: 0 }}>
                <span className={styles.name}>{person.name}</span>
                <span className={styles.roles}>{roles(person)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="quiet" style={{ textAlign: "center" }}>{t("signIn.nobody", { filter })}</p>}
    </div>
  );
}
