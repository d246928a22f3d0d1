import { numericIdSchema } from "@gantry/codearts-contract";
import * as v from "valibot";
import type { OperationName } from "../operations.ts";
import { checkRequest } from "../transport/call.ts";
import { wireNumber } from "../transport/json.ts";

/** Digits as numbers of the wire, digit for digit. */
export function checkIds(operation: OperationName, ids: readonly string[]) {
  return checkRequest(operation, { schema: v.array(numericIdSchema), value: ids }).map(wireNumber);
}
