import type { KnownPlan, Mirror } from "../mirror/mirror.ts";
import type { KnownProject } from "./projects/from-upstream.ts";
import type { Reader } from "./reader.ts";

/** A project's plans, brought up to date. */
export type ProjectPlans = {
  /** Those whose items are known. */
  plans: readonly (KnownPlan & { items: NonNullable<KnownPlan["items"]> })[];
  /** Plans whose items could not be read, now or ever. */
  failed: number;
};

/** Throws the client's `CodeArtsError` where the plans can't be listed; a single plan that fails is counted. */
export async function readProjectPlans(
  mirror: Mirror,
  { reader, known }: { reader: Reader; known: KnownProject },
): Promise<ProjectPlans> {
  const newest = new Map<string, KnownPlan>();
  for await (const news of mirror.refresh(reader, { known })) {
    if (news.type !== "listed" && news.type !== "read") continue;
    for (const plan of news.plans) newest.set(plan.plan.id, plan);
  }
  const plans = [...newest.values()];
  const read = plans.flatMap(({ items, ...rest }) => (items === null ? [] : [{ ...rest, items }]));
  return { plans: read, failed: plans.length - read.length };
}
