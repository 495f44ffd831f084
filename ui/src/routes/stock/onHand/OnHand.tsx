/** What is there: every batch, the first to expire in front; typing searches, chips narrow, Enter opens, a scan opens its batch. */
import { Button, Input, type InputRef } from "antd";
import { Package, Search } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Chips } from "../../../components/Chips";
import { DataTable } from "../../../components/DataTable";
import { Hotkey } from "../../../components/Hotkey";
import { EmptyState, ErrorState } from "../../../components/States";
import { useTypeToSearch } from "../../../components/typeToSearch";
import { BatchDrawer } from "../batch/BatchDrawer";
import { useCareDays } from "../expiry";
import { batchPath, receivePath, tabPath } from "../places";
import { useProducts } from "../products";
import styles from "../stock.module.css";
import { useBackToList } from "../useBackToList";
import { Alerts } from "./Alerts";
import { type Filter, type FilterAround, filters, isFound, isOf, isShown } from "./batchFilter";
import { lowWords } from "./lowWords";
import { useBatchColumns } from "./useBatchColumns";
import { useBatchScan } from "./useBatchScan";

/** `opened` is the batch that the address opens, "" for none. */
export function OnHand({ opened }: { opened: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const products = useProducts();
  const care = useCareDays();
  const [query, setQuery] = useState("");
  const [pressed, setPressed] = useState<Filter[]>([]);
  const withUsedUp = pressed.includes("usedUp");
  const read = useRead("stock", "stock.batches", { usedUp: withUsedUp }, { keepPrevious: true });
  const alerts = useRead("stock", "stock.alerts", {}).data;
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const columns = useBatchColumns(products, care);
  const mayOpen = may("see_batch_clients");
  const mayKeep = may("keep_stock");
  useTypeToSearch(field, opened === "");
  useBackToList(list, opened !== "");

  const open = (id: string) => void navigate(batchPath(id));
  const receive = () => void navigate(receivePath);
  useShortcut("R", t("stock.receive.title"), receive, { when: mayKeep });
  useBatchScan({
    products,
    onBatch: (id, lot) => { if (mayOpen) open(id); else setQuery(lot); },
    onProduct: (name) => { setPressed([]); setQuery(name); },
  });

  const low = alerts?.low ?? [];
  const around: FilterAround = { care, low: new Set(low.map(({ product }) => product)) };
  const found = (read.data ?? []).filter((batch) => isFound(query, batch, products.of(batch.product)));
  const rows = found.filter((batch) => isShown(pressed, batch, products.of(batch.product), around));
  const there = found.filter(({ onHand }) => onHand !== 0);
  const count = (filter: Filter) => {
    if (filter === "usedUp") return withUsedUp ? found.length - there.length : null;
    return there.filter((batch) => isOf(filter, batch, products.of(batch.product), around)).length;
  };
  const chips = [
    { key: "all" as const, label: t("common.all"), count: there.length },
    ...filters.map((key) => ({ key, label: t(`stock.chips.${key}`, { days: key === "soon" ? care.soon : care.month }), count: count(key) })),
  ];
  const clear = () => { setQuery(""); setPressed([]); };
  const filter = (key: Filter) => { setQuery(""); setPressed([key]); };

  return (
    <div className={styles.tab} ref={list}>
      {alerts && products.loaded && <Alerts alerts={alerts} care={care} products={products} onFilter={filter} />}
      <div className={styles.bar}>
        <Input
          ref={field}
          allowClear
          value={query}
          placeholder={t("stock.search")}
          aria-label={t("stock.search")}
          data-testid="stock-search"
          prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
          style={{ width: 280 }}
          onChange={(event) => { setQuery(event.target.value); }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const [first] = rows;
            if (event.key === "Escape") setQuery("");
            else if (event.key === "ArrowDown") list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
            else if (event.key === "Enter" && first && query !== "" && mayOpen) open(first.id);
          }}
        />
        <Chips
          name="stock"
          label={t("stock.chips.label")}
          chips={chips}
          pressed={pressed.length === 0 ? ["all"] : pressed}
          onChange={(next) => { setPressed(pressed.length > 0 && next.includes("all") ? [] : next.filter((key) => key !== "all")); }}
        />
      </div>
      {pressed.includes("low") && low.length > 0 && (
        <p className={styles.lowLine} data-testid="stock-low">
          {low.map((one) => <Button key={one.product} size="small" onClick={() => { setQuery(products.of(one.product).name); }}>{lowWords(t, one, products)}</Button>)}
        </p>
      )}
      <div className={styles.table}>
        {read.isError && read.data === undefined ? (
          <ErrorState reason={read.error} retry={() => void read.refetch()} />
        ) : (
          <DataTable
            name="stock-batches"
            label={t("stock.tabs.onhand")}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowHeight={44}
            loading={read.isPending || !products.loaded}
            {...(mayOpen ? { onOpen: ({ id }: { id: string }) => { open(id); } } : {})}
            empty={
              query.trim() !== "" || pressed.length > 0 ? (
                <EmptyState icon={Search} title={query.trim() === "" ? t("stock.nothingOfKind") : t("stock.nothingFound", { query })} action={<Button data-testid="stock-clear" onClick={clear}>{t("stock.clear")}</Button>} />
              ) : (
                <EmptyState
                  icon={Package}
                  title={t("stock.empty")}
                  hint={t(mayKeep ? "stock.emptyHint" : "stock.emptyAsk")}
                  action={mayKeep ? <Button type="primary" data-testid="stock-receive-first" onClick={receive}>{t("stock.receive.title")} <Hotkey keys="R" /></Button> : null}
                />
              )
            }
          />
        )}
      </div>
      <BatchDrawer id={mayOpen && opened !== "" ? opened : null} onClose={() => void navigate(tabPath("onhand"))} />
    </div>
  );
}
