import { createSimulator, startSimulatorServer, type Simulator } from "@gantry/codearts-simulator";
import { OPERATIONS } from "./jobs.ts";

type Hold = {
  /** Resolves when that write has come in. */
  reached: Promise<void>;
  release: () => void;
};

export type FaultWorld = {
  simulator: Simulator;
  url: string;
  /** Resolves when so many more writes have come in. */
  writesFromNow: (count: number) => Promise<void>;
  /** Resolves when so many writes have come in since the beginning. */
  writesReach: (count: number) => Promise<void>;
  /** Holds one write, so many from now: meanwhile its job can't come to its end. */
  hold: (count: number) => Hold;
  /** Resolves when CodeArts has carried out a write of ours. */
  carriedOut: () => Promise<void>;
  close: () => Promise<void>;
};

/** Enough Scrum items beside the demo's projects for a large job. */
const SCALE = { items: 5_600, plans: 2, biggestPlan: 300 };
/** Neighbours of 19 digits, which no JS number tells apart. */
const FIRST_IPD_ID = 1_157_294_446_159_000_000n;

/** CodeArts without latency behind a port, large enough for jobs of 5,000 items of either kind. */
export async function openFaultWorld(options: {
  seed: number;
  ipdItems: number;
  isLarge: boolean;
}): Promise<FaultWorld> {
  const simulator = createSimulator({ seed: options.seed, scale: options.isLarge ? SCALE : "demo" });
  addIpdItems(simulator, options.ipdItems);
  let writes = 0;
  let waiting: (() => boolean)[] = [];
  const later = (isReached: () => boolean) =>
    new Promise<void>((resolve) => {
      waiting.push(() => {
        if (!isReached()) return false;
        resolve();
        return true;
      });
    });
  const look = () => {
    waiting = waiting.filter((isOver) => !isOver());
  };
  const watched: Simulator = {
    ...simulator,
    exchange: (call) => {
      if (call.method === "PUT" || call.target.endsWith("/issue")) writes += 1;
      const answer = simulator.exchange(call);
      look();
      return answer.finally(look);
    },
  };
  const server = await startSimulatorServer(watched, { port: 0 });
  const writesReach: FaultWorld["writesReach"] = (count) =>
    writes >= count ? Promise.resolve() : later(() => writes >= count);
  return {
    simulator,
    url: server.url,
    writesFromNow: (count) => writesReach(writes + count),
    writesReach,
    hold: (count) => {
      const rule = simulator.faults.add({
        when: { operation: Object.values(OPERATIONS), nth: count },
        do: { kind: "hold" },
      });
      return { reached: later(() => rule.fired() > 0), release: rule.remove };
    },
    carriedOut: () => later(() => simulator.ledger.all().length > 0),
    close: server.close,
  };
}

function addIpdItems(simulator: Simulator, count: number): void {
  const { world } = simulator;
  const model = world.ipdItems.find(({ category }) => category === "Task");
  if (model === undefined) throw new Error("The simulator's world has no IPD task");
  for (let index = 0; index < count; index += 1) {
    const id = String(FIRST_IPD_ID + BigInt(index));
    world.ipdItems.push({ ...model, id, number: `T${id}`, title: `Task ${index}`, parentId: null, labelIds: [] });
  }
  simulator.reset();
}
