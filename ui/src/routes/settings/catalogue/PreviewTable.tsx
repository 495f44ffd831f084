/** The rows of a file that are not as the catalogue is: what each would change, or why it cannot be read. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Catalogue, CataloguePreview, CataloguePreviewRow as Row, RowProblem } from "../../../api/generated";
import { wordsFor } from "../../../api/failure";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { changeWords, fieldWord } from "./words";

const tones = { new: "", changed: "", same: "quiet", failed: "danger" } as const;

export function PreviewTable({ preview, catalogue }: { preview: CataloguePreview; catalogue: Catalogue }) {
  const { t } = useTranslation();
  const detail = (row: Row) => (row.problem ? problemWords(t, row.problem) : changesOf(t, row, catalogue));
  const columns: Column<Row>[] = [
    { key: "sheet", title: t("catalogue.imports.sheet"), width: 90, text: ({ item }) => t(`catalogue.imports.item.${item}`) },
    { key: "row", title: t("catalogue.imports.row"), width: 64, align: "right", text: ({ number }) => String(number) },
    { key: "name", title: t("catalogue.fields.name"), width: 220, text: ({ name }) => name },
    { key: "what", title: t("catalogue.imports.what"), width: 88, text: ({ outcome }) => t(`catalogue.imports.outcome.${outcome}`), render: ({ outcome }) => <span className={tones[outcome]}>{t(`catalogue.imports.outcome.${outcome}`)}</span> },
    { key: "detail", title: t("catalogue.imports.detail"), width: 900, text: detail, render: (row) => <span className={row.problem ? "danger" : ""} title={detail(row)} data-testid="catalogue-import-detail">{detail(row)}</span> },
  ];
  // What stops the import is seen first.
  const rows = (preview.rows).toSorted((one, other) => Number(other.outcome === "failed") - Number(one.outcome === "failed"));
  return <DataTable name="catalogue-import" label={t("catalogue.imports.title")} columns={columns} rows={rows} rowKey={({ item, number }) => `${item} ${number}`} rowHeight={36} empty={<EmptyState title={t("catalogue.imports.nothing")} />} />;
}

function changesOf(t: TFunction, { changes, name }: Row, { products }: Catalogue): string {
  const of = (field: string) => changes.find((change) => change.field === field);
  const product = products.find((other) => other.name === (of("name")?.before ?? name));
  const unit = (which: "before" | "after") => ({
    unit: (of("unit")?.[which] as string | undefined) ?? product?.unit ?? "",
    scale: (of("scale")?.[which] as number | undefined) ?? product?.scale ?? 0,
  });
  return changeWords(t, changes, { before: { products, unit: unit("before") }, after: { products, unit: unit("after") } })
    .map((change) => t("catalogue.imports.change", { ...change }))
    .join(" · ");
}

/** Which column, which cell, and what is wrong with it. */
export function problemWords(t: TFunction, reason: RowProblem): string {
  const { code, field, params } = reason;
  const { cell, least, most } = params;
  const { message, remedy } = wordsFor(t, reason);
  if (field !== null && cell !== undefined) return t("catalogue.imports.cell", { field: fieldWord(t, field), cell, problem: remedy });
  const bounds = code === "invalid_value" && least !== undefined && most !== undefined ? t("catalogue.imports.between", { least, most }) : remedy;
  const problem = [message, bounds].filter(Boolean).join(t("common.sentenceGap"));
  return field === null ? problem : t("catalogue.imports.column", { field: fieldWord(t, field), problem });
}
