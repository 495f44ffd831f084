/** The clients by tier: who has which, who will soon lose one, who nearly has the next, who has one by hand. */
import { Award, ArrowLeft } from "lucide-react";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { TierGroup, TierMembers } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { DataTable } from "../../../components/DataTable";
import { Hotkey } from "../../../components/Hotkey";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState, Loaded } from "../../../components/States";
import { grouped } from "../../../components/format";
import { useEscape } from "../escape";
import { Groups } from "./Groups";
import { counted, keyOf } from "./groups";
import styles from "./members.module.css";
import { listPath } from "./places";
import { useMemberColumns } from "./useMemberColumns";

export function MembersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const schemes = useRead("money", "tiers.schemes", {});
  const back = () => void navigate(listPath);
  useEscape(t("clients.backToList"), back);
  return (
    <Page
      fill
      title={t("tiers.members.title")}
      actions={<Button type="text" icon={<ArrowLeft aria-hidden size={14} strokeWidth={1.5} />} data-testid="client-tiers-back" onClick={back}>{t("clients.backToList")} <Hotkey keys="Esc" /></Button>}
    >
      <Loaded read={schemes}>
        {({ schemes: all, current }) => {
          const highest = all.find(({ id }) => id === current)?.rules.tiers.at(-1);
          return highest ? <Members highest={highest.code} /> : <NoScheme />;
        }}
      </Loaded>
    </Page>
  );
}

function NoScheme() {
  const { t } = useTranslation();
  const mayChoose = useMay()("manage_clinic");
  return <EmptyState icon={Award} title={t("tiers.members.noScheme")} hint={t("tiers.members.noSchemeHint")} action={mayChoose && <Link to="/settings/tiers" data-testid="client-tiers-settings">{t("tiers.members.toSettings")}</Link>} />;
}

function Members({ highest }: { highest: string }) {
  const [chosen, setChosen] = useState<TierGroup | null>(null);
  const first: TierGroup = { kind: "tier", code: highest };
  const group = chosen ?? first;
  // The numbers stay while another group is read.
  const read = useRead("money", "tiers.members", { group }, { keepPrevious: true });
  const { data } = read;
  // What was chosen may be gone from the scheme meanwhile.
  if (chosen?.kind === "tier" && data && !read.isPlaceholderData && !data.tiers.some(({ tier }) => tier.code === chosen.code)) setChosen(null);
  if (read.isError && !data) return <ErrorState reason={read.error} retry={() => void read.refetch()} />;
  if (data && !data.hasScheme) return <NoScheme />;
  return (
    <div className={styles.members}>
      {data ? <Groups groups={counted(data)} shown={group} onChoose={setChosen} /> : <span />}
      <List key={keyOf(group)} group={group} members={read.isPlaceholderData ? undefined : data} />
    </div>
  );
}

/** Undefined until they are read. */
function List({ group: { kind }, members }: { group: TierGroup; members: TierMembers | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMemberColumns(kind);
  const list = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  // The arrows are the list's as soon as it is there; back from a file they go on where they were.
  useEffect(() => {
    if (opened.current || document.activeElement === document.body) list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    opened.current = false;
  }, []);
  const rows = members?.members ?? [];
  return (
    <div ref={list} className={styles.table}>
      <DataTable
        name="client-tiers"
        label={t("tiers.members.title")}
        columns={columns}
        rows={rows}
        rowKey={({ client }) => client.id}
        loading={members === undefined}
        empty={<EmptyState title={t(`tiers.members.nobody.${kind}`)} hint={t(`tiers.members.nobodyHint.${kind}`)} />}
        note={members && members.count > rows.length && <span data-testid="client-tiers-first">{t("tiers.members.onlyFirst", { shown: grouped(rows.length), all: grouped(members.count) })}</span>}
        onOpen={({ client }) => {
          opened.current = true;
          void navigate(`/clients/${client.id}`);
        }}
      />
    </div>
  );
}
