/** Opening balances as they were taken over: what they come to, then client by client; they are taken back here. */
import { Button, Input } from "antd";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Opening, OpeningClient, OpeningHead } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { EmptyState, Loaded } from "../../../components/States";
import { type Column, DataTable } from "../../../components/DataTable";
import { Drawer } from "../../../components/dialogs";
import { grouped, money, useFormat } from "../../../components/format";
import { TakeBack } from "./TakeBack";
import { Totals } from "./Totals";
import styles from "./openings.module.css";
import { sourceWords, stateWords } from "./words";

/** So many are seen at once. */
const fewClients = 8;

export function OpeningDrawer({ head, onClose }: { head: OpeningHead; onClose: () => void }) {
  const { t } = useTranslation();
  const read = useRead("money", "openings.open", { id: head.id });
  const [asking, setAsking] = useState<OpeningClient | "all" | null>(null);
  const opening = read.data;
  const stands = opening?.clients.some(({ reversed }) => reversed === null) ?? false;
  return (
    <Drawer
      open
      size="min(1320px, 96vw)"
      title={sourceWords(t, head)}
      destroyOnHidden
      data-testid="openings-drawer"
      onClose={onClose}
      {...(stands ? { footer: <Button danger data-testid="openings-take-back" onClick={() => { setAsking("all"); }}>{t("openings.takeBack.all")}</Button> } : {})}
    >
      <Loaded read={read} rows={8}>{(shown) => <Inside opening={shown} onTakeBack={setAsking} />}</Loaded>
      {asking !== null && opening && <TakeBack opening={opening} client={asking === "all" ? null : asking} onClose={() => { setAsking(null); }} />}
    </Drawer>
  );
}

function Inside({ opening: { head, clients }, onTakeBack }: { opening: Opening; onTakeBack: (client: OpeningClient) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLowerCase();
  const shown = clients.filter(({ client: { name, memberNumber } }) => `${name} ${memberNumber}`.toLowerCase().includes(wanted));
  const state = stateWords(t, head);
  const facts = [
    format.moment(head.at),
    head.by === null ? "" : t("openings.by", { name: head.by }),
    head.approvedBy === null || head.approvedBy === head.by ? "" : t("openings.approvedBy", { name: head.approvedBy }),
  ].filter(Boolean).join(" \u00b7 ");
  return (
    <div className={styles.page}>
      <p><span className="quiet">{facts}</span> {state !== "" && <b className="caution">{state}</b>}</p>
      <Totals totals={head.totals} />
      {clients.length > fewClients && (
        <Input
          allowClear
          value={query}
          placeholder={t("openings.opened.search")}
          aria-label={t("openings.opened.search")}
          data-testid="openings-search"
          prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
          style={{ maxWidth: 320 }}
          onChange={(event) => { setQuery(event.target.value); }}
        />
      )}
      <div className={styles.table}>
        <DataTable
          name="opening-clients"
          label={t("openings.opened.clients")}
          columns={useColumns(onTakeBack)}
          rows={shown}
          rowKey={({ id }) => id}
          onOpen={({ client }) => void navigate(`/clients/${client.id}`)}
          empty={<EmptyState title={t("openings.opened.nobody", { query: query.trim() })} />}
        />
      </div>
    </div>
  );
}

function useColumns(onTakeBack: (client: OpeningClient) => void): readonly Column<OpeningClient>[] {
  const { t } = useTranslation();
  const title = (key: "name" | "memberNumber" | "principal" | "gift" | "deposit" | "sessions" | "paid" | "points" | "lifetime" | "lastYear" | "tier" | "state") => t(`openings.opened.column.${key}`);
  const figure = (key: "principal" | "gift" | "deposit" | "paid" | "lifetime" | "lastYear" | "sessions" | "points", write: (count: number) => string, width: number): Column<OpeningClient> => ({
    key, title: title(key), width, align: "right", text: (row) => write(row[key]),
    render: (row) => <span className={row[key] === 0 ? "quiet" : styles.number}>{row.reversed === null ? write(row[key]) : <s className="quiet">{write(row[key])}</s>}</span>,
  });
  const reversed = ({ reversed: reason }: OpeningClient) => (reason === null ? "" : t("openings.opened.reversed", { reason }));
  return [
    { key: "name", title: title("name"), width: 104, text: ({ client }) => client.name, render: ({ client }) => <span data-testid="openings-client">{client.name}</span> },
    { key: "memberNumber", title: title("memberNumber"), width: 100, text: ({ client }) => client.memberNumber },
    figure("principal", money, 116),
    figure("gift", money, 104),
    figure("deposit", money, 104),
    figure("sessions", grouped, 92),
    figure("paid", money, 112),
    figure("points", grouped, 80),
    figure("lifetime", money, 120),
    figure("lastYear", money, 112),
    { key: "tier", title: title("tier"), width: 72, text: ({ tier }) => tier },
    {
      key: "state", title: title("state"), width: 136, text: reversed,
      render: (row) => (row.reversed === null
        ? <Button type="text" size="small" aria-label={t("openings.takeBack.oneOf", { name: row.client.name })} data-testid="openings-take-back-client" onClick={(event) => { event.stopPropagation(); onTakeBack(row); }}>{t("openings.takeBack.one")}</Button>
        : <span className="quiet" title={reversed(row)} data-testid="openings-reversed">{reversed(row)}</span>),
    },
  ];
}
