import * as v from "valibot";
import { lenient, readFlag, readText } from "./wire.ts";

/** Role of a project's members who may look and change nothing (§3.1). */
export const VIEWER_ROLE = "8";

/** `GET /v4/projects/{id}/user-role`: the caller's own role, a number there. */
export const userRoleSchema = v.object({ user_role: lenient(readText) });
export type UserRole = v.InferOutput<typeof userRoleSchema>;

/** `GET /v4/project/{id}/public-configs`: whether closed items of the project take no changes (§4.5). */
export const publicConfigsSchema = v.object({ closed_workitem_readonly_mode: lenient(readFlag) });
export type PublicConfigs = v.InferOutput<typeof publicConfigsSchema>;
