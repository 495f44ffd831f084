/** The one box: clients by name, pinyin or phone, and everything one can do. Ctrl+K from anywhere. */
import { AutoComplete, Input } from "antd";
import { Search } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Hotkey } from "../components/Hotkey";
import styles from "./frame.module.css";
import { type Action, type Found, type Source, useActions, useSources } from "./palette";
import { useShortcut } from "./shortcuts";

export function SearchBox() {
  const { t } = useTranslation();
  const box = useRef<{ focus: () => void; blur: () => void } | null>(null);
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const asked = useDeferredValue(query.trim());
  const actions = useActions();
  const found = useFound(asked);
  useShortcut("Ctrl+K", t("frame.searchShort"), () => box.current?.focus());

  const { options, runs } = useMemo(() => {
    const runs = new Map<string, () => void>();
    const option = (id: string, title: string, note: string | undefined, keys: string | undefined, run: () => void) => {
      runs.set(id, run);
      return { value: id, label: <Line title={title} note={note} keys={keys} /> };
    };
    const doable = actions.filter((action) => matches(action, asked)).slice(0, asked === "" ? 8 : 6);
    const groups = found.map(({ source, items }) => ({
      label: source.title,
      options: items.map((item) => option(`${source.id}:${item.id}`, item.title, item.note, undefined, item.run)),
    }));
    if (doable.length > 0) {
      groups.push({ label: t("frame.actions"), options: doable.map((action) => option(`action:${action.id}`, action.title, undefined, action.keys, action.run)) });
    }
    return { options: groups.filter((group) => group.options.length > 0), runs };
  }, [actions, found, asked, t]);

  return (
    <AutoComplete
      ref={(element) => { box.current = element; }}
      className={styles.search ?? ""}
      value={query}
      options={options}
      open={open}
      onOpenChange={setOpen}
      defaultActiveFirstOption
      listHeight={440}
      aria-label={t("frame.search")}
      notFoundContent={asked === "" ? null : <span className="quiet">{t("frame.nothingFound", { query: asked })}</span>}
      showSearch={{ onSearch: (typed) => { setQuery(typed); setOpen(true); } }}
      onSelect={(id: string) => {
        const run = runs.get(id);
        setQuery("");
        setOpen(false);
        box.current?.blur();
        run?.();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        if (query === "") box.current?.blur();
        else if (!open) setQuery("");
      }}
    >
      <Input
        data-testid="search"
        prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
        suffix={<Hotkey keys="Ctrl+K" />}
        placeholder={t("frame.search")}
        onFocus={() => { setOpen(true); }}
      />
    </AutoComplete>
  );
}

function Line({ title, note, keys }: { title: string; note: string | undefined; keys: string | undefined }) {
  return (
    <span style={{ display: "flex", gap: 8, alignItems: "center" }}>
      <span>{title}</span>
      {note && <span className="quiet">{note}</span>}
      <span style={{ flex: 1 }} />
      {keys && <Hotkey keys={keys} />}
    </span>
  );
}

function matches(action: Action, query: string): boolean {
  const words = `${action.title} ${action.keywords ?? ""}`.toLowerCase();
  return query.toLowerCase().split(/\s+/).every((part) => words.includes(part));
}

interface FoundIn {
  source: Source;
  items: Found[];
}

function useFound(query: string): FoundIn[] {
  const sources = useSources();
  const [found, setFound] = useState<{ query: string; results: FoundIn[] }>({ query: "", results: [] });
  useEffect(() => {
    if (query === "") return;
    let stale = false;
    void Promise.all(
      sources.map(async (source) => ({ source, items: await source.search(query).catch(() => []) })),
    ).then((results) => {
      if (!stale) setFound({ query, results });
    });
    return () => {
      stale = true;
    };
  }, [query, sources]);
  return query === "" ? [] : found.results;
}
