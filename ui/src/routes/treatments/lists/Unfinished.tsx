/** Records that are not finished, the latest first; typing searches, Enter opens. */
import { Button, Input, type InputRef } from "antd";
import { Syringe } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead } from "../../../api/hooks";
import type { TreatmentLine } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { type Column, DataTable } from "../../../components/DataTable";
import { ErrorState, EmptyState } from "../../../components/States";
import { useDirectory } from "../../../components/directory";
import { useFormat } from "../../../components/format";
import { useNow } from "../../../components/now";
import { useTypeToSearch } from "../../../components/typeToSearch";
import { ageWords, isOld } from "../age";
import { newPath } from "../places";
import { useOpenRecord } from "../useStart";
import styles from "./lists.module.css";

export function Unfinished() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const openRecord = useOpenRecord();
  const directory = useDirectory();
  const now = useNow();
  const mayWrite = useMay()("write_treatments");
  const read = useRead("treatments", "treatments.list", { client: null });
  const [query, setQuery] = useState("");
  const field = useRef<InputRef>(null);
  useTypeToSearch(field);

  const all = read.data ?? [];
  const asked = query.trim().toLowerCase();
  const rows = all.filter((line) => `${line.client.name} ${line.client.memberNumber} ${line.procedureName} ${directory.name(line.doctor)}`.toLowerCase().includes(asked));
  const saved = (line: TreatmentLine) => t("treatments.savedLine", { when: format.dayOf(line.savedAt) === format.today() ? format.time(line.savedAt) : format.moment(line.savedAt), name: line.savedBy ?? "" });
  const columns: Column<TreatmentLine>[] = [
    { key: "client", title: t("treatments.client"), width: 190, text: ({ client }) => `${client.name} ${client.memberNumber}`, render: ({ client }) => <span data-testid="treatment-row"><span className="figure">{client.name}</span> <span className="quiet">{client.memberNumber}</span></span> },
    { key: "procedure", title: t("treatments.procedure"), width: 170, text: ({ procedureName }) => procedureName },
    { key: "doctor", title: t("treatments.doctor"), width: 100, text: ({ doctor }) => directory.name(doctor) },
    { key: "saved", title: t("treatments.saved"), width: 170, text: saved },
    { key: "age", title: t("treatments.age"), width: 130, text: ({ createdAt }) => ageWords(t, createdAt, now), render: ({ createdAt }) => <span className={isOld(createdAt, now) ? "caution" : ""} data-testid="treatment-age">{ageWords(t, createdAt, now)}</span> },
  ];
  if (read.isError && !read.data) return <ErrorState reason={read.error} retry={() => void read.refetch()} />;
  return (
    <section className={styles.unfinished} aria-label={t("treatments.unfinished")}>
      <header className={styles.tools}>
        <h2 className={styles.listHead}>{t("treatments.unfinished")} {all.length > 0 && <span className={styles.count}>{all.length}</span>}</h2>
        <Input
          ref={field}
          allowClear
          value={query}
          placeholder={t("treatments.search")}
          aria-label={t("treatments.search")}
          data-testid="treatment-search"
          style={{ maxWidth: 280 }}
          onChange={(event) => { setQuery(event.target.value); }}
          onPressEnter={() => { const [only, more] = rows; if (only && !more) openRecord(only.id); }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || query === "") return;
            event.stopPropagation();
            event.preventDefault();
            setQuery("");
          }}
        />
        <span className="quiet">{t("treatments.unfinishedHint")}</span>
      </header>
      <DataTable
        name="treatments"
        label={t("treatments.unfinished")}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        loading={read.isPending}
        onOpen={({ id }) => { openRecord(id); }}
        empty={asked === ""
          ? <EmptyState icon={Syringe} title={t("treatments.none")} hint={t("treatments.noneHint")} action={mayWrite ? <Button onClick={() => void navigate(newPath)}>{t("treatments.new")}</Button> : null} />
          : <EmptyState title={t("treatments.noneFound", { query: query.trim() })} action={<Button onClick={() => { setQuery(""); }}>{t("treatments.clear")}</Button>} />}
      />
    </section>
  );
}
