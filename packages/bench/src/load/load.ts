import { measureLoad } from "@gantry/bff/load-bench";
import { printTable, ratio } from "../table.ts";

/** Who has how much to do: the answer of `POST /load` with all items known, beside a bare pass over them. */
export async function benchLoad(): Promise<void> {
  const costs = [];
  for (const size of [
    { people: 60, weeks: 26, items: 30_000 },
    { people: 60, weeks: 53, items: 30_000 },
    { people: 1_000, weeks: 53, items: 100_000 },
  ])
    costs.push(await measureLoad(size));
  printTable(
    "Load by person and week, all items known",
    costs.map(({ people, weeks, items, answerMs, bareMs, longestStretchMs }) => ({
      people,
      weeks,
      items,
      "answer, ms": answerMs.toFixed(1),
      "goal, ms": people === 60 ? "1000" : "",
      "bare pass, ms": bareMs.toFixed(2),
      ratio: ratio(answerMs, bareMs),
      "longest stretch, ms": longestStretchMs.toFixed(1),
    })),
  );
}
