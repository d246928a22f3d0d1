import { type ApiClient, createApiClient } from "@gantry/api-client";
import { isLostSession, watchForSignIn } from "./session-state.ts";

/** Looks fetch up at each call, so that tests can put the real bff in its place. */
const client = createApiClient({ fetch: (url, init) => globalThis.fetch(url, init) });

/**
 * The one client of Gantry's API. What was refused for want of a session was not done; where somebody has signed in
 * while the refusal was on its way, it is asked again.
 */
export const api: ApiClient = {
  call: async (endpoint, parts) => {
    const session = watchForSignIn();
    try {
      return await client.call(endpoint, parts);
    } catch (error) {
      if (!isLostSession(error) || !session.wasSignedIn()) throw error;
      return api.call(endpoint, parts);
    }
  },
  stream: async function* (endpoint, parts) {
    const session = watchForSignIn();
    try {
      yield* client.stream(endpoint, parts);
    } catch (error) {
      if (!isLostSession(error) || !session.wasSignedIn()) throw error;
      yield* api.stream(endpoint, parts);
    }
  },
};
