import * as v from "valibot";
import type { ErrorCode } from "../errors.ts";
import { changeSetIdSchema, planIdSchema, projectIdSchema } from "../ids.ts";

export const projectParams = v.strictObject({ projectId: projectIdSchema });
export const planParams = v.strictObject({ projectId: projectIdSchema, planId: planIdSchema });
export const changeSetParams = v.strictObject({ id: changeSetIdSchema });
export const listOf = <S extends v.GenericSchema>(item: S) => v.object({ items: v.array(item) });

/** Errors that CodeArts' side can cause on any call that reads or writes there. */
export const UPSTREAM_ERRORS = [
  "upstream.refused",
  "upstream.rejected",
  "upstream.busy",
  "upstream.unavailable",
  "upstream.timeout",
  "upstream.bad_answer",
] as const satisfies readonly ErrorCode[];
