/** A spreadsheet runs a cell that starts with one of these as a formula (full-width forms too). */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** The byte order mark tells spreadsheets that the text is UTF-8. */
export const CSV_MARK = "\uFEFF";

/** One cell: never a formula, always quoted where it has to be. */
export function toCsvCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line after RFC 4180. Ids are written digit by digit. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCsvCell).join(",")}\r\n`;
}

/** A whole file. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `${CSV_MARK}${rows.map(toCsvLine).join("")}`;
}
