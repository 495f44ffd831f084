/** A client's statement: what came from what, signed, and what the pot held after it. The earlier it was, the later it is asked for. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AccountEntry, ClientId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { Drawer } from "../../../components/dialogs";
import { useFormat } from "../../../components/format";
import { useOpenSale } from "../useOpenSale";
import styles from "./billing.module.css";

const page = 100;

export function Statement({ client, onClose }: { client: ClientId; onClose: () => void }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(page);
  const read = useRead("money", "accounts.of_client", { client, entries: shown }, { keepPrevious: true });
  const open = useOpenSale();
  const title = t("billing.account.statementTitle");
  return (
    <Drawer open size={880} title={title} destroyOnHidden data-testid="statement-drawer" onClose={onClose}>
      <div className={styles.statement}>
        <DataTable
          name="client-statement"
          label={title}
          columns={useColumns()}
          rows={read.data?.entries ?? []}
          rowKey={({ id }) => id}
          loading={read.isPending}
          empty={<EmptyState title={t("billing.account.nothing")} hint={t("billing.account.nothingHint")} />}
          onOpen={({ sale }) => { if (sale !== null) open(sale); }}
        />
        {read.data?.more && <Button loading={read.isFetching} data-testid="statement-earlier" onClick={() => { setShown(shown + page); }}>{t("billing.account.earlier")}</Button>}
      </div>
    </Drawer>
  );
}

function useColumns(): readonly Column<AccountEntry>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: "at" | "what" | "amount" | "after" | "number" | "by") => t(`billing.account.column.${key}`);
  // What was had before this program was sold by nobody here.
  const what = ({ pot, cause, opening, reason }: AccountEntry) => [t(`billing.account.${opening && cause === "sold" ? "opening" : cause}`, { pot: t(`billing.pot.${pot}`) }), reason].filter(Boolean).join(" \u00b7 ");
  const signed = (amount: number) => `${amount > 0 ? "+" : ""}${format.money(amount)}`;
  return [
    { key: "at", title: title("at"), width: 148, text: ({ at }) => format.moment(at) },
    { key: "what", title: title("what"), width: 192, text: what, render: (entry) => <span title={what(entry)}>{what(entry)}</span> },
    { key: "amount", title: title("amount"), width: 112, align: "right", text: ({ amount }) => signed(amount) },
    { key: "after", title: title("after"), width: 112, align: "right", text: ({ after }) => format.money(after) },
    { key: "number", title: title("number"), width: 152, text: ({ number, refund }) => refund ?? number ?? "" },
    { key: "by", title: title("by"), width: 96, text: ({ by }) => by ?? "" },
  ];
}
