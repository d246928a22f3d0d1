import { endpoints, type NewShare, type Share, type WorkItem } from "@gantry/api-contract";
import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask, askError, askLines } from "../ask.ts";
import { orThrow, planOf, projectsOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, TEST_ORIGIN, type TestApp, type TestBrowser } from "../test-app.ts";

let server: TestApp;
let maker: TestBrowser;
let calendar: TestBrowser;
let projectId: string;
let planId: string;
beforeEach(async () => {
  server = await createTestApp({ config: { publicUrl: TEST_ORIGIN } });
  maker = await server.signIn();
  calendar = server.openBrowser({ clientAddress: "203.0.113.9" });
  projectId = scrumProjectOf(server.simulator).id;
  planId = planOf(server.simulator, { projectId, type: "gantt" }).id;
});
afterEach(() => server.close());

const ofPlan = (hides: NewShare["hides"] = []): Promise<Share> =>
  ask(maker, endpoints.createShare, { json: { kind: "plan-feed", projectId, planId, hides } });
const ofPerson = (hides: NewShare["hides"] = []): Promise<Share> =>
  ask(maker, endpoints.createShare, { json: { kind: "person-feed", hides } });
const get = (feed: Share, headers: Record<string, string> = {}) => calendar.request(feed.path, { headers });
const planItems = async (): Promise<WorkItem[]> =>
  (await ask(maker, endpoints.listPlanItems, { params: { projectId, planId } })).items;

async function read(feed: Share) {
  const response = await get(feed);
  expect(response.status).toBe(200);
  const text = await response.text();
  const parsed = new ICAL.Component(ICAL.parse(text));
  const events = parsed.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { response, text, name: parsed.getFirstPropertyValue("x-wr-calname"), events };
}

/** Leaves of the plan: their parents only sum them up. */
function leavesOf(items: readonly WorkItem[]): WorkItem[] {
  const parents = new Set(items.map(({ parentId }) => parentId));
  return items.filter(({ id }) => !parents.has(id));
}
const isDated = ({ start, end }: WorkItem) => start !== null || end !== null;
const addDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe("a plan's feed", () => {
  it("holds each dated item as whole days, its end the day after, and counts those without dates", async () => {
    const [first] = leavesOf(await planItems());
    server.simulator.store.patchScrumItem(Number(first?.id), { begin: null, end: null });
    const leaves = leavesOf(await planItems());
    const { events, name, response } = await read(await ofPlan());
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(events.map(({ uid }) => uid).toSorted()).toEqual(
      leaves
        .filter(isDated)
        .map(({ id }) => `${id}@${projectId}.gantry`)
        .toSorted(),
    );
    expect(leaves.filter((item) => !isDated(item))).toHaveLength(1);
    expect(name).toContain("(+1 undated)");
    const whole = orThrow(
      leaves.find(({ start, end }) => start !== null && end !== null && start < end),
      "an item of several days",
    );
    const event = orThrow(
      events.find(({ uid }) => uid.startsWith(`${whole.id}@`)),
      "its event",
    );
    expect([event.startDate.isDate, String(event.startDate), String(event.endDate)]).toEqual([
      true,
      whole.start,
      addDay(whole.end ?? ""),
    ]);
    expect(event.summary).toBe(whole.title);
    expect(event.component.getFirstPropertyValue("url")).toBe(`${TEST_ORIGIN}/projects/${projectId}/plans/${planId}`);
  });

  it("keeps an item's event through edits, which say that they are newer", async () => {
    const feed = await ofPlan();
    const before = (await read(feed)).events;
    const item = orThrow(leavesOf(await planItems()).find(isDated), "a dated item");
    const title = "上线 🚀 检查清单；第一步，第二步\\ ".repeat(8).trim();
    server.clock.advanceBy(10 * 60_000);
    server.simulator.store.patchScrumItem(Number(item.id), { title, updatedAt: server.clock.now() });
    const uid = `${item.id}@${projectId}.gantry`;
    const readAgain = async () => {
      await askLines(maker, endpoints.readOverview, { query: { fresh: "1" } });
      return (await read(feed)).events.find((event) => event.uid === uid)?.summary;
    };
    await expect.poll(readAgain).toBe(title);
    const { events, text } = await read(feed);
    const [old, renamed] = [before, events].map((all) => all.find((event) => event.uid === uid));
    expect(events.map((event) => event.uid)).toEqual(before.map((event) => event.uid));
    expect(renamed?.sequence ?? 0).toBeGreaterThan(old?.sequence ?? 0);
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
  });

  it("is not sent again while nothing changed", async () => {
    const feed = await ofPlan();
    const first = await get(feed);
    const tag = first.headers.get("etag") ?? "";
    const again = await get(feed, { "if-none-match": tag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const text = await first.text();
    server.clock.advanceBy(10 * 60_000);
    expect(await (await get(feed)).text()).toBe(text);
  });

  it("sends nothing of what is hidden, and ids that nobody can work out", async () => {
    const items = await planItems();
    const { text, events } = await read(await ofPlan(["people", "titles", "numbers"]));
    const unfolded = text.replaceAll("\r\n ", "");
    const canaries = items.flatMap(({ id, number, title, assignee }) => [
      `:${id}@`,
      ` ${number}:`,
      title,
      ...(assignee === null ? [] : [assignee.name]),
    ]);
    expect(canaries.filter((canary) => unfolded.includes(canary))).toEqual([]);
    expect(unfolded).not.toContain(projectId);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect((await read(await ofPlan(["numbers"]))).events[0]?.uid).not.toBe(events[0]?.uid);
  });
});

describe("a person's feed", () => {
  it("holds their open items of all plans that they see, each once", async () => {
    await askLines(maker, endpoints.readOverview);
    const userId = orThrow(server.simulator.credentials[0], "the first user").userId;
    const mine = new Set<string>();
    for (const project of projectsOf(server.simulator)) {
      for (const { id } of server.simulator.store.plansOf(project.id)) {
        const params = { projectId: project.id, planId: id };
        const { items } = await ask(maker, endpoints.listPlanItems, { params });
        for (const item of leavesOf(items))
          if (item.assignee?.id === userId && item.status.phase !== "done" && isDated(item))
            mine.add(`${item.id}@${item.projectId}.gantry`);
      }
    }
    expect(mine.size).toBeGreaterThan(0);
    const { events, name } = await read(await ofPerson());
    expect(events.map(({ uid }) => uid).toSorted()).toEqual([...mine].toSorted());
    expect(name).toContain("Zhao Min");
    expect((await read(await ofPerson(["people"]))).text).not.toContain("Zhao");
  });

  it("ends after a year, or at once when it is revoked, like any link that does not work", async () => {
    const [feed, revoked] = [await ofPerson(), await ofPerson()];
    await ask(maker, endpoints.revokeShare, { params: { shareId: revoked.id } });
    const never = await askError(calendar, endpoints.readFeed, { params: { file: "made.up.ics" } });
    expect(never).toMatchObject({ code: "share.not_found", status: 404 });
    const file = (share: Share) => share.path.split("/").at(-1) ?? "";
    const refused = async (name: string) => ({
      ...(await askError(calendar, endpoints.readFeed, { params: { file: name } })),
      requestId: never.requestId,
    });
    expect(await refused(file(revoked))).toEqual(never);
    expect(await refused(file(feed).replace(".ics", ""))).toEqual(never);
    server.clock.advanceBy(feed.expiresAt - server.clock.now() - 1);
    expect((await get(feed)).status).toBe(200);
    server.clock.advanceBy(1);
    expect(await refused(file(feed))).toEqual(never);
  });
});
