/** What came in, delivery by delivery; each opens with its note's picture and its lines. */
import { Button, Input, type InputRef } from "antd";
import { Paperclip, Search, Truck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Delivery } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState, ErrorState } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { useTypeToSearch } from "../../../components/typeToSearch";
import { deliveryPath, receivePath, tabPath } from "../places";
import { type Products, useProducts } from "../products";
import styles from "../stock.module.css";
import { useBackToList } from "../useBackToList";
import { DeliveryDrawer } from "./DeliveryDrawer";
import { useDeliveries } from "./useDeliveries";

/** `opened` is the delivery that the address opens, "" for none. */
export function Deliveries({ opened }: { opened: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const products = useProducts();
  const { rows: all, more, loading, failed } = useDeliveries();
  const mayKeep = useMay()("keep_stock");
  const [query, setQuery] = useState("");
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const columns = useColumns(products);
  useTypeToSearch(field, opened === "");
  useBackToList(list, opened !== "");
  // One that a batch leads to may be older than what was scrolled to.
  const missing = opened !== "" && !all.some(({ id }) => id === opened);
  useEffect(() => { if (missing) more(); }, [missing, more]);
  const wanted = query.trim().toLowerCase();
  const rows = wanted === "" ? all : all.filter((delivery) => columns.some(({ text }) => text(delivery).toLowerCase().includes(wanted)) || delivery.lines.some(({ lot }) => lot.toLowerCase().includes(wanted)));
  const open = ({ id }: { id: string }) => void navigate(deliveryPath(id));
  return (
    <div className={styles.tab} ref={list}>
      <div className={styles.bar}>
        <Input
          ref={field}
          allowClear
          value={query}
          placeholder={t("stock.delivery.search")}
          aria-label={t("stock.delivery.search")}
          data-testid="delivery-search"
          prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
          style={{ width: 320 }}
          onChange={(event) => { setQuery(event.target.value); }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Escape") setQuery("");
            else if (event.key === "ArrowDown") list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
            else if (event.key === "Enter" && rows[0] && wanted !== "") open(rows[0]);
          }}
        />
      </div>
      <div className={styles.table}>
        {failed ? (
          <ErrorState reason={failed.reason} retry={failed.retry} />
        ) : (
          <DataTable
            name="stock-deliveries"
            label={t("stock.tabs.deliveries")}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowHeight={44}
            loading={loading}
            onEnd={more}
            onOpen={open}
            empty={
              wanted !== "" ? (
                <EmptyState icon={Search} title={t("stock.nothingFound", { query })} action={<Button onClick={() => { setQuery(""); }}>{t("stock.clear")}</Button>} />
              ) : (
                <EmptyState icon={Truck} title={t("stock.delivery.empty")} hint={t("stock.delivery.emptyHint")} action={mayKeep ? <Button type="primary" onClick={() => void navigate(receivePath)}>{t("stock.receive.title")}</Button> : null} />
              )
            }
          />
        )}
      </div>
      <DeliveryDrawer delivery={all.find(({ id }) => id === opened) ?? null} products={products} onClose={() => void navigate(tabPath("deliveries"))} />
    </div>
  );
}

function useColumns({ of }: Products): Column<Delivery>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const what = ({ lines }: Delivery) => [...new Set(lines.filter(({ reversed }) => !reversed).map(({ product }) => of(product).name))].join(t("common.listGap"));
  const price = ({ lines }: Delivery) => {
    const prices = lines.flatMap((line) => (line.reversed || line.price === null ? [] : [line.price]));
    return prices.length === 0 ? "" : format.money(prices.reduce((sum, one) => sum + one, 0));
  };
  return [
    { key: "on", title: t("stock.receive.receivedOn"), width: 160, text: ({ receivedOn }) => receivedOn, render: ({ receivedOn }) => <span data-testid="delivery-row">{format.date(receivedOn)}</span> },
    { key: "supplier", title: t("stock.receive.supplier"), width: 312, text: ({ supplier, licenceNumber }) => `${supplier} ${licenceNumber}`, render: ({ supplier, licenceNumber }) => <><span className="figure">{supplier}</span> <span className="quiet">{licenceNumber}</span></> },
    {
      key: "note",
      title: t("stock.receive.noteNumber"),
      width: 176,
      text: ({ noteNumber }) => noteNumber,
      render: ({ noteNumber, noteMediaType }) => <>{noteNumber} {noteMediaType !== null && <Paperclip aria-label={t("stock.delivery.hasNote")} role="img" size={14} strokeWidth={1.5} style={{ verticalAlign: -2 }} />}</>,
    },
    { key: "inspected", title: t("stock.receive.inspectedBy"), width: 104, text: ({ inspectedBy }) => inspectedBy ?? "" },
    { key: "lines", title: t("stock.delivery.lines"), width: 360, text: what, render: (delivery) => <span title={what(delivery)}>{t("stock.delivery.lineCount", { count: delivery.lines.length })} <span className="quiet">{what(delivery)}</span></span> },
    { key: "price", title: t("stock.receive.price"), width: 120, align: "right", text: price },
  ];
}
