import * as v from "valibot";
import { defineEndpoint } from "../endpoint.ts";
import { shareIdSchema } from "../ids.ts";
import { newShareSchema, publicItemSchema, publicShareSchema, shareSchema } from "../shares.ts";
import { UPSTREAM_ERRORS, listOf } from "./shared.ts";

/** Any text: what is no token is answered like a token that ended. */
const tokenParams = v.strictObject({ token: v.string() });

export const shareEndpoints = {
  listShares: defineEndpoint({
    method: "GET",
    path: "/shares",
    summary: "One's own links and feeds that work, the newest first",
    access: "session",
    answer: listOf(shareSchema),
    format: "json",
    status: 200,
    errors: [],
  }),
  createShare: defineEndpoint({
    method: "POST",
    path: "/shares",
    summary: "Make a signed link to a plan or an overview, or a calendar feed, that anybody who has it can read",
    access: "session",
    body: newShareSchema,
    answer: shareSchema,
    format: "json",
    status: 201,
    errors: ["project.not_found", "plan.not_found", "share.too_many", ...UPSTREAM_ERRORS],
  }),
  revokeShare: defineEndpoint({
    method: "DELETE",
    path: "/shares/:shareId",
    summary: "End one's own link at once",
    access: "session",
    params: v.strictObject({ shareId: shareIdSchema }),
    answer: v.null(),
    format: "none",
    status: 204,
    errors: ["share.not_found"],
  }),
  readPublicShare: defineEndpoint({
    method: "GET",
    path: "/public/shares/:token",
    summary: "What a link shows, as Gantry last read it; every link that does not work is answered alike",
    access: "public",
    params: tokenParams,
    answer: publicShareSchema,
    format: "json",
    status: 200,
    errors: ["share.not_found", "request.too_many"],
  }),
  listPublicItems: defineEndpoint({
    method: "GET",
    path: "/public/shares/:token/items",
    summary: "The work items of the plan that a link shows",
    access: "public",
    params: tokenParams,
    answer: listOf(publicItemSchema),
    format: "json",
    status: 200,
    errors: ["share.not_found", "request.too_many"],
  }),
  readFeed: defineEndpoint({
    method: "GET",
    path: "/public/feeds/:file",
    summary: "A plan's or a person's dated work items as an iCalendar feed, at `<token>.ics`",
    access: "public",
    params: v.strictObject({ file: v.string() }),
    answer: v.string(),
    format: "calendar",
    status: 200,
    errors: ["share.not_found", "request.too_many"],
  }),
} as const;
