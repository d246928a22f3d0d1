import type { PlanItems, WorkItem } from "@gantry/api-contract";
import { buildTree, rollUpTree, type RollUp, type TreeNode } from "@gantry/schedule";

/** What is known of the items of a plan that the timeline shows. */
export type OpenedPlan =
  | { state: "reading" }
  | { state: "failed" }
  | { state: "read"; roots: readonly TreeNode<WorkItem>[]; rollUps: ReadonlyMap<string, RollUp> };

/** A tree is made once for each reading, not with each drawing. */
const trees = new WeakMap<PlanItems, OpenedPlan>();

export type OpenedQuery = { data: PlanItems | undefined; isError: boolean; isFetching: boolean };

export function toOpenedPlan(query: OpenedQuery): OpenedPlan {
  const { data } = query;
  if (data === undefined) return query.isError && !query.isFetching ? { state: "failed" } : { state: "reading" };
  const known = trees.get(data);
  if (known !== undefined) return known;
  const roots = buildTree(data.items);
  const made: OpenedPlan = { state: "read", roots, rollUps: rollUpTree(roots) };
  trees.set(data, made);
  return made;
}
