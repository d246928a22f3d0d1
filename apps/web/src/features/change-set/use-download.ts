import type { ChangeResult } from "@gantry/api-contract";
import { endpoints } from "@gantry/api-contract";
import { useMutation } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { api } from "../../lib/api.ts";
import { useToday } from "../../lib/clock.ts";
import { saveFile } from "../../lib/save-file.ts";
import { toCsv } from "../../lib/to-csv.ts";
import { toCsvRows } from "./result-rows.ts";

const ROWS_A_PAGE = 1000;

/** Reads every result, whatever is loaded on the page, and hands the file to the browser. */
export function useDownload(id: string) {
  const words = useWords();
  const format = useFormat();
  const today = useToday();
  return useMutation({
    mutationFn: async () => {
      const csv = toCsv(toCsvRows(await readAll(id), { words, format, today }));
      saveFile(`gantry-${id}.csv`, new Blob([csv], { type: "text/csv;charset=utf-8" }));
    },
  });
}

async function readAll(id: string): Promise<ChangeResult[]> {
  const results: ChangeResult[] = [];
  let cursor: string | undefined;
  do {
    // Each page names the next.
    const page = await api.call(endpoints.readChangeSet, {
      params: { id },
      query: { limit: String(ROWS_A_PAGE), ...(cursor === undefined ? {} : { cursor }) },
    });
    results.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return results;
}
