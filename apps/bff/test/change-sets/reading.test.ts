import type { ChangeSet, ChangeSetList, ChangeSetPage } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { apply, call, openBench, scrumPlace, type Bench } from "./harness.ts";

const REVIEWED = 3;
const ALL = 12;

let bench: Bench;
let done: ChangeSet;
beforeEach(async () => {
  bench = await openBench();
  const { projectId, spareIds } = scrumPlace(bench.simulator);
  const itemIds = spareIds.slice(0, ALL);
  // Not those that come first: the worst would be first in any order.
  refuse(itemIds.slice(-REVIEWED), "PM.02175202");
  refuse(itemIds.slice(-REVIEWED - 1, -REVIEWED), "PM.02303005");
  const edits = [{ how: "set" as const, field: "title", value: "Renamed" }];
  done = await apply(bench, { kind: "edit", projectId, planId: null, itemIds, edits });
});
afterEach(() => bench.close());

function refuse(itemIds: readonly string[], code: string): void {
  for (const itemId of itemIds)
    bench.simulator.faults.add({
      when: { operation: "updateIssue", itemId },
      do: { kind: "status", status: 400, body: { error_code: code, error_msg: "No." } },
    });
}

const read = (query: string) => call<ChangeSetPage>(bench.browser, `/api/change-sets/${done.id}?${query}`);
const list = async (query: string) => (await call<ChangeSetList>(bench.browser, `/api/change-sets?${query}`)).items;

describe("a change set's results", () => {
  test("name CodeArts' codes among them, the most frequent first, and can be had by code", async () => {
    const page = await read("code=PM.02303005");
    expect(page.codes).toEqual([
      { code: "PM.02175202", results: 3 },
      { code: "PM.02303005", results: 1 },
    ]);
    expect(page.items.map(({ upstreamCode }) => upstreamCode)).toEqual(["PM.02303005"]);
    expect(page.total).toBe(1);
    expect((await read("code=PM.02175202&outcome=applied")).total).toBe(0);
  });

  test("come worst first, or as they were agreed to, beginning anywhere", async () => {
    const agreed = await read("order=agreed");
    const worst = await read("limit=5");
    expect(worst.items.map(({ outcome }) => outcome)).toEqual(["failed", "failed", "failed", "failed", "applied"]);
    expect(agreed.items.map(({ itemId }) => itemId)).not.toEqual((await read("")).items.map(({ itemId }) => itemId));
    expect((await read("order=agreed&cursor=7")).items).toEqual(agreed.items.slice(7));
  });
});

describe("the list of change sets", () => {
  test("can be had without those that have ended, and without colleagues'", async () => {
    const [, other] = bench.simulator.credentials;
    if (other === undefined) throw new Error("The simulator has one user only");
    const { account, userName, password } = other;
    const colleague = await bench.signIn({ account, userName, password });
    const ofColleague = async (query: string) =>
      (await call<ChangeSetList>(colleague, `/api/change-sets?${query}`)).items.map(({ id }) => id);
    expect((await list("state=finished&by=me")).map(({ id }) => id)).toEqual([done.id]);
    expect(await list("state=open")).toEqual([]);
    expect(await ofColleague("")).toEqual([done.id]);
    expect(await ofColleague("by=me")).toEqual([]);
  });

  test("and each change set carry a revision that grows with what becomes of it", async () => {
    const before = (await read("")).changeSet.revision;
    bench.simulator.faults.clear();
    const retried = await call<ChangeSet>(bench.browser, `/api/change-sets/${done.id}/retry`, {
      method: "POST",
      json: {},
    });
    expect(retried.revision).toBeGreaterThan(before);
    expect((await list(""))[0]?.revision).toBeGreaterThanOrEqual(retried.revision);
  });
});
