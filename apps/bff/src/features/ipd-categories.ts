import { IPD_CATEGORIES, IPD_MODEL_CATEGORIES, type IpdCategory } from "@gantry/codearts-contract";
import { mapWithLimit } from "./concurrency.ts";
import type { KnownProject } from "./projects/from-upstream.ts";

/** Calls that go category by category, this many side by side. */
export const CONCURRENT_CATEGORIES = 4;

/** The categories of an IPD project; all of them where its model is unknown (a wrong one gives an empty list). */
export function categoriesOf({ modelId }: KnownProject): readonly IpdCategory[] {
  return IPD_MODEL_CATEGORIES[modelId ?? ""] ?? IPD_CATEGORIES;
}

/** Asks once for each category of a project, some side by side; answers in the order of the categories. */
export async function mapCategories<Output>(
  known: KnownProject,
  run: (category: IpdCategory) => Promise<Output>,
): Promise<Output[]> {
  return await mapWithLimit(categoriesOf(known), { limit: CONCURRENT_CATEGORIES, run });
}
