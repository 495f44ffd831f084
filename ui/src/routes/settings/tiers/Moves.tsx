/** Who moves up, who down, and whose tier is gone: a sentence each, which opens the clients behind it. */
import { Button } from "antd";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { TierMove, TierMoves, TierPreview } from "../../../api/generated";
import { type Column, DataTable } from "../../../components/DataTable";
import { grouped, money } from "../../../components/format";
import styles from "./tiers.module.css";
import { nameWords } from "./words";

const ways = ["up", "down", "replaced"] as const;
type Way = (typeof ways)[number];
const icon = { "aria-hidden": true, size: 16, strokeWidth: 1.5 } as const;

export function Moves({ preview }: { preview: TierPreview }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Way | null>(null);
  const moving = ways.filter((way) => preview[way].count > 0);
  if (moving.length === 0) return <p data-testid="tiers-nobody">{t("tierRules.preview.nobody")}</p>;
  return (
    <div className={styles.moves}>
      {moving.map((way) => {
        const open = opened === way;
        const words = t(`tierRules.preview.${way}`, { clients: grouped(preview[way].count) });
        return (
          <div key={way}>
            <Button type="text" aria-expanded={open} icon={open ? <ChevronDown {...icon} /> : <ChevronRight {...icon} />} data-testid={`tiers-moves-${way}`} onClick={() => { setOpened(open ? null : way); }}>
              {words}
            </Button>
            {open && <div className={styles.movesTable}><MovesTable label={words} moves={preview[way]} /></div>}
          </div>
        );
      })}
    </div>
  );
}

function MovesTable({ label, moves: { count, clients } }: { label: string; moves: TierMoves }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const note = count > clients.length ? <span data-testid="tiers-moves-some">{t("tierRules.preview.some", { count: clients.length })}</span> : null;
  return <DataTable name="tier-moves" label={label} columns={useColumns()} rows={clients} rowKey={({ client }) => client.id} onOpen={({ client }) => void navigate(`/clients/${client.id}`)} note={note} empty={null} />;
}

function useColumns(): readonly Column<TierMove>[] {
  const { t } = useTranslation();
  const title = (key: "client" | "memberNumber" | "move" | "on" | "lifetime" | "year") => t(`tierRules.preview.column.${key}`);
  const move = ({ from, to }: TierMove) => t("tierRules.preview.move", { from: nameWords(t, from), to: nameWords(t, to) });
  return [
    {
      key: "client", title: title("client"), width: 128, text: ({ client }) => client.name,
      // The row opens it as well: once is enough.
      render: ({ client }) => <Link to={`/clients/${client.id}`} tabIndex={-1} data-testid="tiers-move-client" onClick={(event) => { event.stopPropagation(); }}>{client.name}</Link>,
    },
    { key: "memberNumber", title: title("memberNumber"), width: 112, text: ({ client }) => client.memberNumber },
    { key: "move", title: title("move"), width: 216, text: move, render: (row) => <span title={move(row)}>{move(row)}</span> },
    { key: "on", title: title("on"), width: 112, text: ({ on }) => on },
    { key: "lifetime", title: title("lifetime"), width: 128, align: "right", text: ({ lifetime }) => money(lifetime) },
    { key: "year", title: title("year"), width: 128, align: "right", text: ({ year }) => money(year) },
  ];
}
