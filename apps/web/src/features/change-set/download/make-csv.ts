import { endpoints } from "@gantry/api-contract";
import { api } from "../../../lib/api.ts";
import { createSlices } from "../../../lib/slices.ts";
import { CSV_MARK, toCsvLine } from "../../../lib/to-csv.ts";
import { type LineContext, toHeadings, toLine } from "./result-lines.ts";

const ROWS_A_PAGE = 1000;
const ROWS_A_STEP = 50;

/**
 * Every result of a change set, whatever the page shows, in the order in which the changes were agreed to: that order
 * stays while a job runs, so that none is missed or written twice. Read page by page, without keeping the page from
 * drawing. Throws the signal's reason when it was cancelled.
 */
export async function makeCsv(
  id: string,
  options: LineContext & { signal: AbortSignal; onProgress: (progress: { read: number; total: number }) => void },
): Promise<Blob> {
  const { signal, onProgress } = options;
  const breathe = createSlices(signal);
  const parts = [CSV_MARK, toCsvLine(toHeadings(options))];
  let read = 0;
  let cursor: string | undefined = "0";
  while (cursor !== undefined) {
    // Each page names the next.
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(id, { cursor, signal });
    for (const [index, result] of page.items.entries()) {
      parts.push(toCsvLine(toLine(result, options)));
      if (index % ROWS_A_STEP === 0) await breathe();
    }
    read += page.items.length;
    onProgress({ read, total: page.total });
    cursor = page.nextCursor;
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

function readPage(id: string, { cursor, signal }: { cursor: string; signal: AbortSignal }) {
  return api.call(endpoints.readChangeSet, {
    params: { id },
    query: { order: "agreed", limit: String(ROWS_A_PAGE), cursor },
    signal,
  });
}
