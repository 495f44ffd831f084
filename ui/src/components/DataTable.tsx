/**
 * Lists of any length: virtual rows, columns that remember their widths, copy and export of what is
 * shown, and keys: arrows move, Enter opens, Ctrl+C copies the row. Cells are drawn by `render`;
 * `text` is what is copied and exported.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { App, Button } from "antd";
import { Copy, Download } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWrite } from "../api/hooks";
import { useMay } from "../app/session";
import { isComposing } from "../app/shortcuts";
import { HeadCell } from "./HeadCell";
import { LoadingRows } from "./States";
import { useColumnWidths } from "./columnWidths";
import styles from "./table.module.css";
import { toTsv } from "./tableText";

export interface Column<Row> {
  key: string;
  title: string;
  width: number;
  align?: "left" | "right";
  render?: (row: Row) => ReactNode;
  text: (row: Row) => string;
}

export interface DataTableProps<Row> {
  /** Widths are remembered under this name. */
  name: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHeight?: number;
  onOpen?: (row: Row) => void;
  /** The last rows came into view: fetch more. What is not whole here is not exported from here. */
  onEnd?: () => void;
  loading?: boolean;
  empty: ReactNode;
  /** Quiet words at the foot, beside the count. */
  note?: ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, label, columns, rows, rowKey, rowHeight = 40, onOpen, onEnd, loading, empty, note } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayExport = useMay()("export_clients");
  const write = useWrite("tables.export");
  const scroller = useRef<HTMLDivElement>(null);
  const [widths, setWidth] = useColumnWidths(name, columns);
  const [current, setCurrent] = useState<string | null>(null);
  // The virtualizer is read during render by design; the compiler leaves this component as it is.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12 });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (rows.length > 0 && lastSeen >= rows.length - 8) onEnd?.();
  }, [lastSeen, rows.length, onEnd]);

  const template = columns.map((column) => `${widths[column.key] ?? column.width}px`).join(" ") + " minmax(0, 1fr)";
  const at = rows.findIndex((row) => rowKey(row) === current);
  const move = (to: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[index];
    if (!row) return;
    setCurrent(rowKey(row));
    virtual.scrollToIndex(index);
  };
  const copy = async (which: readonly Row[]) => {
    await navigator.clipboard.writeText(toTsv(columns, which));
    message.success(t("common.copied", { rows: which.length }));
  };
  const toFile = async () => {
    const written = await write.run({ title: label, headings: columns.map(({ title }) => title), rows: rows.map((row) => columns.map(({ text }) => text(row))) });
    if (written) message.success({ content: <span data-testid={`exported-${name}`}>{t("common.exported", { rows: written.output.rows, path: written.output.path })}</span>, duration: 8 });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    const row = rows[at];
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows.length - 1 };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if (event.key === "Enter" && row) onOpen?.(row);
    else if (event.key.toLowerCase() === "c" && (event.ctrlKey || event.metaKey) && row && window.getSelection()?.isCollapsed !== false) void copy([row]);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.table}>
      {/* One stop for Tab; the arrows move within, as in every grid. */}
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={at >= 0 ? `${name}-${at}` : undefined}
        tabIndex={0}
        className={`${styles.scroller ?? ""} scrolls`}
        data-testid={`table-${name}`}
        onKeyDown={onKeyDown}
        onFocus={(event) => { if (event.target === event.currentTarget && at === -1) move(0); }}
      >
        <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <HeadCell key={column.key} title={column.title} align={column.align ?? "left"} width={widths[column.key] ?? column.width} onWidth={(width) => { setWidth(column.key, width); }} />
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              // Keys are taken by the grid.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={rowKey(row)}
                id={`${name}-${item.index}`}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                aria-selected={item.index === at}
                className={styles.row}
                data-testid={`row-${name}`}
                data-opens={onOpen ? "" : undefined}
                style={{ height: rowHeight, transform: `translateY(${item.start}px)`, gridTemplateColumns: template }}
                onClick={() => { setCurrent(rowKey(row)); onOpen?.(row); }}
              >
                {columns.map((column) => (
                  <div role="gridcell" key={column.key} className={styles.cell} style={{ textAlign: column.align ?? "left" }}>
                    {column.render ? column.render(row) : column.text(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        {(loading || rows.length === 0) && (
          <div role="row">
            <div role="gridcell">{loading ? <LoadingRows rows={rows.length === 0 ? 8 : 2} height={rowHeight} /> : empty}</div>
          </div>
        )}
      </div>
      {rows.length > 0 && (
        <div className={styles.foot}>
          <span>{t("common.rows", { rows: rows.length })}</span>
          {note}
          <span style={{ flex: 1 }} />
          <Button type="text" size="small" icon={<Copy size={14} strokeWidth={1.5} />} data-testid={`copy-${name}`} onClick={() => void copy(rows)}>
            {t("common.copy")}
          </Button>
          {mayExport && !onEnd && (
            <Button type="text" size="small" loading={write.pending} icon={<Download size={14} strokeWidth={1.5} />} data-testid={`export-${name}`} onClick={() => void toFile()}>
              {t("common.export")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
