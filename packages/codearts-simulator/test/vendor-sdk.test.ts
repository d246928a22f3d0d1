import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Core from "@huaweicloud/huaweicloud-sdk-core";
import type * as ProjectMan from "@huaweicloud/huaweicloud-sdk-projectman/v4/public-api";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startSimulatorServer } from "../src/index.ts";
import { createRig, dig, digList } from "./rig.ts";

// The SDK writes a file into the home folder on its first call.
const home = mkdtempSync(join(tmpdir(), "simulator-sdk-"));
vi.stubEnv("HOME", home);

const load = createRequire(import.meta.url);
const core = load("@huaweicloud/huaweicloud-sdk-core") as typeof Core;
const { ProjectManClient } = load("@huaweicloud/huaweicloud-sdk-projectman/v4/public-api") as typeof ProjectMan;

type SdkClient = ProjectMan.ProjectManClient;

const rig = createRig({ tokenLength: 1_800 });
const { simulator } = rig;
const atlas = rig.project("Atlas Payments");
const harbor = rig.project("Harbor IoT");
const checkout = rig.plan("Checkout 3.0");

// The SDK's own names for these are not exported.
type HcClient = Parameters<Core.BasicCredentials["processAuthRequest"]>[0];
type SdkRequest = Awaited<ReturnType<Core.BasicCredentials["processAuthRequest"]>>;

/** The SDK signs with keys by default; CodeArts' own examples send the token. */
function credentialsWith(token: string): Core.BasicCredentials {
  class TokenCredentials extends core.BasicCredentials {
    override async processAuthRequest(_client: HcClient, request: SdkRequest): Promise<SdkRequest> {
      return { ...request, headers: { ...request.headers, "X-Auth-Token": token } };
    }
  }
  return new TokenCredentials().withAk("none").withSk("none").withProjectId("none");
}

let client: SdkClient;
let close: () => Promise<void>;

beforeAll(async () => {
  const server = await startSimulatorServer(simulator);
  close = server.close;
  const { token } = await rig.as("zhao.min");
  client = ProjectManClient.newBuilder().withCredential(credentialsWith(token)).withEndpoint(server.url).build();
});

