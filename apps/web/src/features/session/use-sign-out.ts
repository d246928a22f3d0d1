import { endpoints } from "@gantry/api-contract";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

/** Ends the session, then loads the page anew, so that nothing that was read stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => api.call(endpoints.signOut, {}),
    onSettled: () => window.location.assign("/sign-in"),
  });
}
