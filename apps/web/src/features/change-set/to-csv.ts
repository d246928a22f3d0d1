/** A spreadsheet runs a cell that starts with one of these as a formula (full-width forms too). */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** One cell: never a formula, always quoted where it has to be. */
export function toCsvCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV after RFC 4180 with a byte order mark, so that spreadsheets read Chinese. Ids are written digit by digit. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(toCsvCell).join(",")).join("\r\n")}\r\n`;
}
