import { toWorkday } from "../days.ts";
import type { Random } from "../random.ts";
import type { Initiative } from "./themes/theme-types.ts";

/** A leaf's days (day numbers) and how far it is; null days = unscheduled. */
export type LeafPlan = {
  begin: number | null;
  end: number | null;
  state: "done" | "running" | "late" | "planned";
  /** 0–100. */
  progress: number;
  isUnassigned: boolean;
};

/** A group's part of the initiative's span; groups overlap by half, as teams do. */
function windowOf(group: number, groups: number, { from, to }: { from: number; to: number }) {
  const step = (to - from) / (groups + 1);
  return { from: from + group * step, to: from + (group + 2) * step };
}

function stateOf(begin: number, end: number, today: number): LeafPlan["state"] {
  if (end < today) return "done";
  return begin <= today ? "running" : "planned";
}

/** Picks `count` of the leaves that `fits` allows, and changes them. */
function changeSome(
  leaves: LeafPlan[],
  {
    count,
    fits,
    change,
    random,
  }: { count: number; fits: (leaf: LeafPlan) => boolean; change: (leaf: LeafPlan) => unknown; random: Random },
): void {
  for (const leaf of random.shuffle(leaves.filter(fits)).slice(0, count)) change(leaf);
}

/** Leaves of one to three days, each beginning the working day after the one before has ended. */
function scheduleChain(length: number, { from, random }: { from: number; random: Random }): LeafPlan[] {
  let next = toWorkday(from);
  return Array.from({ length }, (): LeafPlan => {
    const begin = next;
    const end = toWorkday(begin + random.between(0, 2), "back");
    next = toWorkday(Math.max(begin, end) + 1);
    return { begin, end: Math.max(begin, end), state: "planned", progress: 0, isUnassigned: false };
  });
}

/** In a backlog some items have a due day only. */
function dropSomeBegins(leaves: LeafPlan[], random: Random): void {
  const fits = (leaf: LeafPlan) => leaf.state === "planned" && leaf.begin !== null;
  changeSome(leaves, { count: Math.floor(leaves.length / 40), random, fits, change: (leaf) => (leaf.begin = null) });
}

/**
 * Lays the leaves of an initiative over its span: done before today, running around it, planned after.
 * @param groupOf the feature each leaf belongs to, 0-based
 */
export function scheduleLeaves(
  initiative: Initiative,
  { groupOf, groups, today, random }: { groupOf: number[]; groups: number; today: number; random: Random },
): LeafPlan[] {
  if (initiative.chain !== undefined)
    return scheduleChain(groupOf.length, { from: today + initiative.days[0], random });
  const span = { from: today + initiative.days[0], to: today + initiative.days[1] };
  const leaves = groupOf.map((group): LeafPlan => {
    const window = windowOf(group, groups, span);
    const begin = toWorkday(Math.round(window.from + random.next() * Math.max(1, window.to - window.from - 4)));
    const end = Math.max(begin, toWorkday(begin + random.between(1, random.chance(0.35) ? 12 : 6), "back"));
    const state = stateOf(begin, end, today);
    const elapsed = Math.round(((today - begin + 1) / (end - begin + 2)) * 10) * 10;
    const progress = state === "done" ? 100 : state === "running" ? Math.min(90, Math.max(10, elapsed)) : 0;
    return { begin, end, state, progress, isUnassigned: false };
  });
  changeSome(leaves, {
    count: initiative.overdue ?? 0,
    random,
    fits: (leaf) => leaf.state !== "late",
    change: (leaf) => {
      leaf.end = toWorkday(today - random.between(1, 12), "back");
      leaf.begin = Math.min(toWorkday(leaf.end - random.between(3, 9), "back"), leaf.end);
      leaf.state = "late";
      leaf.progress = random.between(2, 8) * 10;
    },
  });
  changeSome(leaves, {
    count: initiative.undated ?? 0,
    random,
    fits: (leaf) => leaf.state === "planned",
    change: (leaf) => {
      leaf.begin = null;
      leaf.end = null;
    },
  });
  if (initiative.plan === null) dropSomeBegins(leaves, random);
  changeSome(leaves, {
    count: initiative.unassigned ?? 0,
    random,
    fits: (leaf) => leaf.state === "planned",
    change: (leaf) => {
      leaf.isUnassigned = true;
    },
  });
  return leaves;
}
