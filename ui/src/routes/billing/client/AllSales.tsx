/** Every sale of a client, the latest first. */
import { useTranslation } from "react-i18next";
import type { ClientId, SaleHead } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { Drawer } from "../../../components/dialogs";
import { useFormat } from "../../../components/format";
import { soldWords } from "../../checkout/words";
import { useOpenSale } from "../useOpenSale";
import styles from "./billing.module.css";

export function AllSales({ client, onClose }: { client: ClientId; onClose: () => void }) {
  const { t } = useTranslation();
  const read = useRead("money", "sales.of_client", { client });
  const open = useOpenSale();
  const title = t("billing.sales.title");
  return (
    <Drawer open size={880} title={title} destroyOnHidden data-testid="sales-drawer" onClose={onClose}>
      <div className={styles.table}>
        <DataTable name="client-sales" label={title} columns={useColumns()} rows={read.data ?? []} rowKey={({ id }) => id} loading={read.isPending} empty={<EmptyState title={t("billing.sales.none")} />} onOpen={({ id }) => { open(id); }} />
      </div>
    </Drawer>
  );
}

function useColumns(): readonly Column<SaleHead>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: "at" | "number" | "what" | "total" | "refunded" | "owed" | "by") => t(`billing.sales.column.${key}`);
  const owed = (sale: SaleHead) => (sale.owed > 0 ? format.money(sale.owed) : "");
  return [
    { key: "at", title: title("at"), width: 148, text: ({ at }) => format.moment(at) },
    { key: "number", title: title("number"), width: 152, text: ({ number }) => number },
    { key: "what", title: title("what"), width: 240, text: (sale) => soldWords(t, sale) },
    { key: "total", title: title("total"), width: 112, align: "right", text: ({ total }) => format.money(total) },
    { key: "refunded", title: title("refunded"), width: 112, align: "right", text: ({ refunded }) => (refunded === 0 ? "" : format.money(refunded)) },
    { key: "owed", title: title("owed"), width: 104, align: "right", text: owed, render: (sale) => <span className="caution">{owed(sale)}</span> },
    { key: "by", title: title("by"), width: 96, text: ({ by }) => by ?? "" },
  ];
}
