import type { OverviewEvent } from "@gantry/api-contract";
import type { Product } from "@gantry/testkit/product";

export type Reading = {
  firstLineMs: number;
  /** The first plans of any project by name, and with what they add up to. */
  firstPlansMs: number | null;
  firstRollUpMs: number | null;
  /** Plans of every project by name. */
  allPlansMs: number | null;
  /** The end; null where it was given up before. */
  endMs: number | null;
  calls: number;
  bytes: number;
  plans: number;
};

/** Opens the overview as its page does, to the end or for so long, and tells what came when and what it cost. */
export async function readOverview(
  { url, simulator }: Product,
  { cookie, isFresh = false, forMs = Number.POSITIVE_INFINITY }: { cookie: string; isFresh?: boolean; forMs?: number },
): Promise<Reading> {
  const callsBefore = simulator.ledger.received().length;
  const giveUp = new AbortController();
  const timer = Number.isFinite(forMs) ? setTimeout(() => giveUp.abort(), forMs) : undefined;
  const startedAt = performance.now();
  const after = () => Math.round(performance.now() - startedAt);
  const reading: Reading = {
    firstLineMs: Number.NaN,
    firstPlansMs: null,
    firstRollUpMs: null,
    allPlansMs: null,
    endMs: null,
    calls: 0,
    bytes: 0,
    plans: 0,
  };
  let projects = 0;
  const listed = new Set<string>();
  const take = (event: OverviewEvent) => {
    if (event.type === "projects") {
      reading.firstLineMs = after();
      projects = event.projects.length;
    }
    if (event.type === "plans") {
      reading.firstPlansMs ??= after();
      if (event.plans.some(({ rollUp }) => rollUp !== null)) reading.firstRollUpMs ??= after();
      if (!listed.has(event.projectId)) reading.plans += event.plans.length;
      listed.add(event.projectId);
      if (listed.size === projects) reading.allPlansMs ??= after();
    }
    if (event.type === "roll-ups") reading.firstRollUpMs ??= after();
    if (event.type === "end") reading.endMs = after();
  };
  try {
    const response = await fetch(`${url}/api/overview${isFresh ? "?fresh=1" : ""}`, {
      headers: { cookie, "x-gantry": "1", "sec-fetch-site": "same-origin" },
      signal: giveUp.signal,
    });
    if (response.body === null || !response.ok) throw new Error(`The overview answered ${response.status}`);
    let text = "";
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      reading.bytes += part.length;
      const lines = (text + part).split("\n");
      text = lines.pop() ?? "";
      for (const line of lines) take(asEvent(JSON.parse(line)));
    }
  } catch (error) {
    if (!giveUp.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  return { ...reading, calls: simulator.ledger.received().length - callsBefore };
}

/** The server has checked the line against its schema before it left. */
function asEvent(value: unknown): OverviewEvent {
  return value as OverviewEvent;
}
