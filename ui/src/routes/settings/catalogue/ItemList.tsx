/** A tab's list: typing searches it, chips narrow it, Enter opens. What is not in use is shown on its own chip only. */
import { Button, Input, type InputRef } from "antd";
import { Search } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Chips } from "../../../components/Chips";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { useTypeToSearch } from "../../../components/typeToSearch";
import styles from "./catalogue.module.css";
import type { Tab } from "./items";

export interface Chip<Kind> {
  key: string;
  label: string;
  of: (item: Kind) => boolean;
  /** Narrows what the others choose, instead of adding to it. */
  narrows?: boolean;
}

interface ItemListProps<Kind> {
  tab: Exclude<Tab, "rooms">;
  shown: boolean;
  /** The first key searches the list unless something is open before it. */
  opened: boolean;
  items: readonly Kind[];
  loading: boolean;
  columns: readonly Column<Kind>[];
  chips: readonly Chip<Kind>[];
  /** What a search looks at. */
  words: (item: Kind) => string;
  empty: ReactNode;
  onOpen: (item: Kind) => void;
}

const inactive = "inactive";
const plain = (text: string) => text.normalize("NFKC").toLowerCase();

export function ItemList<Kind extends { id: string; active: boolean }>({ tab, shown, opened, items, loading, columns, chips, words, empty, onOpen }: ItemListProps<Kind>) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const [pressed, setPressed] = useState<string[]>([]);
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  useTypeToSearch(field, shown && !opened);

  const parts = plain(query).split(/\s+/).filter(Boolean);
  const found = items.filter((item) => { const text = plain(words(item)); return parts.every((part) => text.includes(part)); });
  const used = found.filter(({ active }) => active !== pressed.includes(inactive));
  const chosen = chips.filter(({ key }) => pressed.includes(key));
  const adding = chosen.filter(({ narrows }) => !narrows);
  const rows = used.filter((item) => chosen.every(({ narrows, of }) => !narrows || of(item)) && (adding.length === 0 || adding.some(({ of }) => of(item))));
  const clear = () => { setQuery(""); setPressed([]); };
  const labels = [
    ...chips.map(({ key, label, of }) => ({ key, label, count: used.filter(of).length })),
    { key: inactive, label: t("catalogue.inactive"), count: found.filter(({ active }) => !active).length },
  ];
  return (
    <div ref={list} className={styles.list}>
      <div className={styles.bar}>
        <Input
          ref={field}
          allowClear
          value={query}
          placeholder={t(`catalogue.search.${tab}`)}
          aria-label={t(`catalogue.search.${tab}`)}
          data-testid={`catalogue-${tab}-search`}
          prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
          style={{ width: 360 }}
          onChange={(event) => { setQuery(event.target.value); }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const [first] = rows;
            if (event.key === "Escape") setQuery("");
            else if (event.key === "ArrowDown") list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
            else if (event.key === "Enter" && first && query !== "") onOpen(first);
          }}
        />
        <Chips name={`catalogue-${tab}`} label={t("catalogue.chips")} chips={labels} pressed={pressed} onChange={setPressed} />
      </div>
      <div className={styles.table}>
        <DataTable
          name={`catalogue-${tab}`}
          label={t(`catalogue.tabs.${tab}`)}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          loading={loading}
          onOpen={onOpen}
          empty={
            items.length === 0 ? empty : (
              <EmptyState
                icon={Search}
                title={query.trim() === "" ? t("catalogue.nothingOfKind") : t("catalogue.nothingFound", { query })}
                action={<Button data-testid={`catalogue-${tab}-clear`} onClick={clear}>{t("catalogue.clear")}</Button>}
              />
            )
          }
        />
      </div>
    </div>
  );
}
