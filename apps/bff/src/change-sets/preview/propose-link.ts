import { LINK_FIELD, type Change, type Skip, type WorkItem } from "@gantry/api-contract";
import type { ProjectFacts } from "./facts.ts";
import { toChange, toItemFacts, toSkip } from "./to-change.ts";
import type { Proposed } from "./proposed.ts";

/** What dropping items on a plan means for each: the link, and days for those that have none. Pure. */
export function proposeLink(options: {
  items: readonly WorkItem[];
  plan: { id: string; name: string };
  linkedIds: ReadonlySet<string>;
  scheduleUndatedOn: string | undefined;
  facts: ProjectFacts;
}): Proposed {
  const { plan, linkedIds, scheduleUndatedOn, facts } = options;
  const changes: Change[] = [];
  const skipped: Skip[] = [];
  for (const item of options.items) {
    if (linkedIds.has(item.id)) {
      skipped.push(toSkip(item, { field: LINK_FIELD, reason: "already-linked" }));
      continue;
    }
    changes.push({
      ...toItemFacts(item),
      field: LINK_FIELD,
      from: null,
      to: plan.id,
      fromLabel: null,
      toLabel: plan.name,
    });
    const isUndated = item.start === null && item.end === null && item.badDates === undefined;
    if (scheduleUndatedOn === undefined || !isUndated) continue;
    changes.push(
      toChange(item, { field: "start", to: scheduleUndatedOn, facts }),
      toChange(item, { field: "end", to: scheduleUndatedOn, facts }),
    );
  }
  return { changes, skipped };
}
