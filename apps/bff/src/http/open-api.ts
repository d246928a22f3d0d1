import { type Endpoint, ERROR_STATUS, type ErrorCode, errorBodySchema } from "@gantry/api-contract";
import { type ConversionConfig, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";

type Json = Record<string, unknown>;

/** Every endpoint may answer these; each names the rest in the contract. */
const COMMON_ERRORS = [
  "request.invalid",
  "server.internal",
  "storage.unavailable",
  "storage.full",
] as const satisfies readonly ErrorCode[];
const BODY_ERRORS = ["request.too_large"] as const satisfies readonly ErrorCode[];

const MEDIA_TYPES = {
  json: "application/json",
  "json-lines": "application/x-ndjson",
  events: "text/event-stream",
  calendar: "text/calendar",
} as const;

/** Gantry's API as an OpenAPI 3.1 document, made from the very table that the server is bound to. */
export function createOpenApiDocument(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = `/api${endpoint.path.replaceAll(/:([A-Za-z]+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: toOperation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Gantry", version: "1", description: "Plans, Gantt charts and change sets over CodeArts Req." },
    paths,
    components: {
      schemas: { Error: toSchema(errorBodySchema, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "__Host-gantry", description: "Set by POST /api/session." },
      },
    },
  };
}

function toOperation(endpoint: Endpoint): Json {
  const parameters = [
    ...toParameters(endpoint.params, "path"),
    ...toParameters(endpoint.query, "query"),
    ...(endpoint.method === "GET" ? [] : [header("X-Gantry", { const: "1" })]),
    ...(endpoint.idempotent === true
      ? [header("Idempotency-Key", { type: "string", minLength: 1, maxLength: 128 })]
      : []),
  ];
  return {
    summary: endpoint.summary,
    ...(endpoint.access === "session" ? { security: [{ session: [] }] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(endpoint.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: toSchema(endpoint.body, "input") } },
          },
        }),
    responses: { [endpoint.status]: toAnswer(endpoint), ...toErrors(endpoint) },
  };
}

function toAnswer(endpoint: Endpoint): Json {
  if (endpoint.format === "none") return { description: "Done" };
  const isWhole = endpoint.format === "json" || endpoint.format === "calendar";
  const description = isWhole ? "The answer" : "One line or event of the answer";
  return { description, content: { [MEDIA_TYPES[endpoint.format]]: { schema: toSchema(endpoint.answer, "output") } } };
}

function toErrors(endpoint: Endpoint): Json {
  const codes: ErrorCode[] = [
    ...COMMON_ERRORS,
    ...endpoint.errors,
    ...(endpoint.access === "session" ? (["session.required"] as const) : []),
    ...(endpoint.method === "GET" ? [] : (["request.not_same_origin"] as const)),
    ...(endpoint.body === undefined ? [] : BODY_ERRORS),
  ];
  const byStatus: Record<number, Set<ErrorCode>> = {};
  for (const code of codes) (byStatus[ERROR_STATUS[code]] ??= new Set()).add(code);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, those]) => [
      status,
      {
        description: [...those].join(", "),
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    ]),
  );
}

function toParameters(schema: v.GenericSchema<unknown, unknown> | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = toSchema(schema, "input") as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: inner,
  }));
}

function header(name: string, schema: Json): Json {
  return { name, in: "header", required: true, schema };
}

function toSchema(schema: v.GenericSchema<unknown, unknown>, typeMode: "input" | "output"): Json {
  const { $schema: _dialect, ...json } = toJsonSchema(asConvertible(schema), { ...CONVERSION, typeMode });
  return json;
}

const CONVERSION: ConversionConfig = {
  target: "draft-2020-12",
  // What JSON Schema cannot say (a check, a transformation) is left out; the server checks it all the same.
  errorMode: "ignore",
  overrideSchema: ({ valibotSchema }) => (valibotSchema.type === "custom" ? { type: "string", format: "date" } : null),
};

/** The contract's schemas are all synchronous and take JSON. */
function asConvertible(schema: v.GenericSchema<unknown, unknown>): Parameters<typeof toJsonSchema>[0] {
  return schema as Parameters<typeof toJsonSchema>[0];
}
