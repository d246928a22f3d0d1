import { connectionOf, type ConnectionOptions } from "./connection.ts";
import { createIpdItemCalls } from "./dialects/ipd-items.ts";
import { createIpdLookupCalls } from "./dialects/ipd-lookups.ts";
import { createPlanCalls } from "./dialects/plans.ts";
import { createProjectCalls } from "./dialects/projects.ts";
import { createScrumItemCalls } from "./dialects/scrum-items.ts";
import { createCaller } from "./dialects/session.ts";
import type { MethodName } from "./operations.ts";

export type CodeArtsClientOptions = ConnectionOptions & {
  /** Asked for at every call, so that a renewed token is used at once. */
  token: () => string;
};

/**
 * Calls of one identity, keyed by operation name: `client[name](parameters, { signal, deadlineMs })`; beside them the
 * narrow reads of some.
 * It sends once and never retries; `operations[name]` tells what a caller may repeat.
 * @throws CodeArtsError from every call, and nothing else
 */
export function createCodeArtsClient(options: CodeArtsClientOptions) {
  const call = createCaller(connectionOf(options), { token: options.token });
  return {
    ...createProjectCalls(call),
    ...createPlanCalls(call),
    ...createScrumItemCalls(call),
    ...createIpdItemCalls(call),
    ...createIpdLookupCalls(call),
  } satisfies Record<MethodName, unknown>;
}

export type CodeArtsClient = ReturnType<typeof createCodeArtsClient>;
