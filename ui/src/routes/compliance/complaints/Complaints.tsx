/** Complaints and adverse reactions: what waits for an answer first; typing searches, Enter opens. */
import { Checkbox, Input, type InputRef } from "antd";
import { MessageSquareWarning } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ComplaintLine } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { isComposing } from "../../../app/shortcuts";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState, ErrorState } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { useNow } from "../../../components/now";
import { useTypeToSearch } from "../../../components/typeToSearch";
import styles from "../compliance.module.css";
import { complaintPath } from "../places";
import { clockOf } from "./clock";
import { severityTone, stateWords, treatmentWords } from "./words";

export function Complaints() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const now = useNow();
  const [closed, setClosed] = useState(false);
  const [query, setQuery] = useState("");
  const field = useRef<InputRef>(null);
  useTypeToSearch(field);
  const read = useRead("complaints", "complaints.list", { client: null, closed }, { keepPrevious: true });
  const asked = query.trim().toLowerCase();
  const open = ({ id }: ComplaintLine) => void navigate(complaintPath(id));
  const columns: Column<ComplaintLine>[] = [
    { key: "kind", title: t("complaints.column.kind"), width: 132, text: ({ kind }) => t(`complaints.kind.${kind}`), render: ({ kind }) => <span data-testid="complaint-row">{t(`complaints.kind.${kind}`)}</span> },
    { key: "severity", title: t("complaints.column.severity"), width: 88, text: ({ severity }) => t(`complaints.severity.${severity}`), render: ({ severity }) => <span className={severityTone(severity)}>{t(`complaints.severity.${severity}`)}</span> },
    { key: "client", title: t("complaints.column.client"), width: 112, text: ({ client }) => `${client.name} ${client.memberNumber}`, render: ({ client }) => <span className="figure" title={client.memberNumber}>{client.name}</span> },
    { key: "clock", title: t("complaints.column.clock"), width: 160, text: (line) => clockOf(t, line, now).words, render: (line) => { const { words, tone } = clockOf(t, line, now); return <span className={tone} data-testid="complaint-clock">{words}</span>; } },
    { key: "text", title: t("complaints.column.text"), width: 172, text: ({ text }) => text },
    { key: "treatment", title: t("complaints.column.treatment"), width: 200, text: (line) => treatmentWords(t, line) },
    { key: "state", title: t("complaints.column.state"), width: 130, text: (line) => stateWords(t, line) },
    { key: "responsible", title: t("complaints.column.responsible"), width: 76, text: ({ responsibleName }) => responsibleName ?? "" },
    { key: "told", title: t("complaints.column.told"), width: 164, text: ({ toldAt }) => format.moment(toldAt) },
  ];
  const rows = (read.data ?? []).filter((line) => columns.map(({ text }) => text(line)).join(" ").toLowerCase().includes(asked));
  if (read.isError && !read.data) return <ErrorState reason={read.error} retry={() => void read.refetch()} />;
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <Input
          ref={field}
          allowClear
          value={query}
          placeholder={t("complaints.search")}
          aria-label={t("complaints.search")}
          data-testid="complaint-search"
          style={{ maxWidth: 320 }}
          onChange={(event) => { setQuery(event.target.value); }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && asked !== "" && rows[0] && !isComposing(event)) open(rows[0]);
            if (event.key !== "Escape" || query === "") return;
            event.stopPropagation();
            event.preventDefault();
            setQuery("");
          }}
        />
        <Checkbox checked={closed} data-testid="complaints-closed" onChange={(event) => { setClosed(event.target.checked); }}>{t("complaints.listClosed")}</Checkbox>
      </div>
      <div className={styles.table}>
        <DataTable
          name="complaints"
          label={t("complaints.title")}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          loading={read.isPending}
          onOpen={open}
          empty={asked === "" ? <EmptyState icon={MessageSquareWarning} title={t("complaints.none")} hint={t("complaints.noneHint")} /> : <EmptyState title={t("compliance.noneFound", { query: query.trim() })} />}
        />
      </div>
    </div>
  );
}
