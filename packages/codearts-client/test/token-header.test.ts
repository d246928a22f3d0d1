import { inspect } from "node:util";
import { expect, test } from "vitest";
import { clientTo, PLAN, PROJECT, startUpstream, thrownBy, TOKEN } from "./upstream.ts";

const success = JSON.stringify({ result: { id: PLAN, name: "P", type: "gantt" }, status: "success" });

test.each([10, 16_383, 16_384, 32_768])("a token of %d characters reaches the service whole", async (length) => {
  const { endpoint, hits } = await startUpstream((_, response) => response.end(success));
  const token = "t".repeat(length);
  await clientTo(endpoint, { token }).showPlan({ projectId: PROJECT, planId: PLAN });
  expect(hits[0]?.headers["x-auth-token"]).toBe(token);
});

test.each([
  ["of 32,769 characters", "t".repeat(32_769)],
  ["of 9 characters", "t".repeat(9)],
  ["with a line break", `${TOKEN}\r\nx-evil: 1`],
  ["with characters that a header cannot hold", `${TOKEN}令牌`],
])("a token %s is refused before anything is sent, and is not in the error", async (_, token) => {
  const { endpoint, hits } = await startUpstream((_request, response) => response.end(success));
  const error = await thrownBy(clientTo(endpoint, { token }).showPlan({ projectId: PROJECT, planId: PLAN }));
  expect(error).toMatchObject({ kind: "bad-request", wasSent: false, doubtful: false });
  expect(hits).toHaveLength(0);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(token.slice(0, 16));
});

test.each([
  ["in an error message", JSON.stringify({ error_code: "PM.1", error_msg: `bad ${TOKEN}` }), 400],
  ["in part", JSON.stringify({ error_code: "PM.1", error_msg: `bad ${TOKEN.slice(4, 24)}` }), 400],
  ["in part, as an error code", JSON.stringify({ error_code: TOKEN.slice(4, 24), error_msg: "bad" }), 400],
  ["as an error code", JSON.stringify({ error_code: TOKEN, error_msg: "bad" }), 400],
  ["in a good answer", success.replace('"P"', JSON.stringify(TOKEN)), 200],
  ["in HTML", `<html>${TOKEN}</html>`, 502],
])("a token that the service repeats %s is in no error", async (_, body, status) => {
  const { endpoint } = await startUpstream((_request, response) => {
    response.writeHead(status, { "x-request-id": TOKEN });
    response.end(body);
  });
  const error = await thrownBy(clientTo(endpoint).showPlan({ projectId: PROJECT, planId: PLAN }));
  expect(error).toHaveProperty("name", "CodeArtsError");
  const shown = inspect(error, { depth: 10, showHidden: true });
  for (let start = 0; start + 16 <= TOKEN.length; start += 1) {
    expect(shown).not.toContain(TOKEN.slice(start, start + 16));
  }
});

test("an empty token is refused before anything is sent", async () => {
  const { endpoint, hits } = await startUpstream((_, response) => response.end(success));
  const error = await thrownBy(clientTo(endpoint, { token: "" }).showPlan({ projectId: PROJECT, planId: PLAN }));
  expect(error).toMatchObject({ kind: "bad-request", wasSent: false });
  expect(hits).toHaveLength(0);
});
