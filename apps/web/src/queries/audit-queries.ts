import { type AuditKind, endpoints } from "@gantry/api-contract";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "../lib/api.ts";
import { given } from "../lib/given.ts";

/** Which rows of the audit log: all that is named must fit. Instants are epoch milliseconds as text. */
export type AuditFilter = {
  projectId?: string | undefined;
  userId?: string | undefined;
  kind?: AuditKind | undefined;
  changeSetId?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
};

export const auditQueries = {
  /** What was done, newest first, a page at a time. */
  list: (filter: AuditFilter) =>
    infiniteQueryOptions({
      queryKey: ["audit", filter],
      queryFn: ({ pageParam, signal }) =>
        api.call(endpoints.listAudit, { query: given({ ...filter, cursor: pageParam ?? undefined }), signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor ?? null,
    }),
};
