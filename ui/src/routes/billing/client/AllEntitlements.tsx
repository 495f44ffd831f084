/** Everything that a client ever bought, used up or over as well: at list price, as paid, and what of that is not executed. Each opens. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, Entitlement, EntitlementId } from "../../../api/generated";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { Drawer } from "../../../components/dialogs";
import { useFormat } from "../../../components/format";
import { EntitlementDrawer } from "../entitlement/EntitlementDrawer";
import { endWords, goneWords, leftWords, useAllEntitlements } from "../entitlements";
import styles from "./billing.module.css";

export function AllEntitlements({ client, onClose }: { client: ClientId; onClose: () => void }) {
  const { t } = useTranslation();
  const read = useAllEntitlements(client);
  const [opened, setOpened] = useState<EntitlementId | null>(null);
  const title = t("billing.entitlements.allTitle");
  return (
    <Drawer open size={1160} push={false} title={title} destroyOnHidden data-testid="entitlements-drawer" onClose={onClose}>
      <div className={styles.table}>
        <DataTable
          name="client-entitlements"
          label={title}
          columns={useColumns()}
          rows={read.data ?? []}
          rowKey={({ id }) => id}
          loading={read.isPending}
          empty={<EmptyState title={t("billing.entitlements.nothing")} />}
          onOpen={({ id }) => { setOpened(id); }}
        />
      </div>
      {opened !== null && <EntitlementDrawer id={opened} onClose={() => { setOpened(null); }} />}
    </Drawer>
  );
}

function useColumns(): readonly Column<Entitlement>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: "name" | "card" | "left" | "gone" | "list" | "paid" | "unredeemed" | "ends" | "at" | "number") => t(`billing.entitlements.column.${key}`);
  const card = ({ cardName, gift }: Entitlement) => [cardName, gift ? t("billing.gift") : ""].filter(Boolean).join(" \u00b7 ");
  return [
    { key: "name", title: title("name"), width: 136, text: ({ name }) => name },
    { key: "card", title: title("card"), width: 140, text: card },
    { key: "left", title: title("left"), width: 104, text: (one) => leftWords(t, one), render: (one) => <span className={one.left < 0 ? "danger" : one.left === 0 || one.expired ? "quiet" : ""}>{leftWords(t, one)}</span> },
    { key: "gone", title: title("gone"), width: 136, text: (one) => goneWords(t, one) },
    { key: "list", title: title("list"), width: 104, align: "right", text: ({ listPrice }) => format.money(listPrice) },
    { key: "paid", title: title("paid"), width: 104, align: "right", text: ({ paid }) => format.money(paid) },
    { key: "unredeemed", title: title("unredeemed"), width: 112, align: "right", text: ({ unredeemed }) => format.money(unredeemed) },
    { key: "ends", title: title("ends"), width: 128, text: (one) => endWords(t, one) },
    { key: "at", title: title("at"), width: 116, text: ({ at }) => format.dayOf(at) },
    { key: "number", title: title("number"), width: 152, text: ({ number, opening }) => (opening ? t("billing.entitlements.opening") : number) },
  ];
}
