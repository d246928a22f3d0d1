import { expect, test } from "vitest";
import type { ScrumItem } from "../src/index.ts";
import { createRig, dig, digList, START_MS } from "./rig.ts";

const DAY_MS = 86_400_000;
const CLOSED = 5;

async function signedIn(options = {}) {
  const rig = createRig(options);
  const call = await rig.as("zhao.min");
  const atlas = rig.project("Atlas Payments");
  const records = async (query = "") =>
    await call("GET", `/v4/projects/${atlas.id}/issues/records?offset=0&limit=100${query}`);
  return { ...rig, call, atlas, records };
}

async function allRecords({ call, atlas }: Awaited<ReturnType<typeof signedIn>>) {
  const rows: unknown[] = [];
  for (;;) {
    const { json } = await call("GET", `/v4/projects/${atlas.id}/issues/records?offset=${rows.length}&limit=100`);
    rows.push(...digList(json, "records"));
    if (rows.length >= Number(dig(json, "total"))) return rows;
  }
}

/** The last recorded value of each item's field, as the wire tells it. */
function lastValues(rows: unknown[], field: string) {
  const oldestFirst = rows
    .filter((row) => dig(row, "field_key") === field)
    .toSorted((one, other) => Number(dig(one, "operated_time")) - Number(dig(other, "operated_time")));
  return new Map(oldestFirst.map((row) => [Number(dig(row, "issue_id")), JSON.parse(String(dig(row, "new_value")))]));
}

const keptWhole = { recordRetentionDays: 10_000 };

test("the made-up past leads to the items as they are now", async () => {
  const rig = await signedIn(keptWhole);
  const rows = await allRecords(rig);
  const items = rig.simulator.store.scrumItemsOf(rig.atlas.id);
  const statuses = lastValues(rows, "status");
  expect(items.map(({ id }) => dig(statuses.get(id), "id"))).toEqual(items.map(({ statusId }) => statusId));
  const ends = lastValues(rows, "end_time");
  const moved = items.filter(({ id }) => ends.has(id));
  expect(moved.length).toBeGreaterThan(20);
  expect(moved.map(({ id }) => ends.get(id))).toEqual(moved.map(({ end }) => end));
  const progress = lastValues(rows, "done_ratio");
  const worked = items.filter(({ id }) => progress.has(id));
  expect(worked.map(({ id }) => progress.get(id))).toEqual(worked.map(({ doneRatio }) => doneRatio));
});

test("an item's closing is recorded when the item says that it was closed, and nothing before it was made", async () => {
  const rig = await signedIn(keptWhole);
  const rows = await allRecords(rig);
  const items = new Map(rig.simulator.store.scrumItemsOf(rig.atlas.id).map((item) => [item.id, item]));
  const closings = rows.filter(
    (row) => dig(row, "field_key") === "status" && dig(JSON.parse(String(dig(row, "new_value"))), "id") === CLOSED,
  );
  expect(closings.length).toBeGreaterThan(50);
  for (const row of closings) expect(dig(row, "operated_time")).toBe(items.get(Number(dig(row, "issue_id")))?.closedAt);
  for (const row of rows)
    expect(Number(dig(row, "operated_time"))).toBeGreaterThanOrEqual(
      items.get(Number(dig(row, "issue_id")))?.createdAt ?? Number.NaN,
    );
});

test("the same seed has the same past", async () => {
  const [one, other] = await Promise.all([signedIn(), signedIn()]);
  expect(await allRecords(one)).toEqual(await allRecords(other));
});

const openItem = (item: ScrumItem) => item.statusId === 2;

test("an edit leaves one record for each field that it changed, with who made it and when", async () => {
  const rig = await signedIn();
  const item = rig.itemOf("Checkout 3.0", openItem);
  const edit = { status_id: 5, done_ratio: 100, name: item.title };
  await rig.call("PUT", `/v4/projects/${rig.atlas.id}/issues/${item.id}`, edit);
  const { json } = await rig.records(`&operated_time_interval=${START_MS},${START_MS}`);
  expect(
    digList(json, "records").map((row) => [dig(row, "field_key"), dig(row, "old_value"), dig(row, "new_value")]),
  ).toEqual([
    ["status", '{"id":2,"name":"In progress"}', '{"id":5,"name":"Closed"}'],
    ["done_ratio", String(item.doneRatio), "100"],
  ]);
  expect(dig(json, "records", 0)).toMatchObject({
    issue_id: item.id,
    operation: "modify",
    operated_time: START_MS,
    operator: { name: "zhao.min" },
  });
});

test("the batch edit and an edit made elsewhere are recorded too", async () => {
  const rig = await signedIn();
  const item = rig.itemOf("Checkout 3.0", openItem);
  const assignee = rig.atlas.members.find(({ person }) => person.userNumber !== item.assigneeNumber)?.person.userNumber;
  await rig.call("POST", "/v2/workitem/issues", {
    project_id: rig.atlas.id,
    issue_ids: String(item.id),
    assigned_to_id: String(assignee),
  });
  rig.simulator.editAsSomeoneElse({ itemId: String(item.id), fields: { end_time: "2027-01-29" } });
  const { json } = await rig.records(`&operated_time_interval=${START_MS},${START_MS}`);
  expect(digList(json, "records").map((row) => dig(row, "field_key"))).toEqual(["end_time", "assigned_user"]);
});

test("an edit that was refused, or answered and not done, leaves no record", async () => {
  const rig = await signedIn();
  const item = rig.itemOf("Checkout 3.0", openItem);
  const path = `/v4/projects/${rig.atlas.id}/issues/${item.id}`;
  await rig.call("PUT", path, { begin_time: "2027-02-01", end_time: "2027-01-01" });
  rig.simulator.faults.add({ when: { operation: "updateIssue" }, do: { kind: "nothing-changed" } });
  await rig.call("PUT", path, { status_id: 5 });
  const { json } = await rig.records(`&operated_time_interval=${START_MS},${START_MS}`);
  expect(json).toMatchObject({ records: [], total: 0 });
});

test("what is older than the retention is gone, and an interval takes both of its ends", async () => {
  const rig = await signedIn({ recordRetentionDays: 30 });
  const rows = await allRecords(rig);
  const times = rows.map((row) => Number(dig(row, "operated_time")));
  expect(Math.min(...times)).toBeGreaterThanOrEqual(START_MS - 30 * DAY_MS);
  const [first] = times;
  const { json } = await rig.records(`&operated_time_interval=${first},${first}`);
  expect(digList(json, "records").length).toBeGreaterThan(0);
});

test("pages are checked, the fault dial and rights hold, and IPD projects have no such records", async () => {
  const rig = await signedIn();
  const path = `/v4/projects/${rig.atlas.id}/issues/records`;
  expect((await rig.call("GET", `${path}?offset=50&limit=100`)).status).toBe(400);
  expect((await rig.call("GET", `${path}?limit=101`)).status).toBe(400);
  expect((await rig.call("GET", `${path}?operated_time_interval=yesterday`)).status).toBe(400);
  expect((await rig.call("GET", `/v4/projects/${rig.project("Harbor IoT").id}/issues/records`)).status).toBe(400);
  const stranger = await rig.as("chen.hao");
  expect((await stranger("GET", `/v4/projects/${rig.project("Fleet").id}/issues/records`)).status).toBe(403);
  rig.simulator.faults.add({ when: { operation: "listIssueRecords" }, do: { kind: "status", status: 500 } });
  expect((await rig.records()).status).toBe(500);
});
