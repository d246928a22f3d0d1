import { defineEndpoint } from "../endpoint.ts";
import { loadItemsQuerySchema, loadItemsSchema, loadQuerySchema, loadSchema, teamEventSchema } from "../load.ts";
import { UPSTREAM_ERRORS } from "./shared.ts";

/** Reads, though POST: the working calendar is too long for an address. */
export const loadEndpoints = {
  readLoad: defineEndpoint({
    method: "POST",
    path: "/load",
    summary: "Person × week over all plans, from what is known of them; asks CodeArts for the projects only",
    access: "session",
    body: loadQuerySchema,
    answer: loadSchema,
    format: "json",
    status: 200,
    errors: UPSTREAM_ERRORS,
  }),
  readTeam: defineEndpoint({
    method: "GET",
    path: "/load/members",
    summary: "The members of every project that one sees, project by project; each is asked for once in ten minutes",
    access: "session",
    answer: teamEventSchema,
    format: "json-lines",
    status: 200,
    errors: UPSTREAM_ERRORS,
  }),
  listLoadItems: defineEndpoint({
    method: "POST",
    path: "/load/items",
    summary: "The work items of one person's week, or those without dates, a page at a time",
    access: "session",
    body: loadItemsQuerySchema,
    answer: loadItemsSchema,
    format: "json",
    status: 200,
    errors: UPSTREAM_ERRORS,
  }),
} as const;
