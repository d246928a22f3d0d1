import { expect, test } from "vitest";
import { createIamClient, createUpstreamFetch } from "../src/index.ts";
import { inProcess, json, startUpstream, thrownBy } from "./upstream.ts";

const PASSWORD = "pass-word-canary-0123456789";
const parameters = { account: "acme", userName: "sam", password: PASSWORD, scope: "cn-north-4" };
const answer = {
  token: {
    expires_at: "2026-11-23T00:00:00.000000Z",
    issued_at: "2026-11-22T00:00:00.000000Z",
    methods: ["password"],
    user: { id: "u1", name: "sam", domain: { id: "d1", name: "acme" }, password_expires_at: "" },
    project: { id: "p1", name: "cn-north-4", domain: { id: "d1", name: "acme" } },
  },
};
const iamAnswering = (response: () => Response) => {
  const { fetch, seen } = inProcess(response);
  return { iam: createIamClient({ fetch, endpoint: "http://iam.test", nowMs: () => 0 }), seen };
};

test("signs in by password for the region's project, without the catalogue, and without a token header", async () => {
  const { iam, seen } = iamAnswering(() =>
    json(answer, { status: 201, headers: { "x-subject-token": "t".repeat(32_768) } }),
  );
  const issued = await iam.createToken(parameters);
  expect(issued).toEqual({
    token: "t".repeat(32_768),
    expiresAtMs: Date.parse("2026-11-23T00:00:00Z"),
    user: { id: "u1", name: "sam", domain: { id: "d1", name: "acme" } },
  });
  expect(`${seen[0]?.method} ${seen[0]?.path}?${seen[0]?.query}`).toBe("POST /v3/auth/tokens?nocatalog=true");
  expect(seen[0]?.headers.has("x-auth-token")).toBe(false);
  expect(JSON.parse(seen[0]?.body ?? "")).toEqual({
    auth: {
      identity: {
        methods: ["password"],
        password: { user: { name: "sam", password: PASSWORD, domain: { name: "acme" } } },
      },
      scope: { project: { name: "cn-north-4" } },
    },
  });
});

test("a wrong password is kind auth, sent once, and the password is not in the error even if IAM repeats it", async () => {
  const { iam, seen } = iamAnswering(() =>
    json({ error: { code: 401, message: `No: ${PASSWORD}`, title: "Unauthorized" } }, { status: 401 }),
  );
  const error = await thrownBy(iam.createToken(parameters));
  expect(error).toMatchObject({ kind: "auth", httpStatus: 401, upstreamCode: "401", upstreamMessage: null });
  expect(seen).toHaveLength(1);
});

test.each([
  ["absent", undefined],
  ["too long", "t".repeat(32_769)],
  ["too short", "t"],
])("a token that is %s is a bad answer", async (_, token) => {
  const { iam } = iamAnswering(() => json(answer, { status: 201, headers: token ? { "x-subject-token": token } : {} }));
  expect(await thrownBy(iam.createToken(parameters))).toMatchObject({ kind: "bad-answer" });
});

test("a token of 32,768 characters comes through real sockets", async () => {
  const { endpoint } = await startUpstream((_, response) => {
    response.writeHead(201, { "content-type": "application/json", "x-subject-token": "t".repeat(32_768) });
    response.end(JSON.stringify(answer));
  });
  const upstream = createUpstreamFetch({ connections: 1 });
  const iam = createIamClient({ fetch: upstream.fetch, endpoint, nowMs: () => 0 });
  expect((await iam.createToken(parameters)).token).toHaveLength(32_768);
  await upstream.close();
});
