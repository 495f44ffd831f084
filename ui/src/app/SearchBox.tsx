/** The one box: clients by name, pinyin or phone, and everything one can do. Ctrl+K from anywhere. */
import { AutoComplete, Input } from "antd";
import { Search } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Hotkey } from "../components/Hotkey";
import styles from "./frame.module.css";
import { isComposing, useShortcut } from "./shortcuts";
import { type Action, type Found, type Source, useActions, useSources } from "./palette";

export function SearchBox() {
  const { t } = useTranslation();
  const box = useRef<{ focus: () => void; blur: () => void } | null>(null);
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const asked = query.trim();
  const actions = useActions();
  const close = () => {
    setQuery("");
    setOpen(false);
    box.current?.blur();
  };
  // Enter pressed before the answer came (a scanner types fast): it holds for the answer's first line.
  const entered = useRef<string | null>(null);
  // Whether Shift was held with the Enter that chose.
  const shifted = useRef(false);
  const { found, answered } = useFound(asked, (question, results) => {
    if (entered.current !== question) return;
    entered.current = null;
    const first = results.flatMap(({ items }) => items)[0] ?? actions.find((action) => matches(action, question));
    if (!first) return;
    close();
    const shift = shifted.current && "shift" in first ? first.shift : undefined;
    shifted.current = false;
    (shift ?? first.run)();
  });
  useShortcut("Ctrl+K", t("frame.searchShort"), () => box.current?.focus());

  const { options, runs, shifts, extras } = useMemo(() => {
    const runs = new Map<string, () => void>();
    const shifts = new Map<string, () => void>();
    // What stands beside the title; kept apart, so that the title alone is what a screen reader says.
    const extras = new Map<string, Extra>();
    const option = (id: string, title: string, note: string | undefined, keys: string | undefined, run: () => void) => {
      runs.set(id, run);
      extras.set(id, { note, keys });
      return { value: id, label: title };
    };
    const doable = actions.filter((action) => matches(action, asked)).slice(0, asked === "" ? 8 : 6);
    const groups = found.map(({ source, items }) => ({
      label: source.title,
      options: items.map((item) => {
        if (item.shift) shifts.set(`${source.id}:${item.id}`, item.shift);
        return option(`${source.id}:${item.id}`, item.title, item.note, undefined, item.run);
      }),
    }));
    if (doable.length > 0) {
      groups.push({ label: t("frame.actions"), options: doable.map((action) => option(`action:${action.id}`, action.title, undefined, action.keys, action.run)) });
    }
    return { options: groups.filter((group) => group.options.length > 0), runs, shifts, extras };
  }, [actions, found, asked, t]);

  return (
    <div
      className={styles.search}
      onKeyDownCapture={(event) => {
        if (event.key !== "Enter" || isComposing(event)) return;
        shifted.current = event.shiftKey;
        if (answered) return;
        event.stopPropagation();
        entered.current = asked;
      }}
    >
      <AutoComplete
        ref={(element) => { box.current = element; }}
        style={{ width: "100%" }}
        value={query}
        options={options}
        open={open}
        onOpenChange={setOpen}
        defaultActiveFirstOption
        optionRender={({ label, value }) => <Line title={label} {...extras.get(String(value))} />}
        listHeight={440}
        aria-label={t("frame.search")}
        notFoundContent={asked === "" || !answered ? null : <span className="quiet">{t("frame.nothingFound", { query: asked })}</span>}
        showSearch={{ onSearch: (typed) => { setQuery(typed); setOpen(true); } }}
        onSelect={(id: string) => {
          close();
          const run = shifted.current ? shifts.get(id) : undefined;
          shifted.current = false;
          (run ?? runs.get(id))?.();
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
    </div>
  );
}

interface Extra {
  note?: string | undefined;
  keys?: string | undefined;
}

function Line({ title, note, keys }: Extra & { title: ReactNode }) {
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

/** What the sources answer. While they are asked nothing of an older question is shown: Enter would take it. */
function useFound(query: string, onAnswer: (query: string, results: FoundIn[]) => void): { found: FoundIn[]; answered: boolean } {
  const sources = useSources();
  const [found, setFound] = useState<{ query: string; results: FoundIn[] }>({ query: "", results: [] });
  const answer = useRef(onAnswer);
  useEffect(() => {
    answer.current = onAnswer;
  });
  useEffect(() => {
    if (query === "" || sources.length === 0) return;
    let stale = false;
    void Promise.all(
      sources.map(async (source) => ({ source, items: await source.search(query).catch(() => []) })),
    ).then((results) => {
      if (stale) return;
      setFound({ query, results });
      answer.current(query, results);
    });
    return () => {
      stale = true;
    };
  }, [query, sources]);
  const answered = query === "" || sources.length === 0 || found.query === query;
  return { found: answered && query !== "" ? found.results : [], answered };
}
