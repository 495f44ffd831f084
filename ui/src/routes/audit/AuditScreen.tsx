/** Who did or read what: a list without end, filters above, export of all that fits them. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { Download, ScrollText } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call";
import { useWrite } from "../../api/hooks";
import type { AuditLine, ClientRef } from "../../api/generated";
import { type Column, DataTable } from "../../components/DataTable";
import { Page } from "../../components/Page";
import { EmptyState, ErrorState } from "../../components/States";
import { useFormat } from "../../components/format";
import { AuditFilters } from "./AuditFilters";
import { type Chosen, asked, everything } from "./filter";
import { type AuditDictionary, useAuditDictionary } from "./words";

export default function AuditScreen() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<Chosen>(everything);
  const dictionary = useAuditDictionary();
  const columns = useColumns(dictionary, (client) => { setChosen((before) => ({ ...before, client })); });
  const pages = useInfiniteQuery({
    queryKey: ["audit", "audit.list", chosen],
    queryFn: ({ pageParam }) => call("audit.list", asked(chosen, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const lines = useMemo(() => pages.data?.pages.flatMap((page) => page.lines) ?? [], [pages.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const write = useWrite("audit.export");
  const exportAll = async () => {
    const done = await write.run({ filter: asked(chosen, null), words: dictionary.words });
    if (done) message.success({ content: t("audit.exported", { rows: done.output.rows, path: done.output.path }), duration: 6 });
  };
  const filtered = JSON.stringify(chosen) !== JSON.stringify(everything);

  return (
    <Page
      fill
      title={t("frame.screens.audit")}
      hint={t("audit.hint")}
      actions={
        <Button icon={<Download size={16} strokeWidth={1.5} />} loading={write.pending} disabled={lines.length === 0} data-testid="audit-export" onClick={() => void exportAll()}>
          {t("audit.export")}
        </Button>
      }
    >
      <div style={{ display: "flex", flexDirection: "column", gap: 12, height: "100%", minHeight: 0 }}>
        <AuditFilters chosen={chosen} verbs={dictionary.verbs} filtered={filtered} onChange={setChosen} />
        <div style={{ flex: 1, minHeight: 0 }}>
          {pages.isError && lines.length === 0 ? (
            <ErrorState reason={pages.error} retry={() => void pages.refetch()} />
          ) : (
            <DataTable
              name="audit"
              label={t("frame.screens.audit")}
              columns={columns}
              rows={lines}
              rowKey={(line) => line.id}
              rowHeight={36}
              loading={pages.isPending || isFetchingNextPage}
              onEnd={more}
              note={<span>{t(hasNextPage ? "audit.more" : "audit.end")}</span>}
              empty={
                filtered ? (
                  <EmptyState icon={ScrollText} title={t("audit.nothing")} hint={t("audit.nothingHint")} action={<Button onClick={() => { setChosen(everything); }}>{t("audit.reset")}</Button>} />
                ) : (
                  <EmptyState icon={ScrollText} title={t("audit.empty")} hint={t("audit.emptyHint")} />
                )
              }
            />
          )}
        </div>
      </div>
    </Page>
  );
}

function useColumns(dictionary: AuditDictionary, onClient: (client: ClientRef) => void): Column<AuditLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const detail = (line: AuditLine) => dictionary.details(line).map(({ name, value }) => t("audit.detailLine", { name, value })).join(" · ");
  return [
    { key: "at", title: t("audit.at"), width: 160, text: (line) => format.moment(line.at) },
    { key: "staff", title: t("audit.staff"), width: 140, text: (line) => line.staffName ?? t("audit.system") },
    {
      key: "verb",
      title: t("audit.verb"),
      width: 260,
      text: (line) => dictionary.verb(line.verb),
      render: (line) => <span className={line.isRead ? "quiet" : ""}>{dictionary.verb(line.verb)}</span>,
    },
    {
      key: "client",
      title: t("audit.client"),
      width: 140,
      text: (line) => line.clientName ?? "",
      render: ({ clientId, clientName }) =>
        clientId !== null &&
        clientName !== null && (
          <Button
            type="link"
            size="small"
            style={{ padding: 0 }}
            title={t("audit.onlyThisClient", { client: clientName })}
            onClick={() => { onClient({ id: clientId, name: clientName, memberNumber: "" }); }}
          >
            {clientName}
          </Button>
        ),
    },
    {
      key: "detail",
      title: t("audit.detail"),
      width: 480,
      text: detail,
      render: (line) => (
        <span title={detail(line)}>
          {dictionary.details(line).map(({ name, value }) => (
            <span key={name} style={{ marginRight: 16 }}><span className="quiet">{name}</span> {value}</span>
          ))}
        </span>
      ),
    },
  ];
}
