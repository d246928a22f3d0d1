import { endpoints } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { markLeaving } from "../../lib/session-state.ts";

/** Ends the session, then loads the page anew, so that nothing that was read stays in memory. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    // The server ends what is still being read; ended from here, the browser has nothing to complain of.
    onMutate: () => {
      markLeaving();
      return client.cancelQueries();
    },
    mutationFn: () => api.call(endpoints.signOut, {}),
    onSettled: () => window.location.assign("/sign-in"),
  });
}
