import { endpoints } from "@gantry/api-contract";
import { describe, expect, it } from "vitest";
import { ApiError, createApiClient, isPassing } from "../src/index.ts";

type Seen = { url: string; init: RequestInit };

function clientThatAnswers(answer: () => Response | Promise<Response>) {
  const seen: Seen[] = [];
  const client = createApiClient({
    fetch: async (url, init) => {
      seen.push({ url, init });
      return await answer();
    },
  });
  return { client, seen };
}

const projectId = "a".repeat(32);
const planId = "b".repeat(32);
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const headersOf = (seen: Seen[]) => new Headers(seen[0]?.init.headers);

async function caught(work: Promise<unknown>): Promise<ApiError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error(`Expected an ApiError, got ${String(error)}`);
  return error;
}

describe("createApiClient", () => {
  it("encodes path parameters, so that an id cannot reach another route", async () => {
    const { client, seen } = clientThatAnswers(() => json({ items: [] }));
    await client.call(endpoints.listMembers, { params: { projectId: "../../session" } });
    expect(seen[0]?.url).toBe("/api/projects/..%2F..%2Fsession/members");
  });

  it("leaves untouched query values out of the URL", async () => {
    const { client, seen } = clientThatAnswers(() => json({ items: [], total: 0 }));
    await client.call(endpoints.listAddableItems, { params: { projectId, planId }, query: { search: "a&b" } });
    expect(seen[0]?.url).toBe(`/api/projects/${projectId}/plans/${planId}/addable?search=a%26b`);
  });

  it("marks calls that change something, and only those", async () => {
    const reading = clientThatAnswers(() => json({ items: [] }));
    await reading.client.call(endpoints.listProjects, {});
    expect(headersOf(reading.seen).get("x-gantry")).toBeNull();
    const writing = clientThatAnswers(() => new Response(null, { status: 204 }));
    await writing.client.call(endpoints.signOut, {});
    expect(headersOf(writing.seen).get("x-gantry")).toBe("1");
  });

  it("sends the idempotency key with the call that it was given for", async () => {
    const { client, seen } = clientThatAnswers(() => json({}));
    await caught(
      client.call(endpoints.createChangeSet, {
        body: {
          origin: "edit",
          projectId,
          planId: null,
          changes: [{ itemId: "1", field: "end", from: null, to: null }],
        },
        idempotencyKey: "k1",
      }),
    );
    expect(headersOf(seen).get("idempotency-key")).toBe("k1");
  });

  it("throws the server's code, request id and details", async () => {
    const details = { issues: [{ path: "name", message: "at most 128 characters" }] };
    const { client } = clientThatAnswers(() =>
      json({ error: { code: "request.invalid", message: "Bad request", requestId: "r1", details } }, 400),
    );
    const error = await caught(client.call(endpoints.listProjects, {}));
    expect(error).toMatchObject({ code: "request.invalid", status: 400, requestId: "r1", details });
    expect(isPassing(error)).toBe(false);
  });

  it("tells a dead network from an error answer", async () => {
    const { client } = clientThatAnswers(() => Promise.reject(new TypeError("failed to fetch")));
    const error = await caught(client.call(endpoints.listProjects, {}));
    expect(error.code).toBe("network");
    expect(isPassing(error)).toBe(true);
  });

  it("counts a proxy's own 502 page as a passing network fault", async () => {
    const { client } = clientThatAnswers(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
    expect(isPassing(await caught(client.call(endpoints.listProjects, {})))).toBe(true);
  });

  it("refuses an answer that breaks the contract instead of handing it on", async () => {
    const { client } = clientThatAnswers(() => json({ items: [{ id: 7 }] }));
    expect((await caught(client.call(endpoints.listProjects, {}))).code).toBe("bad-answer");
  });

  it("refuses an answer that is not JSON", async () => {
    const { client } = clientThatAnswers(() => new Response("<html>", { status: 200 }));
    expect((await caught(client.call(endpoints.listProjects, {}))).code).toBe("bad-answer");
  });

  it("lets an abort through as an abort, not as an error of ours", async () => {
    const abort = new AbortController();
    const { client } = clientThatAnswers(() => {
      abort.abort(new Error("left the page"));
      return Promise.reject(new Error("left the page"));
    });
    await expect(client.call(endpoints.listProjects, { signal: abort.signal })).rejects.toThrow("left the page");
  });
});

describe("stream", () => {
  const bodyOf = (...chunks: string[]) =>
    new Response(
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
          controller.close();
        },
      }),
    );

  it("yields each line once, however the network cuts it", async () => {
    const text = `${JSON.stringify({ type: "projects", projects: [] })}\n${JSON.stringify({ type: "end", readAt: 5 })}\n`;
    for (let cut = 0; cut <= text.length; cut += 1) {
      const { client } = clientThatAnswers(() => bodyOf(text.slice(0, cut), text.slice(cut)));
      const types: string[] = [];
      for await (const line of client.stream(endpoints.readOverview, {})) types.push(line.type);
      expect(types).toEqual(["projects", "end"]);
    }
  });

  it("throws on a line that was cut off, after the whole ones before it", async () => {
    const { client } = clientThatAnswers(() => bodyOf(`{"type":"end","readAt":5}\n{"type":"pro`));
    const types: string[] = [];
    const read = async () => {
      for await (const line of client.stream(endpoints.readOverview, {})) types.push(line.type);
    };
    expect((await caught(read())).code).toBe("bad-answer");
    expect(types).toEqual(["end"]);
  });
});
