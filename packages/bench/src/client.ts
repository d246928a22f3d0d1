import { type ApiClient, createApiClient } from "@gantry/api-client";
import { endpoints } from "@gantry/api-contract";
import type { Credentials } from "@gantry/codearts-simulator";

export type SignedIn = { client: ApiClient; url: string; cookie: string };

/** Signs in as a browser would, and gives a client that carries the session cookie. */
export async function signIn(url: string, options: { credentials: Credentials }): Promise<SignedIn> {
  let cookie = "";
  const client = createApiClient({
    baseUrl: url,
    fetch: async (target, init) => {
      const headers = new Headers(init.headers);
      headers.set("origin", new URL(url).origin);
      headers.set("sec-fetch-site", "same-origin");
      if (cookie !== "") headers.set("cookie", cookie);
      const response = await fetch(target, { ...init, headers });
      const set = response.headers.getSetCookie()[0];
      if (set !== undefined) cookie = set.split(";")[0] ?? "";
      return response;
    },
  });
  const { account, userName, password } = options.credentials;
  await client.call(endpoints.signIn, { body: { account, userName, password } });
  return { client, url, cookie };
}
