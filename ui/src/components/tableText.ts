/** Rows as text: tabs for the clipboard, CSV for a file. */
interface TextColumn<Row> {
  title: string;
  text: (row: Row) => string;
}

export function toTsv<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]): string {
  const line = (cells: string[]) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, " ")).join("\t");
  return [line(columns.map((column) => column.title)), ...rows.map((row) => line(columns.map((column) => column.text(row))))].join("\n");
}

/** With the mark that makes spreadsheets read UTF-8, and nothing that they would run as a formula. */
export function toCsv<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.map((column) => cell(column.title)), ...rows.map((row) => columns.map((column) => cell(column.text(row))))];
  return `\uFEFF${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}
