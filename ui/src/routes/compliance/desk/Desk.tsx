/** What needs care in three columns: now, this month, soon. Typing narrows them, arrows move, Enter opens. */
import { Input, type InputRef } from "antd";
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Care, NeedsCare } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { isComposing, useShortcut } from "../../../app/shortcuts";
import { Loaded } from "../../../components/States";
import { useTypeToSearch } from "../../../components/typeToSearch";
import styles from "../compliance.module.css";
import { MatterItem } from "./MatterItem";
import { useMatterRows } from "./matters";

const levels: readonly Care[] = ["now", "month", "soon"];

export function Desk() {
  const { t } = useTranslation();
  const read = useRead("complaints", "compliance.desk", {}, { keepPrevious: true });
  const [query, setQuery] = useState("");
  const field = useRef<InputRef>(null);
  const columns = useRef<HTMLDivElement>(null);
  const rows = () => [...(columns.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const walk = (by: number) => {
    const all = rows();
    const at = all.findIndex((row) => row === document.activeElement);
    all[at === -1 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  };
  useTypeToSearch(field);
  useShortcut("J", t("compliance.keys.next"), () => { walk(1); });
  useShortcut("K", t("compliance.keys.previous"), () => { walk(-1); });
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <Input
          ref={field}
          allowClear
          value={query}
          placeholder={t("compliance.filterHint")}
          aria-label={t("compliance.filter")}
          data-testid="compliance-filter"
          style={{ maxWidth: 320 }}
          onChange={(event) => { setQuery(event.target.value); }}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === "ArrowDown") walk(1);
            else if (event.key === "Enter" && query.trim() !== "") rows()[0]?.click();
            else if (event.key === "Escape" && query !== "") setQuery("");
            else return;
            event.stopPropagation();
            event.preventDefault();
          }}
        />
      </div>
      <Loaded read={read}>{(all) => <Columns ref={columns} all={all} query={query.trim()} />}</Loaded>
    </div>
  );
}

function Columns({ ref, all, query }: { ref: RefObject<HTMLDivElement | null>; all: readonly NeedsCare[]; query: string }) {
  const { t } = useTranslation();
  const asked = query.toLowerCase();
  const found = useMatterRows()(all).filter(({ row }) => `${row.what} ${row.who}`.toLowerCase().includes(asked));
  return (
    // The rows take the keys; the arrows move between them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={ref} className={styles.columns} data-testid="compliance-desk" onKeyDown={moveFocus}>
      {levels.map((level) => {
        const rows = found.filter(({ care }) => care === level);
        return (
          <section key={level} className={styles.column} aria-label={t(`compliance.care.${level}`)} data-column data-testid={`care-${level}`}>
            <h2 className={styles.columnHead}>
              {t(`compliance.care.${level}`)} <span className={`${styles.count ?? ""} ${level === "now" && rows.length > 0 ? "danger" : "quiet"}`} data-testid={`care-${level}-count`}>{rows.length}</span>
            </h2>
            {rows.length === 0 ? <p className={`quiet ${styles.nothing ?? ""}`}>{query === "" ? t(`compliance.none.${level}`) : t("compliance.noneFound", { query })}</p> : (
              <ul className={`${styles.rows ?? ""} scrolls`}>{rows.map(({ row }) => <MatterItem key={row.id} row={row} />)}</ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const from = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
  if (isComposing(event) || from === null) return;
  const columns = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-column]")].map((column) => [...column.querySelectorAll<HTMLElement>("[data-row]")]);
  const column = columns.findIndex((rows) => rows.includes(from));
  const row = columns[column]?.indexOf(from) ?? 0;
  const beside = (step: number) => {
    for (let next = column + step; next >= 0 && next < columns.length; next += step) {
      const rows = columns[next] ?? [];
      if (rows.length > 0) return rows[Math.min(row, rows.length - 1)];
    }
    return undefined;
  };
  const to = { ArrowDown: () => columns[column]?.[row + 1], ArrowUp: () => columns[column]?.[row - 1], ArrowRight: () => beside(1), ArrowLeft: () => beside(-1) }[event.key];
  if (!to) return;
  event.preventDefault();
  to()?.focus();
}
