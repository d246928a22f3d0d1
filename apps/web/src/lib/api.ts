import { createApiClient } from "@gantry/api-client";

/** The one client of Gantry's API. It looks fetch up at each call, so that tests can put the real bff in its place. */
export const api = createApiClient({ fetch: (url, init) => globalThis.fetch(url, init) });
