import type { HealthReason, PlanRollUp } from "@gantry/api-contract";
import type { Words } from "./words.ts";

type Healthy = Pick<PlanRollUp, "health" | "reasons">;

/** The first reason, short enough for a cell; null where nothing is wrong. */
export function sayFirstReason({ reasons }: Healthy, words: Words): string | null {
  const [first] = reasons;
  return first === undefined ? null : say(first, { words, how: "reason" });
}

/** Every reason in whole words, worst first. */
export function sayReasons({ reasons }: Healthy, words: Words): string[] {
  return reasons.map((reason) => say(reason, { words, how: "because" }));
}

/** "Late: 3 items past their end date, oldest 12 days, 4 items without dates". */
export function sayHealth(rollUp: Healthy, words: Words): string {
  const name = words.overview.health[rollUp.health];
  const reasons = sayReasons(rollUp, words);
  if (reasons.length === 0) return name;
  return words.overview.healthWithReasons(name, reasons.join(words.common.comma));
}

function say(reason: HealthReason, { words, how }: { words: Words; how: "reason" | "because" }): string {
  const said = words.overview[how];
  switch (reason.rule) {
    case "empty":
      return said.empty;
    case "stale":
      return said.stale(reason.days ?? 0);
    case "overdue":
      return said.overdue(reason.count, reason.days ?? 0);
    default:
      return said[reason.rule](reason.count);
  }
}