afterAll(async () => {
  await close();
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

/** Requests are given as plain objects with the wire's names, which the SDK takes beside its own classes. */
function request<Request>(fields: Record<string, unknown>): Request {
  return fields as Request;
}

/** A call that the SDK has no method for, by its own transport. */
function raw(method: string, url: string, data?: unknown): Promise<unknown> {
  const hcClient = Reflect.get(client, "hcClient") as HcClient;
  const options = { method, url, contentType: "application/json", queryParams: {}, pathParams: {}, headers: {} };
  return hcClient.sendRequest(data === undefined ? options : { ...options, data: data as Record<string, unknown> });
}

describe("the vendor's own SDK", () => {
  test("lists projects, members and the current user", async () => {
    const projects = await client.listProjectsV4(request({ offset: 0, limit: 10 }));
    expect(projects).toMatchObject({ httpStatusCode: 200, total: 4 });
    const members = await client.listProjectMembersV4(request({ project_id: atlas.id, offset: 0, limit: 100 }));
    expect(digList(members, "members").map((member) => dig(member, "user_name"))).toContain("zhao.min");
    const user = await client.showCurUserInfo();
    expect(user).toMatchObject({ user_id: simulator.credentials[0]?.userId, nick_name: "Zhao Min" });
  });

  test("lists plans (seed 3) and reads one by a raw call (seed 1)", async () => {
    const plans = await client.showScrumPlansByCondition(
      request({ project_id: atlas.id, body: { page_no: 1, page_size: 200, type: "gantt" } }),
    );
    expect(plans).toMatchObject({ status: "success", result: { total: "8", gantts: "8", minds: "0" } });
    const info = await raw("GET", `/v3/plan/${atlas.id}/${checkout.id}/info`);
    expect(info).toMatchObject({ status: "success", result: { id: checkout.id, name: "Checkout 3.0" } });
  });

  test("links items to a Gantt chart by a raw call (seed 0)", async () => {
    const free = simulator.store.scrumItemsOf(atlas.id).filter((item) => !checkout.itemIds.has(String(item.id)));
    const ids = free.slice(0, 4).map((item) => item.id);
    expect(await raw("POST", `/v3/plan/${atlas.id}/${checkout.id}/issue`, ids)).toMatchObject({ status: "success" });
    expect(ids.map((id) => simulator.ledger.timesApplied(String(id), { operation: "linkIssues" }))).toEqual([
      1, 1, 1, 1,
    ]);
  });

  test("edits a Scrum item in a batch of one (seed 2)", async () => {
    const item = rig.itemOf("Card vault");
    const edit = { project_id: atlas.id, issue_ids: String(item.id), assigned_to_id: String(atlas.creator.userNumber) };
    const answer = await client.batchUpdateScrumIssues(request({ body: edit }));
    expect(answer).toMatchObject({
      status: "success",
      result: { success_issues: [String(item.id)], error_issues: [] },
    });
    expect(simulator.store.scrumItem(item.id)?.assigneeNumber).toBe(atlas.creator.userNumber);
  });

  test("queries, updates and shows Scrum items", async () => {
    const listed = await client.listIssuesV4(
      request({ project_id: atlas.id, body: { offset: 0, limit: 100, tracker_ids: [7] } }),
    );
    const id = Number(dig(listed, "issues", 0, "id"));
    const body = { begin_time: "2026-12-07", end_time: "2026-12-11", done_ratio: 10 };
    await client.updateIssueV4(request({ project_id: atlas.id, issue_id: id, body }));
    const shown = await client.showIssueV4(request({ project_id: atlas.id, issue_id: id }));
    expect(shown).toMatchObject({ id, ...body });
    expect(simulator.ledger.timesApplied(String(id), { operation: "updateIssue" })).toBe(1);
  });

  test("lists sprints and statuses", async () => {
    const sprints = await client.listProjectIterationsV4(request({ project_id: atlas.id }));
    expect(sprints).toMatchObject({ total: 20 });
    const statuses = await client.listScrumProjectStatuses(request({ project_id: atlas.id, offset: 0, limit: 100 }));
    expect(digList(statuses, "issue_statuses")).toHaveLength(6);
  });

  test("updates IPD items in a batch (seed 4), 19 digits kept", async () => {
    const items = simulator.store
      .ipdItemsOf(harbor.id)
      .filter((item) => item.category === "AR" && item.id.length === 19);
    const ids = items.slice(0, 2).map((item) => item.id);
    const answer = await client.batchUpdateIpdIssues(
      request({ project_id: harbor.id, body: { id: ids, attribute: { category: "AR", priority: "High" } } }),
    );
    expect(digList(answer, "result", 0, "success").map((one) => dig(one, "id"))).toEqual(ids);
    expect(ids.map((id) => simulator.ledger.timesApplied(id, { field: "priority" }))).toEqual([1, 1]);
  });

  test("queries IPD items and reads plans, tags, users and fields", async () => {
    const issues = await client.listIpdProjectIssues(
      request({ project_id: harbor.id, issue_type: "IR,SR", body: { page: { page_no: 1, page_size: 50 } } }),
    );
    expect(dig(issues, "result", "issues", 0, "id")).toMatch(/^\d{18,19}$/);
    const plans = await client.listPlan(request({ project_id: harbor.id }));
    expect(plans).toMatchObject({ status: "success", result: [{ category: "PI" }, { category: "PI" }] });
    const tags = await client.listIpdLabels(request({ project_id: harbor.id, label_type: "requirement" }));
    expect(tags).toMatchObject({ result: { total: 6 } });
    const users = await client.listProjectUsers(request({ project_id: harbor.id }));
    expect(digList(users, "result")).toHaveLength(harbor.members.length);
    const fields = await client.showIpdFieldsV2(request({ project_id: harbor.id, category_id: "10020" }));
    expect(digList(fields, "result").map((field) => dig(field, "code"))).toContain("plan_end_date");
  });

  test("reads our refusals as its own exceptions", async () => {
    // The SDK prints every error to the terminal, the token with it.
    const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const refused = client.listProjectsV4(request({ offset: 0, limit: 5_000 }));
    await expect(refused).rejects.toMatchObject({ httpStatusCode: 400, errorCode: "PM.02174103" });
    printed.mockRestore();
  });
});
