import pg from "pg";

const { BOOL, INT8, NUMERIC } = pg.types.builtins;
const TEXT_FORMAT = "text";

/** Values read as SQLite gives them: whole numbers as numbers (instants and counts are far below 2^53), truth as 1 or 0. */
export const asSqliteReads: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (oid === INT8 || oid === NUMERIC) return Number;
    if (oid === BOOL) return (value: string) => (value === "t" ? 1 : 0);
    return pg.types.getTypeParser(oid, format ?? TEXT_FORMAT);
  },
};

/** PostgreSQL's text takes every character but NUL, which names typed elsewhere may hold. */
export function toParameter(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
}
