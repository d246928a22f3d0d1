import type { Endpoint } from "@gantry/api-contract";

export function createOpenApiDocument(endpoints: readonly Endpoint[]): unknown {
  return { openapi: "3.1.0", paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, {}])) };
}
