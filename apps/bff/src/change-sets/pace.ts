import { LINK_FIELD } from "@gantry/api-contract";
import type { ReadName, WriteName } from "../upstream/gateway.ts";
import type { SeenPlan } from "../upstream/learned.ts";
import { CATCH_UP_MS } from "../upstream/turn-book.ts";
import type { UpstreamPace } from "../upstream/upstream-pace.ts";
import type { UpstreamCall } from "./compile/calls.ts";
import type { ChangeSetRecord } from "./ledger/records.ts";
import { readsOf, type ReadsOptions } from "./run/reads-of.ts";

type Estimate = {
  upstreamCalls: number;
  /** Fresh reads before and read-backs after, as far as they can be foreseen. */
  upstreamReads: number;
  estimateMs: number;
};

/** How long change sets take, as CodeArts has answered of late and beside what else is to be done. */
export type Pace = {
  /**
   * For compiled calls that are not yet a job.
   * @param options.onPlan items on the plan that links go to; null where nobody knows
   * @param options.plan that plan; null where there is none
   */
  estimate: (calls: readonly UpstreamCall[], options: { onPlan: number | null; plan: SeenPlan | null }) => Estimate;
  /** So many changes were written down, as they are when a change set is created. */
  noteStored: (stored: { changes: number; durationMs: number }) => void;
  /** What is left of a change set; null where nobody can say, because it does not run, or CodeArts wants a rest. */
  remainingMs: (record: ChangeSetRecord) => number | null;
  /** Whether all jobs wait, because CodeArts said that it is called too often, or is busy. */
  isHeld: () => boolean;
};

const OPERATIONS: Record<UpstreamCall["kind"], { write: WriteName; read: ReadName }> = {
  link: { write: "linkItems", read: "listPlanItemsV2" },
  "scrum-assign": { write: "batchAssignItem", read: "queryItems" },
  "scrum-update": { write: "updateItem", read: "queryItems" },
  "ipd-update": { write: "batchUpdateIpdItems", read: "queryIpdItems" },
};

/** A call of which nothing is known yet. */
const FIRST_GUESS_MS = 150;
/** Storing one change, before the first change set. */
const FIRST_GUESS_STORE_MS = 0.03;
/** A change is stored once, and read and settled for about as much again. */
const LEDGER_TIMES = 2;
/** What a job takes whatever its size: to be taken up, to be finished. */
const ANY_JOB_MS = 50;
/** Weight of the newest large change set in the running mean; small ones tell little of what a single change takes. */
const NEWEST = 0.3;
const LARGE = 1_000;
/** Larger jobs keep every fourth turn while a smaller one overtakes them. */
const SHARE_BESIDE_LARGER = 3 / 4;

/** Calls of one kind. */
type Load = { kind: UpstreamCall["kind"]; writes: number; reads: number };

export function createPace(upstream: UpstreamPace): Pace {
  let storeMs = FIRST_GUESS_STORE_MS;
  const latencyMs = (operation: ReadName | WriteName) => upstream.callMs(operation) ?? FIRST_GUESS_MS;

  /** Turns that must be had before the last of so many is: smaller jobs overtake, larger ones take their share. */
  const turnsFor = (calls: number, job: string | null) => {
    const others = [...upstream.expected()].filter(([id]) => id !== job).map(([, left]) => left);
    const before = others.filter((left) => left < calls).reduce((sum, left) => sum + left, 0);
    const isBesideLarger = others.some((left) => left >= calls);
    return (calls + before) / (isBesideLarger ? SHARE_BESIDE_LARGER : 1);
  };

  /** @param options.aheadMs so much of the calls leaves at once, since nothing was sent for a while */
  const timeFor = (loads: readonly Load[], { job, aheadMs }: { job: string | null; aheadMs: number }): number => {
    const calls = loads.reduce((sum, { writes, reads }) => sum + writes + reads, 0);
    if (calls === 0) return 0;
    const writeMs = Math.max(...loads.map(({ kind }) => latencyMs(OPERATIONS[kind].write)));
    const readMs = Math.max(...loads.map(({ kind }) => latencyMs(OPERATIONS[kind].read)));
    const workMs = loads.reduce((sum, { kind, writes, reads }) => {
      const { write, read } = OPERATIONS[kind];
      return sum + writes * latencyMs(write) + reads * latencyMs(read);
    }, 0);
    const byRateMs = (turnsFor(calls, job) * 1_000) / upstream.ratePerSecond() - aheadMs;
    const byConcurrencyMs = (workMs / upstream.jobConcurrency()) * (turnsFor(calls, job) / calls);
    // Nothing is sent during the first look and the last one.
    return Math.round(Math.max(byRateMs, byConcurrencyMs, writeMs) + 2 * readMs);
  };

  const ledgerMsFor = (calls: readonly UpstreamCall[]) => {
    const changes = calls.reduce((sum, { positions }) => sum + positions.length, 0);
    return changes === 0 ? 0 : Math.round(ANY_JOB_MS + LEDGER_TIMES * changes * storeMs);
  };

  return {
    estimate: (calls, { onPlan, plan }) => {
      const looksAtPlan = plan !== null && upstream.looksAtPlan(plan);
      const loads = toLoads(calls, { pageSize: upstream.pageSize, onPlan, looksAtPlan });
      return {
        upstreamCalls: calls.length,
        upstreamReads: loads.reduce((sum, { reads }) => sum + reads, 0),
        estimateMs: timeFor(loads, { job: null, aheadMs: CATCH_UP_MS }) + ledgerMsFor(calls),
      };
    },
    noteStored: ({ changes, durationMs }) => {
      const weight = NEWEST * Math.min(1, changes / LARGE);
      if (changes > 0) storeMs += (durationMs / changes - storeMs) * weight;
    },
    isHeld: () => upstream.heldUntil() !== null,
    remainingMs: (record) => {
      const { id, state, callsPlanned, callsSent } = record;
      if ((state !== "running" && state !== "queued") || upstream.heldUntil() !== null) return null;
      const writes = Math.max(0, callsPlanned - callsSent);
      const reads = Math.max(0, (upstream.expected().get(id) ?? writes) - writes);
      return timeFor([{ kind: kindOf(record), writes, reads }], { job: id, aheadMs: 0 });
    },
  };
}

/** What most of its calls are; the ledger's head does not tell them apart. */
function kindOf({ fields, projectKind }: ChangeSetRecord): UpstreamCall["kind"] {
  if (fields.length === 1 && fields[0] === LINK_FIELD) return "link";
  if (projectKind === "ipd") return "ipd-update";
  return fields.length === 1 && fields[0] === "assignee" ? "scrum-assign" : "scrum-update";
}

function toLoads(calls: readonly UpstreamCall[], options: ReadsOptions): Load[] {
  const kinds = [...new Set(calls.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = calls.filter((call) => call.kind === kind);
    return { kind, writes: own.length, reads: readsOf(own, options) };
  });
}
