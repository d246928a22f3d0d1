import { endpoints, type NewShare, type PublicItem, type PublicShare, type Share } from "@gantry/api-contract";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createShareTokens } from "../../src/features/shares/tokens.ts";
import { ask, askError, askLines } from "../ask.ts";
import { orThrow, planOf, scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp, type TestBrowser } from "../test-app.ts";
import { signInAs } from "./people.ts";

const DAY_MS = 24 * 60 * 60_000;
const SIGNATURE_LENGTH = 43;

let server: TestApp;
let maker: TestBrowser;
let reader: TestBrowser;
let projectId: string;
let planId: string;
beforeEach(async () => {
  server = await createTestApp();
  maker = await server.signIn();
  reader = server.openBrowser({ clientAddress: "203.0.113.9" });
  projectId = scrumProjectOf(server.simulator).id;
  planId = planOf(server.simulator, { projectId, type: "gantt" }).id;
});
afterEach(() => server.close());

const share = (wish: Partial<Extract<NewShare, { kind: "plan" }>> = {}, browser = maker): Promise<Share> =>
  ask(browser, endpoints.createShare, { json: { kind: "plan", projectId, planId, hides: [], days: 7, ...wish } });
const tokenOf = ({ path }: Share) => path.replace("/s/", "");
const open = (made: Share, browser = reader): Promise<PublicShare> =>
  ask(browser, endpoints.readPublicShare, { params: { token: tokenOf(made) } });
const itemsOf = async (made: Share): Promise<PublicItem[]> =>
  (await ask(reader, endpoints.listPublicItems, { params: { token: tokenOf(made) } })).items;
const revoke = (made: Share, browser = maker) => ask(browser, endpoints.revokeShare, { params: { shareId: made.id } });

/** All that a reader is sent for a link that does not work, but for what is every answer's own. */
async function refusal(token: string) {
  const answers = [];
  for (const path of [`/api/public/shares/${token}`, `/api/public/shares/${token}/items`]) {
    const response = await reader.request(path);
    const text = (await response.text()).replace(/"requestId":"[^"]+"/, "");
    answers.push({ status: response.status, text, headers: [...response.headers.keys()].toSorted() });
  }
  return answers;
}

/** What the plan holds upstream, to be looked for in what a reader is sent. */
function inWorld() {
  const plan = orThrow(
    server.simulator.store.plansOf(projectId).find(({ id }) => id === planId),
    "the plan",
  );
  const items = server.simulator.store.scrumItemsOf(projectId).filter(({ id }) => plan.itemIds.has(String(id)));
  const project = orThrow(server.simulator.store.project(projectId), "the project");
  return { plan, items, project };
}

