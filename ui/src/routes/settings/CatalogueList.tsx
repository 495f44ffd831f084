/** One list of the catalogue; its editor stands where the row was, and keeps what was typed when it is left. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import { type ComponentType, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import styles from "./settings.module.css";

interface Item {
  id: string;
  name: string;
  active: boolean;
}

export interface EditorProps<Kind extends Item> {
  /** The one that is edited; null for a new one. */
  id: string | null;
  initial: Partial<Omit<Kind, "id">> | null;
  onDraft: (draft: Partial<Omit<Kind, "id">>) => void;
  onBack: () => void;
  onSaved: () => void;
}

interface Props<Kind extends Item> {
  name: "procedure" | "room" | "equipment";
  title: string;
  hint: string;
  /** What would fill it. */
  empty: string;
  add: string;
  items: readonly Kind[];
  /** What stands beside the name; empty words are left out. */
  detail: (item: Kind) => string[];
  Editor: ComponentType<EditorProps<Kind>>;
  editing: string | null;
  setEditing: (key: string | null) => void;
}

export function CatalogueList<Kind extends Item>({ name, title, hint, empty, add, items, detail, Editor, editing, setEditing }: Props<Kind>) {
  const { t } = useTranslation();
  const [drafts, setDrafts] = useState<Record<string, Partial<Omit<Kind, "id">> | undefined>>({});
  const keyOf = (id: string | null) => `catalogue-${name}-${id ?? "add"}`;
  // Closed at once, so that the button that opened it is there again to take the focus.
  const close = (key: string) => {
    flushSync(() => { setEditing(null); });
    document.getElementById(key)?.focus();
  };
  const editor = (item: Kind | null) => {
    const id = item?.id ?? null;
    const key = keyOf(id);
    return (
      <Editor
        key={key}
        id={id}
        initial={drafts[key] ?? item}
        onDraft={(draft) => { setDrafts((now) => ({ ...now, [key]: draft })); }}
        onBack={() => { close(key); }}
        onSaved={() => { setDrafts((now) => ({ ...now, [key]: undefined })); close(key); }}
      />
    );
  };
  const addKey = keyOf(null);
  return (
    <section className={styles.group} aria-labelledby={`catalogue-${name}-title`}>
      <header className={styles.head}>
        <h2 id={`catalogue-${name}-title`}>{title}</h2>
        <span className="quiet">{hint}</span>
      </header>
      {items.length === 0 && editing !== addKey && <p className="quiet" data-testid={`catalogue-${name}-empty`}>{empty}</p>}
      {items.length > 0 && (
        <ul className={styles.items}>
          {items.map((item) => {
            const key = keyOf(item.id);
            return (
              <li key={item.id} data-testid={`catalogue-${name}`}>
                {editing === key ? editor(item) : (
                  <div className={styles.item}>
                    <span className={item.active ? "" : "quiet"}>{item.name}</span>
                    <span className="quiet">{detail(item).filter(Boolean).join(" · ")}</span>
                    {drafts[key] && <span className="caution">{t("settings.catalogue.unsaved")}</span>}
                    {!item.active && <span className="quiet">{t("settings.catalogue.inactive")}</span>}
                    <Button id={key} type="text" size="small" aria-label={t("settings.catalogue.editOne", { name: item.name })} data-testid={`${name}-edit`} onClick={() => { setEditing(key); }}>{t("common.edit")}</Button>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {editing === addKey ? editor(null) : (
        <div className={styles.buttons}>
          <Button id={addKey} icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} data-testid={addKey} onClick={() => { setEditing(addKey); }}>{add}</Button>
          {drafts[addKey] && <span className="caution">{t("settings.catalogue.unsaved")}</span>}
        </div>
      )}
    </section>
  );
}
