import * as v from "valibot";
import { defineEndpoint } from "../endpoint.ts";
import { viewIdSchema } from "../ids.ts";
import { newViewSchema, viewChangeSchema, viewKindSchema, viewSchema } from "../views.ts";
import { listOf } from "./shared.ts";

const viewParams = v.strictObject({ viewId: viewIdSchema });

export const viewEndpoints = {
  listViews: defineEndpoint({
    method: "GET",
    path: "/views",
    summary: "Saved views of a page: one's own, and those that colleagues share",
    access: "session",
    query: v.object({ kind: viewKindSchema }),
    answer: listOf(viewSchema),
    format: "json",
    status: 200,
    errors: [],
  }),
  createView: defineEndpoint({
    method: "POST",
    path: "/views",
    summary: "Save what a page shows under a name",
    access: "session",
    body: newViewSchema,
    answer: viewSchema,
    format: "json",
    status: 201,
    errors: ["view.too_many"],
  }),
  changeView: defineEndpoint({
    method: "PATCH",
    path: "/views/:viewId",
    summary: "Rename, replace, share or no longer share one's own view",
    access: "session",
    params: viewParams,
    body: viewChangeSchema,
    answer: viewSchema,
    format: "json",
    status: 200,
    errors: ["view.not_found"],
  }),
  deleteView: defineEndpoint({
    method: "DELETE",
    path: "/views/:viewId",
    summary: "Delete one's own view",
    access: "session",
    params: viewParams,
    answer: v.null(),
    format: "none",
    status: 204,
    errors: ["view.not_found"],
  }),
  setDefaultView: defineEndpoint({
    method: "PATCH",
    path: "/default-views/:kind",
    summary: "Which view a page opens with, for oneself; null = none",
    access: "session",
    params: v.strictObject({ kind: viewKindSchema }),
    body: v.strictObject({ viewId: v.nullable(viewIdSchema) }),
    answer: v.null(),
    format: "none",
    status: 204,
    errors: ["view.not_found"],
  }),
} as const;