describe("a link to a plan", () => {
  it("shows the plan as Gantry last read it, to anybody and with no call to CodeArts", async () => {
    const made = await share();
    expect(made).toMatchObject({ kind: "plan", opened: 0, plan: { projectId, planId }, hides: [] });
    const calls = server.simulator.ledger.received().length;
    const { plan, items, project } = inWorld();
    const shown = await open(made);
    expect(shown).toMatchObject({
      kind: "plan",
      name: plan.name,
      sharedBy: "Zhao Min",
      plan: { name: plan.name, project: project.name, rollUp: { items: items.length }, readAt: server.clock.now() },
    });
    const told = await itemsOf(made);
    expect(new Set(told.map(({ title }) => title))).toEqual(new Set(items.map(({ title }) => title)));
    expect(told).toHaveLength(items.length);
    expect(server.simulator.ledger.received().length).toBe(calls);
  });

  it("answers without cookies, never to be kept, found or passed on", async () => {
    const response = await reader.request(`/api/public/shares/${tokenOf(await share())}`);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("x-robots-tag")).toContain("noindex");
    await response.text();
  });

  it("sends nothing of what is hidden, and no id that leads further", async () => {
    const made = await share({ hides: ["people", "titles", "numbers", "projects"] });
    const { items, plan, project } = inWorld();
    const people = server.simulator.store.project(projectId)?.members.map(({ person }) => person) ?? [];
    const canaries = [
      ...people.flatMap(({ userId, nickName, userName }) => [userId, nickName, userName]),
      ...items.flatMap(({ id, title }) => [title, `"${id}"`]),
      project.name,
      projectId,
      planId,
      made.id,
    ].filter((text) => text !== "");
    expect(canaries.length).toBeGreaterThan(30);
    let sent = "";
    for (const path of ["", "/items"])
      sent += await (await reader.request(`/api/public/shares/${tokenOf(made)}${path}`)).text();
    expect(canaries.filter((canary) => sent.includes(canary))).toEqual([]);
    expect(sent).toContain(plan.name);
    expect((await itemsOf(made)).length).toBe(items.length);
  });

  it("keeps the tree by keys of its own", async () => {
    const told = await itemsOf(await share());
    const keys = new Set(told.map(({ key }) => key));
    expect(keys.size).toBe(told.length);
    expect(told.some(({ parentKey }) => parentKey !== null)).toBe(true);
    expect(told.filter(({ parentKey }) => parentKey !== null && !keys.has(parentKey))).toEqual([]);
  });

  it("is one's own to list and revoke: for a colleague as if it never was", async () => {
    const made = await share();
    const colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    expect((await ask(colleague, endpoints.listShares)).items).toEqual([]);
    const foreign = await askError(colleague, endpoints.revokeShare, { params: { shareId: made.id } });
    const never = await askError(colleague, endpoints.revokeShare, { params: { shareId: crypto.randomUUID() } });
    expect({ ...foreign, requestId: "" }).toEqual({ ...never, requestId: "" });
    expect(foreign.status).toBe(404);
    expect((await ask(maker, endpoints.listShares)).items).toEqual([{ ...made }]);
  });

  it("can't be made to a plan that its maker does not see", async () => {
    const stranger = await signInAs(server, { userName: "guo.jing", projectId, isMember: false });
    for (const kind of ["plan", "plan-feed"]) {
      const json = { kind, projectId, planId, hides: [], ...(kind === "plan" && { days: 7 }) };
      expect(await askError(stranger, endpoints.createShare, { json })).toMatchObject({ status: 404 });
    }
    const json = { kind: "overview", name: "All", plans: [{ projectId, planId }], hides: [], days: 7 };
    expect(await askError(stranger, endpoints.createShare, { json })).toMatchObject({ code: "plan.not_found" });
  });

  it.each([0, 2, 91, 365, -1])("lasts 1, 7, 30 or 90 days and never %i", async (days) => {
    const json = { kind: "plan", projectId, planId, hides: [], days };
    expect(await askError(maker, endpoints.createShare, { json })).toMatchObject({ code: "request.invalid" });
  });

  it("is counted, and the audit log is told once a day", async () => {
    const made = await share();
    for (let times = 0; times < 3; times += 1) await open(made);
    server.clock.advanceBy(DAY_MS);
    maker = await server.signIn();
    await open(made);
    const [listed] = (await ask(maker, endpoints.listShares)).items;
    expect(listed).toMatchObject({ opened: 4, openedAt: server.clock.now() });
    await revoke(made);
    const rows = (await ask(maker, endpoints.listAudit)).items.filter(({ kind }) => kind.startsWith("share."));
    expect(rows.map(({ kind, detail }) => [kind, detail["opened"]])).toEqual([
      ["share.revoked", 4],
      ["share.opened", 4],
      ["share.opened", 1],
      ["share.created", undefined],
    ]);
    for (const row of rows) expect(row).toMatchObject({ projectId, detail: { shareId: made.id, shareKind: "plan" } });
  });
});

