import { describe, expect, test } from "vitest";
import { createRig } from "./rig.ts";

describe("a token", () => {
  test("of another company sees no project, plan, item or person of the demo", async () => {
    const { as, simulator, plan, itemOf, project } = createRig();
    const call = await as("yan.mei");
    const list = await call("GET", "/v4/projects?offset=0&limit=1000&query_type=domain_projects");
    expect(list.json).toMatchObject({ total: 1, projects: [{ project_name: "Orchard Ripeness" }] });
    expect((await call("GET", "/v1/ipdprojectservice/projects/ipd")).json).toMatchObject({ result: [] });
    const checkout = plan("Checkout 3.0");
    const atlas = project("Atlas Payments").id;
    const item = itemOf("Checkout 3.0").id;
    const calls: [string, string, unknown?][] = [
      ["GET", `/v3/plan/${atlas}/${checkout.id}/info`],
      ["POST", `/v3/plan/${atlas}/managements`, { page_no: 1, page_size: 10 }],
      ["POST", `/v3/plan/${atlas}/${checkout.id}/issues`, {}],
      ["POST", `/v3/plan/${atlas}/${checkout.id}/issue`, [item]],
      ["GET", `/v4/projects/${atlas}/issues/${item}`],
      ["PUT", `/v4/projects/${atlas}/issues/${item}`, { done_ratio: 1 }],
      ["GET", `/v4/projects/${atlas}/members?offset=0&limit=10`],
      ["POST", "/v2/workitem/issues", { project_id: atlas, issue_ids: String(item), assigned_to_id: "4091" }],
      ["GET", `/v1/ipdprojectservice/projects/${project("Harbor IoT").id}/users`],
    ];
    for (const [method, path, body] of calls)
      expect(await call(method, path, body)).toMatchObject({ status: 403, json: { error_code: "PM.00000014" } });
    expect(simulator.ledger.all()).toEqual([]);
  });

  test("cannot reach another project's item through a project of its own", async () => {
    const { as, itemOf, project } = createRig();
    const call = await as("chen.hao");
    const foreign = itemOf("Driver app 5");
    const path = `/v4/projects/${project("Atlas Payments").id}/issues/${foreign.id}`;
    expect((await call("GET", path)).status).toBe(400);
    expect((await call("PUT", path, { done_ratio: 1 })).status).toBe(400);
  });

  test("sees the projects of its user only", async () => {
    const { as } = createRig();
    const names = async (userName: string) =>
      (await (await as(userName))("GET", "/v4/projects?offset=0&limit=100")).text.match(/"project_name":"[^"]+"/g)
        ?.length;
    expect(await names("zhao.min")).toBe(4);
    expect(await names("chen.hao")).toBe(2);
    expect(await names("guo.jing")).toBe(2);
  });

  test("of a viewer reads and does not write", async () => {
    const { as, itemOf, project, simulator } = createRig();
    const call = await as("guo.jing");
    const path = `/v4/projects/${project("Atlas Payments").id}`;
    const { id } = itemOf("Checkout 3.0");
    expect((await call("GET", `${path}/issues/${id}`)).status).toBe(200);
    expect((await call("GET", `${path}/user-role`)).json).toEqual({ user_role: 8 });
    expect(await call("PUT", `${path}/issues/${id}`, { done_ratio: 1 })).toMatchObject({
      status: 403,
      json: { error_code: "PM.00000014" },
    });
    expect(simulator.ledger.all()).toEqual([]);
  });
});
