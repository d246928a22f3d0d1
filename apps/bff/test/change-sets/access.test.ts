import type { ChangeSet, ChangeSetList } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TestBrowser } from "../test-app.ts";
import { apply, call, openBench, scrumPlace, type Bench } from "./harness.ts";

let bench: Bench;
let done: ChangeSet;
beforeEach(async () => {
  bench = await openBench();
  const { projectId, planId, spareIds } = scrumPlace(bench.simulator);
  done = await apply(bench, { kind: "link", projectId, planId, itemIds: spareIds.slice(0, 5) });
});
afterEach(() => bench.close());

/** Signs somebody else in who is, or is not, in the change set's project. */
async function signInOther(options: { isMember: boolean }): Promise<TestBrowser> {
  const project = bench.simulator.store.project(done.projectId);
  if (project === undefined) throw new Error("No project");
  const other = bench.simulator.credentials.find(
    ({ userId, account }) => userId !== done.createdBy.id && account === project.domain.name,
  );
  const person = bench.simulator.store.person(other?.userId ?? "");
  if (other === undefined || person === undefined) throw new Error("Nobody else can sign in");
  const without = project.members.filter((member) => member.person.userId !== person.userId);
  const members = options.isMember ? [...without, { person, roleId: 4 as const }] : without;
  bench.simulator.store.patchProject(project.id, { members });
  const { account, userName, password } = other;
  return bench.signIn({ account, userName, password });
}

const errorOf = async (response: Response) => {
  const body = (await response.json()) as { error?: { code: string; message: string } };
  return [response.status, body.error?.code, body.error?.message];
};

describe("somebody else", () => {
  test("outside the project gets the same 404 for a change set as for one that never was", async () => {
    const stranger = await signInOther({ isMember: false });
    const never = "00000000-0000-4000-8000-000000000000";
    for (const [method, path] of [
      ["GET", ""],
      ["POST", "/cancel"],
      ["POST", "/retry"],
      ["POST", "/undo"],
    ] as const) {
      const init = { method, ...(path === "/retry" ? { json: {} } : {}) };
      const theirs = await errorOf(await stranger.request(`/api/change-sets/${done.id}${path}`, init));
      const none = await errorOf(await stranger.request(`/api/change-sets/${never}${path}`, init));
      expect(theirs).toEqual(none);
      expect(theirs.slice(0, 2)).toEqual([404, "change_set.not_found"]);
    }
    expect(await call<ChangeSetList>(stranger, "/api/change-sets")).toMatchObject({ items: [], total: 0 });
  });

  test("in the project sees it, and cannot steer it", async () => {
    const colleague = await signInOther({ isMember: true });
    const { items } = await call<ChangeSetList>(colleague, "/api/change-sets");
    expect(items).toMatchObject([{ id: done.id, canUndo: false, canRetry: false, canCancel: false }]);
    const response = await colleague.request(`/api/change-sets/${done.id}/undo`, { method: "POST" });
    expect(response.status).toBe(404);
  });
});

describe("undoing links", () => {
  test("says that CodeArts cannot take them back, and never calls the removal", async () => {
    expect(done.canUndo).toBe(false);
    const undo = await call<ChangeSet>(bench.browser, `/api/change-sets/${done.id}/undo`, { method: "POST" });
    expect(undo.counts).toMatchObject({ failed: 5 });
    expect(bench.simulator.ledger.received().some(({ method }) => method === "DELETE")).toBe(false);
  });
});
