import { expect, test } from "vitest";
import { clientOver, clientTo, PLAN, PROJECT, startUpstream, thrownBy } from "./upstream.ts";

test.each([301, 302, 303, 307, 308])(
  "a redirect (%d) to another host is refused: that host receives nothing",
  async (status) => {
    const canary = await startUpstream((_, response) => response.end("{}"));
    const { endpoint, hits } = await startUpstream((_, response) => {
      response.writeHead(status, { location: `${canary.endpoint}/steal` });
      response.end();
    });
    const client = clientTo(endpoint);
    const read = await thrownBy(client.showPlan({ projectId: PROJECT, planId: PLAN }));
    expect(read).toMatchObject({ kind: "redirected", httpStatus: status, doubtful: false });
    const write = await thrownBy(client.linkItems({ projectId: PROJECT, planId: PLAN, itemIds: ["1"] }));
    expect(write).toMatchObject({ kind: "redirected", doubtful: true });
    expect(hits).toHaveLength(2);
    expect(canary.hits).toHaveLength(0);
  },
);

test("any fetch is told not to follow redirects", async () => {
  const told: (string | undefined)[] = [];
  const client = clientOver(async (_, init) => {
    told.push(init.redirect);
    return Response.json({ status: "success" });
  });
  await client.linkItems({ projectId: PROJECT, planId: PLAN, itemIds: ["1"] });
  expect(told).toEqual(["manual"]);
});
