/** The rows behind the numbers. */
import { useTranslation } from "react-i18next";
import type { ImportPreview, PreviewRow, Repaired, RowDuplicate, RowError } from "../../../api/generated";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { useClientWords } from "../words";

export type TableName = "rows" | "errors" | "duplicates" | "repairs";

export function Tables({ preview, shown }: { preview: ImportPreview; shown: TableName }) {
  const { t } = useTranslation();
  const rows = useRowColumns();
  const errors = useErrorColumns();
  const duplicates = useDuplicateColumns();
  const repairs = useRepairColumns();
  const common = { label: t(`clients.imports.steps.check`), rowHeight: 36 };
  switch (shown) {
    case "rows":
      return <DataTable {...common} name="import-rows" columns={rows} rows={preview.rows} rowKey={(row) => String(row.row)} empty={<EmptyState title={t("clients.imports.noRows")} />} />;
    case "errors":
      return <DataTable {...common} name="import-errors" columns={errors} rows={preview.errors} rowKey={(error) => `${error.row} ${error.heading} ${error.code} ${error.value}`} empty={<EmptyState title={t("clients.imports.noErrors")} />} />;
    case "duplicates":
      return <DataTable {...common} name="import-duplicates" columns={duplicates} rows={preview.duplicates} rowKey={(row) => String(row.row)} empty={<EmptyState title={t("clients.imports.noDuplicates")} />} />;
    case "repairs":
      return <DataTable {...common} name="import-repairs" columns={repairs} rows={preview.repairs} rowKey={(repaired) => repaired.repair} empty={<EmptyState title={t("clients.imports.noRepairs")} />} />;
  }
}

function useRowColumns(): Column<PreviewRow>[] {
  const { t } = useTranslation();
  const words = useClientWords();
  const tone = { ready: "quiet", error: "danger", duplicate_in_file: "caution", duplicate_of_client: "caution" } as const;
  return [
    { key: "row", title: t("clients.imports.row"), width: 72, align: "right", text: (row) => String(row.row) },
    { key: "state", title: t("clients.imports.state"), width: 120, text: (row) => t(`clients.imports.states.${row.state}`), render: (row) => <span className={tone[row.state]}>{t(`clients.imports.states.${row.state}`)}</span> },
    { key: "name", title: t("clients.name"), width: 140, text: (row) => row.name },
    { key: "sex", title: t("clients.sexLabel"), width: 80, text: (row) => (row.sex === "unknown" ? "" : t(`clients.sex.${row.sex}`)) },
    { key: "birthday", title: t("clients.birthday"), width: 180, text: (row) => (row.birthday ? words.birthday(row.birthday) : "") },
    { key: "phones", title: t("clients.phones"), width: 200, text: (row) => row.phones.join(", ") },
    { key: "number", title: t("clients.memberNumber"), width: 110, text: (row) => row.memberNumber ?? "" },
    { key: "source", title: t("clients.source"), width: 110, text: (row) => row.source ?? "" },
    { key: "tags", title: t("clients.tags"), width: 120, text: (row) => row.tags.join(", ") },
    { key: "notes", title: t("clients.notes"), width: 220, text: (row) => row.notes },
  ];
}

function useErrorColumns(): Column<RowError>[] {
  const { t } = useTranslation();
  const wrong = ({ code, hint }: RowError) => [t(`errors.${code}.message`), hint === null ? t(`errors.${code}.remedy`) : t(`clients.imports.hints.${hint}`)].filter(Boolean).join(t("common.sentenceGap"));
  return [
    { key: "row", title: t("clients.imports.row"), width: 72, align: "right", text: (error) => String(error.row) },
    { key: "column", title: t("clients.imports.column"), width: 140, text: (error) => (error.heading === "" ? t(`clients.imports.fields.${error.field}`) : error.heading) },
    { key: "value", title: t("clients.imports.value"), width: 220, text: (error) => error.value },
    { key: "wrong", title: t("clients.imports.wrong"), width: 760, text: wrong, render: (error) => <span title={wrong(error)}>{wrong(error)}</span> },
  ];
}

function useDuplicateColumns(): Column<RowDuplicate>[] {
  const { t } = useTranslation();
  const same = ({ ofClient, ofRow }: RowDuplicate) =>
    [ofClient ? `${ofClient.name} ${ofClient.memberNumber}` : "", ofRow === null ? "" : t("clients.imports.sameAsRow", { row: ofRow })].filter(Boolean).join(" · ");
  return [
    { key: "row", title: t("clients.imports.row"), width: 72, align: "right", text: (row) => String(row.row) },
    { key: "name", title: t("clients.name"), width: 180, text: (row) => row.name },
    { key: "same", title: t("clients.imports.sameAs"), width: 360, text: same },
  ];
}

function useRepairColumns(): Column<Repaired>[] {
  const { t } = useTranslation();
  const example = ({ examples }: Repaired) =>
    examples.slice(0, 2).map((one) => t(one.after === "" || one.after === one.before ? "clients.imports.exampleKept" : "clients.imports.exampleLine", { row: one.row, before: one.before, after: one.after })).join("; ");
  return [
    { key: "repair", title: t("clients.imports.repair"), width: 300, text: ({ repair }) => t(`clients.imports.repairs.${repair}`) },
    { key: "times", title: t("clients.imports.times"), width: 80, align: "right", text: ({ count }) => String(count) },
    { key: "example", title: t("clients.imports.example"), width: 560, text: example, render: (repaired) => <span className="quiet" title={example(repaired)}>{example(repaired)}</span> },
  ];
}
