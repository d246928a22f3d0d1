import { isPassing } from "@gantry/api-client";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { dictionaryOf } from "../i18n/dictionary.ts";
import { sayError } from "../i18n/error-words.ts";
import { isLostSession, markSessionLost } from "../lib/session-state.ts";
import { languageOf, useSettings } from "../lib/settings.ts";
import { showToast } from "../ui/toasts.tsx";

const MAX_READ_RETRIES = 3;
const LONGEST_PAUSE_MS = 8_000;

/** One cache for the whole page. Reads are retried with back-off, writes never: the change-set ledger does that. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeLostSession }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        noticeLostSession(error);
        // Mutations that show their own errors say so in `meta`; all others end as a toast.
        if (isLostSession(error) || mutation.meta?.["showsOwnErrors"] === true) return;
        const { text, code } = sayError(error, { words: dictionaryOf(languageOf(useSettings.getState())) });
        showToast({ tone: "danger", text, detail: code });
      },
    }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < MAX_READ_RETRIES && isPassing(error),
        retryDelay: (failures) => Math.min(500 * 2 ** failures, LONGEST_PAUSE_MS),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}

function noticeLostSession(error: unknown): void {
  if (isLostSession(error)) markSessionLost();
}