describe("a link that does not work", () => {
  it("is answered in one way: revoked, expired, altered, of another use, of another plan, never made", async () => {
    const never = await refusal(`test-${"0".repeat(32)}${"A".repeat(43)}`);
    expect(never[0]).toMatchObject({ status: 404 });
    expect(never[1]).toEqual(never[0]);
    const other = await share();
    const token = tokenOf(await share());
    const feed = await ask(maker, endpoints.createShare, { json: { kind: "plan-feed", projectId, planId, hides: [] } });
    const revoked = await share();
    await revoke(revoked);
    const expired = await share({ days: 1 });
    const broken: Record<string, string> = {
      revoked: tokenOf(revoked),
      altered: `${token.slice(0, -2)}${token.endsWith("A") ? "BB" : "AA"}`,
      cut: token.slice(0, 40),
      "with another share's id": `${tokenOf(other).slice(0, -SIGNATURE_LENGTH)}${token.slice(-SIGNATURE_LENGTH)}`,
      "of a feed": /feeds\/(.*)\.ics/.exec(feed.path)?.[1] ?? "",
      "of a key that is not listed": createShareTokens([{ id: "test", bytes: Buffer.alloc(32, 7) }]).sign(
        "page",
        other.id,
      ),
      "no token": "favicon.ico",
      encoded: "%2e%2e%2fsession",
      long: "a".repeat(3_000),
    };
    for (const [how, text] of Object.entries(broken)) expect(await refusal(text), how).toEqual(never);
    server.clock.advanceBy(DAY_MS);
    expect(await refusal(tokenOf(expired)), "expired").toEqual(never);
    await open(other);
  });

  it("ends at its instant and not before", async () => {
    const made = await share({ days: 1 });
    server.clock.advanceBy(DAY_MS - 1);
    await open(made);
    server.clock.advanceBy(1);
    expect((await refusal(tokenOf(made)))[0]?.status).toBe(404);
    expect((await ask(await server.signIn(), endpoints.listShares)).items).toEqual([]);
  });

  it("has lost its plan: whoever made it is no longer seen to see the project", async () => {
    const member = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
    const made = await share({}, member);
    await open(made);
    await signInAs(server, { userName: "chen.hao", projectId, isMember: false });
    server.clock.advanceBy(5 * 60_000);
    await askLines(member, endpoints.readOverview);
    expect((await refusal(tokenOf(made)))[0]?.status).toBe(404);
  });

  it("is revoked once; a second time it is not there", async () => {
    const made = await share();
    await revoke(made);
    expect(await askError(maker, endpoints.revokeShare, { params: { shareId: made.id } })).toMatchObject({
      code: "share.not_found",
    });
  });
});

describe("a link to an overview", () => {
  const overview = async (hides: NewShare["hides"] = []) => {
    await askLines(maker, endpoints.readOverview);
    const plans = server.simulator.store.plansOf(projectId).map(({ id }) => ({ projectId, planId: id }));
    const unseen = { projectId, planId: "0".repeat(32) };
    const json = { kind: "overview", name: "Late", plans: [...plans.toReversed(), unseen], hides, days: 30 };
    return { made: await ask(maker, endpoints.createShare, { json }), plans: plans.toReversed() };
  };

  it("shows the plans that its maker saw, in that order, and none that came since", async () => {
    const { made, plans } = await overview();
    const { store } = server.simulator;
    const names = plans.map(({ planId: id }) => store.plansOf(projectId).find((plan) => plan.id === id)?.name);
    await ask(maker, endpoints.createPlan, { params: { projectId }, json: { name: "Came later", type: "gantt" } });
    await askLines(maker, endpoints.readOverview);
    const shown = await open(made);
    if (shown.kind !== "overview") throw new Error("not an overview");
    expect(shown.name).toBe("Late");
    expect(shown.plans.map(({ name }) => name)).toEqual(names);
    for (const { rollUp } of shown.plans) expect(rollUp).not.toBeNull();
    expect(await askError(reader, endpoints.listPublicItems, { params: { token: tokenOf(made) } })).toMatchObject({
      status: 404,
    });
  });

  it("sends neither people nor projects where they are hidden", async () => {
    const { made } = await overview(["people", "projects"]);
    const sent = await (await reader.request(`/api/public/shares/${tokenOf(made)}`)).text();
    const { project } = inWorld();
    for (const { person } of project.members) expect(sent).not.toContain(person.nickName);
    expect(sent).not.toContain(project.name);
    expect(sent).not.toContain(projectId);
  });
});

describe("openings of links", () => {
  it("are bounded for each address, good links and made-up ones alike, and others are not held up", async () => {
    const made = await share();
    const statuses = new Set<number>();
    for (let times = 0; times < 240; times += 1)
      statuses.add((await reader.request(`/api/public/shares/made.up${times}`)).status);
    expect([...statuses]).toEqual([404]);
    const limited = await askError(reader, endpoints.readPublicShare, { params: { token: tokenOf(made) } });
    expect(limited).toMatchObject({ code: "request.too_many", status: 429, details: { retryAfterMs: 60_000 } });
    await open(made, server.openBrowser({ clientAddress: "203.0.113.10" }));
    server.clock.advanceBy(60_000);
    await open(made);
  });
});
