import { afterEach, expect, test } from "vitest";
import type { Feature } from "../../src/feature.ts";
import type { Mirror } from "../../src/mirror/mirror.ts";
import { createMirror } from "../../src/mirror/create-mirror.ts";
import { listKnownProjects } from "../../src/features/projects/use-cases.ts";
import { orThrow, planOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp } from "../test-app.ts";
import { callsSince } from "./overview-events.ts";

let server: TestApp;
let mirror: Mirror;
let upkeep: Feature;
afterEach(async () => {
  await upkeep.stop?.();
  await server.close();
});

const open = async () => {
  server = await createTestApp();
  await server.signIn();
  const { dependencies } = server;
  ({ mirror, upkeep } = createMirror(dependencies, {
    feed: { publish: () => undefined, subscribe: () => () => undefined },
  }));
  const owner = orThrow(server.simulator.credentials[0], "a person");
  const { domain } = orThrow(server.simulator.store.person(owner.userId), "the person");
  const session = await dependencies.sessions.findByOwner({ userId: owner.userId, domainId: domain.id });
  if (session === null) throw new Error("Nobody is signed in");
  const reader = { upstream: dependencies.upstreams.for(session), signal: new AbortController().signal };
  const { id } = scrumProjectOf(server.simulator);
  const projects = await listKnownProjects(reader, { freshForMs: 0 });
  const known = orThrow(
    projects.find(({ project }) => project.id === id),
    "the project",
  );
  return { reader, known, projectId: id, store: server.simulator.store };
};

test("every item of a project is read once, then what changed: an item on no plan too", async () => {
  const { reader, known, projectId, store } = await open();
  const first = await mirror.projectItems(reader, { known });
  expect(first.items).toHaveLength(store.scrumItemsOf(projectId).length);
  server.clock.advanceBy(60_000);
  const onPlans = new Set(store.plansOf(projectId).flatMap(({ itemIds }) => [...itemIds]));
  const alone = store.scrumItemsOf(projectId).find(({ id }) => !onPlans.has(String(id)));
  const itemId = String(orThrow(alone, "an item on no plan").id);
  server.simulator.editAsSomeoneElse({ itemId, fields: { name: "Renamed elsewhere" } });
  const calls = callsSince(server.simulator);
  const { items } = await mirror.projectItems(reader, { known });
  expect(calls()).toMatchObject({ listIssues: 1 });
  expect(items.find(({ id }) => id === itemId)?.title).toBe("Renamed elsewhere");
});

test("two who ask at once cost one reading, and who gives up leaves the other's alone", async () => {
  const { reader, known } = await open();
  const gone = new AbortController();
  const calls = callsSince(server.simulator);
  const both = [
    mirror.projectItems({ ...reader, signal: gone.signal }, { known }),
    mirror.projectItems(reader, { known }),
  ] as const;
  gone.abort(new Error("left"));
  await expect(both[0]).rejects.toThrow("left");
  const { items } = await both[1];
  const pages = Math.ceil(items.length / 100);
  expect(calls()["listIssues"]).toBeLessThanOrEqual(pages + 1);
});

test("plans are found without anybody's token once somebody had them read, and no others", async () => {
  const { reader, known, projectId } = await open();
  const plan = planOf(server.simulator, { projectId, type: "gantt" });
  const domainId = reader.upstream.identity.domainId;
  const where = { domainId, plans: [{ projectId, planId: plan.id }] };
  expect(await mirror.findPlans(where)).toEqual([]);
  for await (const _news of mirror.refresh(reader, { known })) void _news;
  const [found] = await mirror.findPlans(where);
  expect(found?.items).toHaveLength(plan.itemIds.size);
  expect(await mirror.findPlans({ ...where, domainId: "another" })).toEqual([]);
});
