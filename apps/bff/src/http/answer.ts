import type { Endpoint } from "@gantry/api-contract";
import * as v from "valibot";
import { breathe } from "../breathe.ts";

type Schema = v.GenericSchema<unknown, unknown>;

/** Rows that are checked and serialised before other requests get their turn: a few milliseconds of work. */
const ROWS_PER_TURN = 500;

/**
 * Checks an answer against the contract and drops what the contract does not name. Always on, for it is what keeps an
 * internal field from ever leaving. The error names places, never values.
 */
export function checkAnswer(endpoint: Endpoint, answer: unknown): unknown {
  return check(endpoint, { schema: endpoint.answer, value: answer });
}

/**
 * The answer as checked JSON. Checking takes longer than serialising (10,000 work items: three to four times), so long
 * lists are done in slices, and no request blocks the others.
 */
export async function toCheckedText(endpoint: Endpoint, answer: unknown): Promise<string> {
  const long = findLongList(endpoint, answer);
  if (long === null) return JSON.stringify(checkAnswer(endpoint, answer));
  const texts: string[] = [];
  for (let start = 0; start < long.rows.length; start += ROWS_PER_TURN) {
    const rows = check(endpoint, { schema: long.schema, value: long.rows.slice(start, start + ROWS_PER_TURN) });
    texts.push(JSON.stringify(rows).slice(1, -1));
    await breathe();
  }
  const { items: _sliced, ...others } = toRecord(checkAnswer(endpoint, { ...long.answer, items: [] }));
  const otherTexts = Object.entries(others).map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{"items":[${texts.join(",")}]${otherTexts.join("")}}`;
}

function check(endpoint: Endpoint, { schema, value }: { schema: Schema; value: unknown }): unknown {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const places = result.issues.slice(0, 5).map((issue) => `${v.getDotPath(issue) ?? "answer"}: ${issue.type}`);
  throw new Error(`${endpoint.method} ${endpoint.path} breaks its contract (${places.join("; ")})`);
}

type LongList = { answer: object; rows: readonly unknown[]; schema: Schema };

function findLongList({ answer: schema }: Endpoint, answer: unknown): LongList | null {
  if (typeof answer !== "object" || answer === null || !("items" in answer)) return null;
  const { items: rows } = answer;
  if (!Array.isArray(rows) || rows.length <= ROWS_PER_TURN) return null;
  const entries = "entries" in schema ? schema.entries : null;
  const rowsSchema = typeof entries === "object" && entries !== null && "items" in entries ? entries.items : null;
  return isPlainList(rowsSchema) ? { answer, rows, schema: rowsSchema } : null;
}

/** A list without rules of its own, such as a length, which slices would not keep. */
function isPlainList(schema: unknown): schema is Schema {
  return (
    typeof schema === "object" && schema !== null && "type" in schema && schema.type === "array" && !("pipe" in schema)
  );
}

/** The contract says that this answer is an object; undefined entries are left out, as JSON does. */
function toRecord(checked: unknown): Record<string, unknown> {
  const entries = Object.entries(checked as Record<string, unknown>);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
