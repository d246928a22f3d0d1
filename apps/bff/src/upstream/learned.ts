import { LRUCache } from "lru-cache";
import type { OperationName } from "@gantry/codearts-client";
import type { Owner } from "../session/session.ts";

/** Pages to ask for where no limit is documented, the largest first; what is refused is not asked for again. */
const PAGE_SIZES = {
  listPlanItemsV2: [15_000, 2_000, 100],
  queryIpdItems: [2_000, 1_000, 200, 100],
} as const satisfies Partial<Record<OperationName, readonly number[]>>;

type Paged = keyof typeof PAGE_SIZES;

const MAX_CATEGORIES = 100_000;
const MAX_PLANS = 10_000;

/**
 * A plan as one person sees it. What the service does with one plan or for one person is no proof for another: v3 and
 * v2 may differ in what they let somebody see.
 */
export type SeenPlan = Owner & { projectId: string; planId: string };

/** What was learnt of the service itself; it holds nothing that only some may see. */
export type Learned = {
  /** Rows to ask for in one page. */
  pageSize: (operation: Paged) => number;
  /** The service would not give pages of this size. @returns whether there is a smaller one to ask for */
  refusePageSize: (operation: Paged, size: number) => boolean;
  /** An IPD item's category, so that it need not be looked for in each. */
  categoryOf: (itemId: string) => string | null;
  noteCategory: (itemId: string, category: string) => void;
  /** v2's list of plan items was seen to be this plan's, and not the whole project's. */
  looksAtPlan: (plan: SeenPlan) => boolean;
  noteLooksAtPlan: (plan: SeenPlan) => void;
  forgetLooksAtPlan: (plan: SeenPlan) => void;
};

export function createLearned(): Learned {
  const steps = new Map<Paged, number>();
  const categories = new LRUCache<string, string>({ max: MAX_CATEGORIES });
  const plans = new LRUCache<string, true>({ max: MAX_PLANS });
  const stepOf = (operation: Paged) => steps.get(operation) ?? 0;
  const sizeAt = (operation: Paged, step: number) => PAGE_SIZES[operation][step];
  return {
    pageSize: (operation) => sizeAt(operation, stepOf(operation)) ?? 100,
    refusePageSize: (operation, size) => {
      const step = stepOf(operation);
      const isCurrent = sizeAt(operation, step) === size;
      if (isCurrent && sizeAt(operation, step + 1) !== undefined) steps.set(operation, step + 1);
      return (sizeAt(operation, stepOf(operation)) ?? size) < size;
    },
    categoryOf: (itemId) => categories.get(itemId) ?? null,
    noteCategory: (itemId, category) => void categories.set(itemId, category),
    looksAtPlan: (plan) => plans.get(keyOf(plan)) ?? false,
    noteLooksAtPlan: (plan) => void plans.set(keyOf(plan), true),
    forgetLooksAtPlan: (plan) => void plans.delete(keyOf(plan)),
  };
}

function keyOf({ domainId, userId, projectId, planId }: SeenPlan): string {
  return JSON.stringify([domainId, userId, projectId, planId]);
}
