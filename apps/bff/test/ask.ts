import type { Endpoint, EndpointAnswer, ErrorBody } from "@gantry/api-contract";
import type { TestBrowser } from "./test-app.ts";

type Asked = { params?: Record<string, string>; query?: Record<string, string>; json?: unknown };

/** Calls an endpoint by its line in the table and gives the answer; throws on an error answer. */
export async function ask<E extends Endpoint>(
  browser: TestBrowser,
  endpoint: E,
  asked: Asked = {},
): Promise<EndpointAnswer<E>> {
  const response = await send(browser, endpoint, asked);
  const text = await response.text();
  if (response.status !== endpoint.status) throw new Error(`${endpoint.path}: ${response.status} ${text}`);
  return asAnswer<E>(text === "" ? null : JSON.parse(text));
}

/** The same for an endpoint that answers line by line. */
export async function askLines<E extends Endpoint>(
  browser: TestBrowser,
  endpoint: E,
  asked: Asked = {},
): Promise<EndpointAnswer<E>[]> {
  const text = await (await send(browser, endpoint, asked)).text();
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => asAnswer<E>(JSON.parse(line)));
}

/** The first line that is looked for, however long the rest takes; the call is given up then. */
export async function askLine<E extends Endpoint>(
  browser: TestBrowser,
  endpoint: E,
  isWanted: (line: EndpointAnswer<E>) => boolean,
): Promise<EndpointAnswer<E>> {
  const { body } = await send(browser, endpoint, {});
  let text = "";
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    const whole = text.split("\n").slice(0, -1);
    const found = whole.map((line) => asAnswer<E>(JSON.parse(line))).find(isWanted);
    if (found !== undefined) return found;
  }
  throw new Error(`${endpoint.path} has no such line: ${text}`);
}

/** The error that an endpoint answers, with its HTTP status. */
export async function askError(
  browser: TestBrowser,
  endpoint: Endpoint,
  asked: Asked = {},
): Promise<ErrorBody["error"] & { status: number }> {
  const response = await send(browser, endpoint, asked);
  const { error } = asErrorBody(await response.json());
  return { ...error, status: response.status };
}

function send(browser: TestBrowser, endpoint: Endpoint, { params = {}, query, json }: Asked): Promise<Response> {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? "");
  const search = query === undefined ? "" : `?${new URLSearchParams(query)}`;
  return browser.request(`/api${path}${search}`, {
    method: endpoint.method,
    ...(json !== undefined && { json }),
  });
}

/** The server has checked the answer against the endpoint's schema before it left. */
function asAnswer<E extends Endpoint>(answer: unknown): EndpointAnswer<E> {
  return answer as EndpointAnswer<E>;
}

function asErrorBody(body: unknown): ErrorBody {
  return body as ErrorBody;
}
