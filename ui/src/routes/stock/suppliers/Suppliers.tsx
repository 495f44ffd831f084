/** Who supplies, and until when they may. */
import { App, Button, Input, type InputRef } from "antd";
import { Building2, Plus, Search } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Supplier } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { type Column, DataTable } from "../../../components/DataTable";
import { Drawer } from "../../../components/dialogs";
import { EmptyState, ErrorState } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { useTypeToSearch } from "../../../components/typeToSearch";
import { supplierPath, tabPath } from "../places";
import styles from "../stock.module.css";
import { useBackToList } from "../useBackToList";
import { SupplierForm } from "./SupplierForm";
import { licenceState } from "./licence";

/** `opened` is the supplier that the address opens, or "new"; "" for none. */
export function Suppliers({ opened }: { opened: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const read = useRead("stock", "stock.suppliers", {});
  const [query, setQuery] = useState("");
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef(false);
  const columns = useColumns();
  useTypeToSearch(field, opened === "");
  useBackToList(list, opened !== "");
  const wanted = query.trim().toLowerCase();
  const rows = (read.data ?? []).filter(({ name, licenceNumber, contact }) => [name, licenceNumber, contact].join(" ").toLowerCase().includes(wanted));
  const supplier = read.data?.find(({ id }) => id === opened) ?? null;
  const isNew = opened === "new";
  const leave = () => {
    typed.current = false;
    void navigate(tabPath("suppliers"));
  };
  const add = () => void navigate(supplierPath("new"));
  return (
    <div className={styles.tab} ref={list}>
      <div className={styles.bar}>
        <Input
          ref={field}
          allowClear
          value={query}
          placeholder={t("stock.supplier.search")}
          aria-label={t("stock.supplier.search")}
          data-testid="supplier-search"
          prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
          style={{ width: 280 }}
          onChange={(event) => { setQuery(event.target.value); }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Escape") setQuery("");
            else if (event.key === "ArrowDown") list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
            else if (event.key === "Enter" && rows[0] && wanted !== "") void navigate(supplierPath(rows[0].id));
          }}
        />
        <span className={styles.spring} />
        <Button icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} data-testid="supplier-add" onClick={add}>{t("stock.supplier.add")}</Button>
      </div>
      <div className={styles.table}>
        {read.isError && read.data === undefined ? (
          <ErrorState reason={read.error} retry={() => void read.refetch()} />
        ) : (
          <DataTable
            name="stock-suppliers"
            label={t("stock.tabs.suppliers")}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            loading={read.isPending}
            onOpen={({ id }) => void navigate(supplierPath(id))}
            empty={
              wanted === "" ? (
                <EmptyState icon={Building2} title={t("stock.supplier.empty")} hint={t("stock.supplier.emptyHint")} action={<Button type="primary" data-testid="supplier-add-first" onClick={add}>{t("stock.supplier.add")}</Button>} />
              ) : (
                <EmptyState icon={Search} title={t("stock.nothingFound", { query })} action={<Button onClick={() => { setQuery(""); }}>{t("stock.clear")}</Button>} />
              )
            }
          />
        )}
      </div>
      <Drawer
        open={isNew || supplier !== null}
        size={520}
        title={supplier?.name ?? t("stock.supplier.add")}
        destroyOnHidden
        onClose={() => {
          if (typed.current) message.info(t("common.draft.kept"));
          leave();
        }}
      >
        <SupplierForm key={opened} supplier={supplier} onTyped={() => { typed.current = true; }} onSaved={leave} />
      </Drawer>
    </div>
  );
}

function useColumns(): Column<Supplier>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const today = format.today();
  const ends = ({ licenceExpiresOn }: Supplier) => ({ day: licenceExpiresOn === null ? "" : format.date(licenceExpiresOn), ...licenceState(t, licenceExpiresOn, today) });
  return [
    { key: "name", title: t("stock.supplier.name"), width: 300, text: ({ name }) => name, render: ({ name, active }) => <span data-testid="supplier-row" className={active ? "figure" : "figure quiet"}>{name}</span> },
    { key: "licence", title: t("stock.supplier.licenceNumber"), width: 220, text: ({ licenceNumber }) => licenceNumber },
    {
      key: "ends",
      title: t("stock.supplier.licenceExpiresOn"),
      width: 260,
      text: (supplier) => { const { day, words } = ends(supplier); return [day, words].filter(Boolean).join(" "); },
      render: (supplier) => { const { day, words, tone } = ends(supplier); return <>{day} <span className={tone} data-testid="supplier-ends" data-tone={tone}>{words}</span></>; },
    },
    { key: "contact", title: t("stock.supplier.contact"), width: 240, text: ({ contact }) => contact },
    { key: "state", title: t("stock.state"), width: 100, text: ({ active }) => t(active ? "stock.supplier.inUse" : "stock.inactive"), render: ({ active }) => <span className="quiet">{t(active ? "stock.supplier.inUse" : "stock.inactive")}</span> },
  ];
}
