import { type AuditHead, auditLineSchema } from "@gantry/api-contract";
import * as v from "valibot";
import { chainHashOf, contentHashOf, EMPTY_HEAD } from "./chain.ts";

export type AuditVerdict = {
  isIntact: boolean;
  /** Rows that were read, and how many of them were redacted: their place is proved, their content is not known. */
  rows: number;
  redacted: number;
  /** End of what was read; to be noted elsewhere. */
  head: AuditHead;
  /** What is wrong, in words, in the order of the rows; the first few. */
  problems: string[];
};

const MOST_PROBLEMS = 20;

/**
 * Goes over a chain, oldest row first, in memory that does not grow with it. Finds rows that were edited, deleted,
 * inserted, moved or exchanged. A tail that was cut off, or a chain that was computed anew, is found against heads
 * that were noted elsewhere.
 * @param lines parsed JSON, a line each; the last one must be the head
 */
export async function verifyAudit(
  lines: AsyncIterable<unknown> | Iterable<unknown>,
  options: { notedHeads?: readonly AuditHead[] } = {},
): Promise<AuditVerdict> {
  const problems: string[] = [];
  let count = 0;
  const complain = (problem: string) => {
    count += 1;
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  const noted = new Map<number, string[]>();
  for (const { number, hash } of options.notedHeads ?? []) noted.set(number, [...(noted.get(number) ?? []), hash]);
  const compare = ({ number, hash }: AuditHead) => {
    for (const wanted of noted.get(number) ?? [])
      if (wanted !== hash) complain(`row ${number}: its hash is not the one that was noted elsewhere`);
    noted.delete(number);
  };

  let head: AuditHead = EMPTY_HEAD;
  let told: AuditHead | null = null;
  let rows = 0;
  let redacted = 0;
  compare(head);
  for await (const line of lines) {
    const parsed = v.safeParse(auditLineSchema, line);
    if (told !== null) {
      complain(`line ${rows + 2}: something stands after the head`);
      break;
    }
    if (!parsed.success) {
      rows += 1;
      complain(`line ${rows}: this is no row of an audit log`);
      continue;
    }
    if ("head" in parsed.output) {
      told = parsed.output.head;
      continue;
    }
    const row = parsed.output;
    rows += 1;
    if (row.number !== head.number + 1) complain(`row ${row.number}: it stands where row ${head.number + 1} belongs`);
    if (row.previousHash !== head.hash) complain(`row ${row.number}: it does not follow from the row before it`);
    if (row.hash !== chainHashOf(row)) complain(`row ${row.number}: its hash is not made from its place and content`);
    if (!("kind" in row)) redacted += 1;
    else if (row.contentHash !== contentHashOf(row)) complain(`row ${row.number}: its content was changed`);
    head = { number: row.number, hash: row.hash };
    compare(head);
  }
  if (told === null) complain("the end is missing: the last line must be the head");
  else if (told.number !== head.number || told.hash !== head.hash)
    complain(`the head says row ${told.number}, the last row is ${head.number}: the end was cut off or changed`);
  for (const number of noted.keys()) complain(`row ${number}: it was noted elsewhere as a head, and is not there`);
  if (count > problems.length) problems.push(`… and ${count - problems.length} more`);
  return { isIntact: count === 0, rows, redacted, head, problems };
}
