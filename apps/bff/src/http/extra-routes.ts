import type { Dependencies } from "../dependencies.ts";
import type { BoundRoute } from "./bind.ts";
import { createOpenApiDocument } from "./open-api.ts";
import { sendJson } from "./send-json.ts";

export type ExtraRoute = { path: `/api/${string}`; answer: (request: Request) => Response | Promise<Response> };

/** The two public addresses that are no endpoints of the contract: its own description, and the operator's counts. */
export function createExtraRoutes({ metrics }: Dependencies, routes: readonly BoundRoute[]): readonly ExtraRoute[] {
  let openApiText: string | null = null;
  return [
    {
      path: "/api/openapi.json",
      answer: (request) => {
        openApiText ??= JSON.stringify(createOpenApiDocument(routes.map((route) => route.endpoint)));
        return sendJson(request, {
          text: openApiText,
          status: 200,
          headers: new Headers({ "cache-control": "no-cache", vary: "Accept-Encoding" }),
        });
      },
    },
    {
      path: "/api/metrics",
      answer: () =>
        new Response(metrics.toText(), { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } }),
    },
  ];
}
