/** The rows of a spreadsheet of opening balances: whose each is, and what it says or why it cannot be taken over. */
import { useTranslation } from "react-i18next";
import type { OpeningPreviewRow } from "../../../api/generated";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { problemWords, rowWords } from "./words";

export function PreviewRows({ rows }: { rows: readonly OpeningPreviewRow[] }) {
  const { t } = useTranslation();
  const title = (key: "sheet" | "row" | "named" | "file" | "says") => t(`openings.imports.column.${key}`);
  const says = ({ problem, read }: OpeningPreviewRow) => (problem ? problemWords(t, problem) : read ? rowWords(t, read) : "");
  const columns: Column<OpeningPreviewRow>[] = [
    { key: "sheet", title: title("sheet"), width: 112, text: ({ sheet }) => sheet },
    { key: "row", title: title("row"), width: 64, align: "right", text: ({ number }) => String(number) },
    { key: "named", title: title("named"), width: 136, text: ({ named }) => named },
    { key: "file", title: title("file"), width: 184, text: ({ client }) => (client ? `${client.name} ${client.memberNumber}` : ""), render: ({ client }) => client && <>{client.name} <span className="quiet">{client.memberNumber}</span></> },
    { key: "says", title: title("says"), width: 760, text: says, render: (row) => <span className={row.problem ? "danger" : ""} title={says(row)} data-problem={row.problem?.code} data-testid="openings-preview-row">{says(row)}</span> },
  ];
  return <DataTable name="openings-preview" label={t("openings.imports.preview")} columns={columns} rows={rows} rowKey={({ sheet, number }) => `${sheet} ${number}`} rowHeight={36} empty={<EmptyState title={t("openings.imports.nothing")} />} />;
}
