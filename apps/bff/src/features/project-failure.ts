import type { ErrorBody } from "@gantry/api-contract";
import { translateUpstreamError } from "../upstream/translate-error.ts";

/** An upstream failure of one project as a page shows it; whatever else was thrown goes on up. */
export function toProjectError(error: unknown, { requestId }: { requestId: string }): ErrorBody["error"] {
  const translated = translateUpstreamError(error);
  if (translated === null) throw error;
  const { code, message, details } = translated;
  return { code, message, requestId, ...(details !== undefined && { details }) };
}
