import fc from "fast-check";
import { expect, test } from "vitest";
import { clientAnswering, clientOver, inProcess, PLAN, PROJECT, thrownBy } from "./upstream.ts";

const hostile = [
  "../../../v4/user",
  "%2e%2e%2f%2e%2e%2fv4%2fuser",
  "..\\..\\v4\\user",
  `${PLAN}/../../../v4/user`,
  `${PLAN}?x=1`,
  `${PLAN}#x`,
  `${PLAN}\n`,
  "",
  "//evil.test/x",
  "f29c3f16d5f54cbab5e167ef9eed3ba\u0661",
];

test.each(hostile)("the plan id %j reaches no call, and the error says only what was expected", async (planId) => {
  const { client, seen } = clientAnswering({ status: "success" });
  const calls = [
    client.showPlan({ projectId: PROJECT, planId }),
    client.linkItems({ projectId: planId, planId: PLAN, itemIds: ["1"] }),
    client.deletePlan({ projectId: PROJECT, planId }),
    client.listPlanItemsV2({ projectId: PROJECT, planId, pageNo: 1, pageSize: 1 }),
    client.showItem({ projectId: PROJECT, itemId: planId }),
    client.batchAssignItem({ projectId: PROJECT, itemId: planId, assigneeNumericId: "1" }),
  ];
  for (const error of await Promise.all(calls.map(thrownBy))) {
    expect(error).toMatchObject({ kind: "bad-request", wasSent: false });
    expect(String(error)).toMatch(/the wrong form|Expected (?:32 letters or digits|1–10 digits)/);
  }
  expect(seen).toHaveLength(0);
});

test("any text as an id either is refused or stays inside its segment of the path", async () => {
  const { fetch, seen } = inProcess(() => new Response('{"id":1,"name":"n"}'));
  const client = clientOver(fetch);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (itemId) => {
      await client.showItem({ projectId: PROJECT, itemId }).catch(() => undefined);
      for (const { path } of seen) expect(path).toMatch(/^\/v4\/projects\/[A-Za-z0-9]{32}\/issues\/[0-9]{1,19}$/);
    }),
  );
});

const ipdId = fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n - 1n });

test("4.3 neighbouring 18–19-digit ids stay apart in both directions, quoted or not", async () => {
  await fc.assert(
    fc.asyncProperty(ipdId, async (first) => {
      const ids = [first, first - 1n, first - 2n].map(String).filter((id) => id.length >= 18);
      const entries = ids.map((id, index) => `{"id":${index % 2 === 0 ? id : `"${id}"`},"operator":"x"}`);
      const { fetch, seen } = inProcess(
        () => new Response(`{"status":"success","result":[{"success":[${entries.join(",")}],"failed":[]}]}`),
      );
      const answer = await clientOver(fetch).batchUpdateIpdItems({
        projectId: PROJECT,
        itemIds: ids,
        attribute: { category: "IR", priority: "Low" },
      });
      expect(answer.success.map((entry) => entry.id)).toEqual(ids);
      expect(seen[0]?.body).toContain(`"id":[${ids.map((id) => `"${id}"`).join(",")}]`);
    }),
  );
});

test("0.4 Scrum ids leave as bare numbers of exactly their digits", async () => {
  const { client, seen } = clientAnswering({ status: "success" });
  await client.linkItems({ projectId: PROJECT, planId: PLAN, itemIds: ["9192109", "1234567890"] });
  expect(seen[0]?.body).toBe("[9192109,1234567890]");
});

test("ids of a plan's items come digit for digit or not at all", async () => {
  const answering = (ids: string) =>
    clientOver(inProcess(() => new Response(`{"status":"success","result":{"issues":[${ids}],"total":2}}`)).fetch);
  const page = { projectId: PROJECT, planId: PLAN, pageNo: 1, pageSize: 15_000 };
  const quoted = answering('{"id":"9572944461588520961"},{"id":"9572944461588520962"}');
  const bare = answering('{"id":9572944461588520961},{"id":9572944461588520962}');
  for (const read of ["listPlanItemIds", "listPlanItemIdsV2"] as const) {
    const { issues } = await quoted[read](page);
    expect(issues.map(({ id }) => id)).toEqual(["9572944461588520961", "9572944461588520962"]);
    expect(await thrownBy(bare[read](page))).toMatchObject({ kind: "bad-answer" });
  }
});

test("numeric ids of 19 digits leave digit for digit", async () => {
  const { client, seen } = clientAnswering({ id: 1, name: "n" });
  await client.updateItem({ projectId: PROJECT, itemId: "1", changes: { assigned_id: "9572944461588520961" } });
  expect(seen[0]?.body).toBe('{"assigned_id":9572944461588520961}');
});

test("0.3, 3.4, 4.2 a limit that is broken stops the call here and names field and limit", async () => {
  const { client, seen } = clientAnswering({ status: "success" });
  const many = Array.from({ length: 101 }, (_, index) => String(index + 1));
  const ipdIds = Array.from({ length: 51 }, (_, index) => String(957_294_446_158_852_096n + BigInt(index)));
  const attribute = { category: "IR", priority: "Low" } as const;
  const errors = await Promise.all(
    [
      client.linkItems({ projectId: PROJECT, planId: PLAN, itemIds: many }),
      client.batchUpdateIpdItems({ projectId: PROJECT, itemIds: ipdIds, attribute }),
      client.listPlans({ projectId: PROJECT, pageNo: 1, pageSize: 201 }),
    ].map(thrownBy),
  );
  expect(errors.map(String)).toEqual([
    expect.stringContaining("at most 100 items"),
    expect.stringContaining("id: Expected at most 50 items"),
    expect.stringContaining("page_size"),
  ]);
  expect(seen).toHaveLength(0);
});
