import { endpoints } from "@gantry/api-contract";
import { expect, test } from "vitest";
import { sendLines } from "./send-lines.ts";

const endpoint = endpoints.readOverview;

test.each(["gzip", "identity"])("a reader that leaves in mid-line is no failure (%s)", async (encoding) => {
  const failures: unknown[] = [];
  let ended = 0;
  const lines = async function* () {
    try {
      for (;;) yield { type: "end", readAt: 0 };
    } finally {
      ended += 1;
    }
  };
  // Leaving a turn later each time meets the making of a line in each of its steps.
  for (let turns = 0; turns < 12; turns += 1) {
    const response = await sendLines(new Request("http://gantry.test", { headers: { "accept-encoding": encoding } }), {
      endpoint,
      lines: lines(),
      headers: new Headers(),
      onBroken: (error) => failures.push(error),
    });
    const reader = response.body?.getReader();
    await reader?.read();
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    await reader?.cancel();
  }
  for (let turn = 0; turn < 50; turn += 1) await new Promise((next) => void setImmediate(next));
  expect(failures).toEqual([]);
  expect(ended).toBe(12);
});
