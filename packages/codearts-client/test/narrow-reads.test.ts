import { expect, test } from "vitest";
import { operationNameOf } from "../src/index.ts";
import { clientOver, inProcess, json, PLAN, PROJECT } from "./upstream.ts";

const row = { id: 9_191_020, subject: "Login", tracker: { id: 7, name: "Story" }, deleted: false };

test.each([
  ["listPlanItems", "listPlanItemIds"],
  ["listPlanItemsV2", "listPlanItemIdsV2"],
] as const)("of %s the ids alone are had by the very same call", async (operation, narrow) => {
  const { fetch, seen } = inProcess(() => json({ status: "success", result: { issues: [row], total: 1 } }));
  const client = clientOver(fetch);
  const page = { projectId: PROJECT, planId: PLAN, pageNo: 2, pageSize: 15_000 };
  await client[operation](page);
  expect(await client[narrow](page)).toEqual({ issues: [{ id: "9191020", deleted: false }], total: 1 });
  expect(seen[1]).toEqual(seen[0]);
  expect(operationNameOf(narrow)).toBe(operation);
  expect(operationNameOf(operation)).toBe(operation);
});
