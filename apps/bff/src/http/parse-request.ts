import type { Endpoint, EndpointInput } from "@gantry/api-contract";
import * as v from "valibot";
import { AppError } from "../app-error.ts";

type Issue = { path: string; message: string };
type Part = "params" | "query" | "body";

const MAX_DEPTH = 32;
const MAX_ISSUES = 20;

/** What came with a request, before the endpoint's schemas have seen it. */
export type RawInput = { params: Record<string, string>; query: URLSearchParams; body: unknown };

/** Parses every part strictly. Throws `request.invalid` that names each bad field and its limit. */
export function parseInput(endpoint: Endpoint, raw: RawInput): EndpointInput<Endpoint> {
  const issues: Issue[] = [];
  const input = {
    params: parsePart(endpoint.params, raw.params, { part: "params", issues }),
    query: parseQuery(endpoint, { query: raw.query, issues }),
    body: parsePart(endpoint.body, raw.body, { part: "body", issues }),
  };
  if (issues.length > 0) {
    throw new AppError("request.invalid", "The request does not fit this endpoint", {
      details: { issues: issues.slice(0, MAX_ISSUES) },
    });
  }
  return input;
}

/** Reads a JSON body. Throws `request.invalid` for anything else, and for nesting that no schema of ours has. */
export function parseJsonBody(text: string, options: { contentType: string | null }): unknown {
  if (!/^application\/json(?:\s*;|$)/i.test(options.contentType ?? "")) {
    throw invalid("Content-Type", "Expected application/json");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid("body", "Expected JSON");
  }
  if (isDeeperThan(value, MAX_DEPTH)) throw invalid("body", `Nested deeper than ${MAX_DEPTH}`);
  return value;
}

function parsePart(
  schema: v.GenericSchema<unknown, unknown> | undefined,
  value: unknown,
  options: { part: Part; issues: Issue[] },
): unknown {
  if (schema === undefined) return undefined;
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = v.getDotPath(issue);
    options.issues.push({ path: path ?? options.part, message: withoutInput(issue) });
  }
  return undefined;
}

function parseQuery(endpoint: Endpoint, options: { query: URLSearchParams; issues: Issue[] }): unknown {
  const known = endpoint.query === undefined ? [] : entryNames(endpoint.query);
  const values: Record<string, string> = Object.create(null);
  for (const name of new Set(options.query.keys())) {
    const given = options.query.getAll(name);
    if (!known.includes(name)) options.issues.push({ path: name.slice(0, 64), message: "Unknown query parameter" });
    else if (given.length > 1) options.issues.push({ path: name, message: "Given more than once" });
    else values[name] = given[0] ?? "";
  }
  return parsePart(endpoint.query, { ...values }, { part: "query", issues: options.issues });
}

function entryNames(schema: v.GenericSchema<unknown, unknown>): string[] {
  return "entries" in schema && typeof schema.entries === "object" && schema.entries !== null
    ? Object.keys(schema.entries)
    : [];
}

/** valibot's words end in what was received; an answer repeats nothing that was sent, it may be a secret. */
function withoutInput(issue: v.BaseIssue<unknown>): string {
  return issue.message.replace(/ but received [\s\S]*$/, "");
}

function invalid(path: string, message: string): AppError {
  return new AppError("request.invalid", "The request does not fit this endpoint", {
    details: { issues: [{ path, message }] },
  });
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth === 0) return true;
  return Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}
