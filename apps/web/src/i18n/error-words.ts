import { ApiError } from "@gantry/api-client";
import { useWords } from "./use-words.ts";
import type { Words } from "./words.ts";

/** Our sentence for an error, and the codes to quote: ours, CodeArts' own, the request's id. */
export type SaidError = { text: string; code: string };

export function sayError(error: unknown, options: { words: Words }): SaidError {
  const { words } = options;
  if (!(error instanceof ApiError)) return { text: words.errors["server.internal"], code: "web.internal" };
  const { upstreamCode } = error.details;
  const codes = [error.code, upstreamCode, error.requestId].filter((part) => part !== undefined && part !== null);
  return { text: words.errors[error.code], code: codes.join(" · ") };
}

export function useErrorWords(error: unknown): SaidError {
  return sayError(error, { words: useWords() });
}
