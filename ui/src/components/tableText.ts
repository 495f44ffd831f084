/** Rows as text with tabs, for the clipboard. */
interface TextColumn<Row> {
  title: string;
  text: (row: Row) => string;
}

export function toTsv<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]): string {
  const line = (cells: string[]) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, " ")).join("\t");
  return [line(columns.map((column) => column.title)), ...rows.map((row) => line(columns.map((column) => column.text(row))))].join("\n");
}
