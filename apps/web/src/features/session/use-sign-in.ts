import { type Credentials, endpoints } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { markSessionFound } from "../../lib/session-state.ts";
import { sessionQueries } from "../../queries/session-queries.ts";

/** Signs in with what was typed, once: a refused password is never sent a second time by the program. */
export function useSignIn(options: { onSignedIn: () => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => api.call(endpoints.signIn, { body: credentials }),
    meta: { showsOwnErrors: true },
    onSuccess: (info) => {
      const before = client.getQueryData(sessionQueries.current().queryKey)?.session?.userId;
      // Another person must never see what the first one read.
      if (before !== undefined && before !== info.session?.userId) client.clear();
      client.setQueryData(sessionQueries.current().queryKey, info);
      markSessionFound();
      options.onSignedIn();
    },
  });
}
