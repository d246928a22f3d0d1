import type { AuditPage, ChangeSet, ChangeSetList, ChangeSetPage } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "../../src/audit/verify.ts";
import { purgeStep } from "../../src/change-sets/retention/purge.ts";
import { auditLinesOf } from "./audit-check.ts";
import { until } from "../until.ts";
import { apply, call, openBench, scrumPlace, settled, type Bench } from "./harness.ts";

const DAY_MS = 86_400_000;

let bench: Bench;
let done: ChangeSet;
beforeEach(async () => {
  bench = await openBench();
  const { projectId, spareIds } = scrumPlace(bench.simulator);
  const edits = [{ how: "set", field: "progress", value: 58 }] as const;
  done = await apply(bench, {
    kind: "edit",
    projectId,
    planId: null,
    itemIds: spareIds.slice(0, 5),
    edits: [...edits],
  });
});
afterEach(() => bench.close());

/** Moves time on; the session that was open is over then, so somebody signs in anew. */
async function later(durationMs: number): Promise<void> {
  bench.clock.advanceBy(durationMs);
  bench.browser = await bench.signIn();
}

const rowsLeft = async () => {
  const { rows } = await bench.dependencies.database
    .selectFrom("change_rows")
    .select((select) => select.fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(rows);
};
const purgeOf = async () =>
  (await bench.dependencies.database.selectFrom("change_sets").select("purge").executeTakeFirstOrThrow()).purge;

/** Until the background work has come to its end, without sleeping. */
const purged = () => until(async () => (await purgeOf()) === "done");

const read = () => call<ChangeSetPage>(bench.browser, `/api/change-sets/${done.id}`);
const press = async (action: "undo" | "retry") => {
  const response = await bench.browser.request(`/api/change-sets/${done.id}/${action}`, { method: "POST", json: {} });
  return response.status;
};

describe("for 90 days after it has finished", () => {
  test("a change set keeps its outcomes and can be undone, though it was created earlier", async () => {
    expect(done.keptUntil).toBe((done.finishedAt ?? 0) + 90 * DAY_MS);
    await later(89 * DAY_MS);
    expect(await purgeStep(bench.dependencies.database, { now: bench.clock.now() })).toBe(false);
    const { changeSet, total } = await read();
    expect({ total, canUndo: changeSet.canUndo }).toEqual({ total: 5, canUndo: true });
    const undo = await call<ChangeSet>(bench.browser, `/api/change-sets/${done.id}/undo`, { method: "POST", json: {} });
    expect((await settled(bench, undo.id)).counts.applied).toBe(5);
  });
});

describe("later", () => {
  test("it is refused from the moment on that was promised, before anything is deleted", async () => {
    await later(done.keptUntil - bench.clock.now());
    expect(await rowsLeft()).toBe(5);
    expect((await read()).changeSet).toMatchObject({ canUndo: false, canRetry: false });
    expect([await press("undo"), await press("retry")]).toEqual([409, 409]);
  });

  test("its outcomes are deleted by itself; its line with all counts and the audit log stay", async () => {
    const counts = { ...done.counts };
    await later(90 * DAY_MS + 2 * 3_600_000);
    await purged();
    expect(await rowsLeft()).toBe(0);
    expect(await read()).toMatchObject({ items: [], total: 0, changeSet: { counts, total: 5, canUndo: false } });
    const list = await call<ChangeSetList>(bench.browser, "/api/change-sets");
    expect(list.items).toMatchObject([{ id: done.id, counts, total: 5 }]);
    expect([await press("undo"), await press("retry")]).toEqual([409, 409]);
    const { items } = await call<AuditPage>(bench.browser, `/api/audit?changeSetId=${done.id}`);
    expect(items[0]).toMatchObject({ kind: "change_set.purged", detail: { changes: 5 } });
    expect(items.map(({ kind }) => kind)).toContain("change_set.write_sent");
    const lines = await auditLinesOf(bench.dependencies.database);
    expect(await verifyAudit(lines)).toMatchObject({ isIntact: true });
  });

  test("a large one goes in small steps, and what was interrupted goes on", async () => {
    const { database } = bench.dependencies;
    const row = await database.selectFrom("change_rows").selectAll().executeTakeFirstOrThrow();
    for (let from = 5; from < 2_505; from += 500) {
      const more = Array.from({ length: 500 }, (_, index) => ({ ...row, position: from + index }));
      await database.insertInto("change_rows").values(more).execute();
    }
    const now = done.keptUntil + 3_600_001;
    const lefts: number[] = [];
    while (await purgeStep(database, { now })) lefts.push(await rowsLeft());
    expect(lefts).toEqual([2_505, 1_505, 505, 0, 0]);
  });
});
