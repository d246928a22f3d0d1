import { endpoints, MOST_VIEWS, type NewView, type View } from "@gantry/api-contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, askError } from "../ask.ts";
import { scrumProjectOf } from "../simulated-world.ts";
import { createTestApp, type TestApp, type TestBrowser } from "../test-app.ts";
import { signInAs } from "./people.ts";

let server: TestApp;
let owner: TestBrowser;
let colleague: TestBrowser;
beforeAll(async () => {
  server = await createTestApp();
  owner = await server.signIn();
  const projectId = scrumProjectOf(server.simulator).id;
  colleague = await signInAs(server, { userName: "chen.hao", projectId, isMember: true });
});
afterAll(() => server.close());

const save = (view: Partial<NewView> = {}, browser = owner): Promise<View> =>
  ask(browser, endpoints.createView, {
    json: { kind: "plans", name: "Late", search: "health=late,at-risk", isShared: false, ...view },
  });
const change = (view: View, json: object, browser = owner) =>
  ask(browser, endpoints.changeView, { params: { viewId: view.id }, json });
const remove = (view: View, browser = owner) => ask(browser, endpoints.deleteView, { params: { viewId: view.id } });
const seenBy = async (browser: TestBrowser, kind = "plans"): Promise<View[]> =>
  (await ask(browser, endpoints.listViews, { query: { kind } })).items;
const namesSeenBy = async (browser: TestBrowser) => (await seenBy(browser)).map(({ name }) => name);
const auditKinds = async () =>
  (await ask(owner, endpoints.listAudit)).items.map(({ kind }) => kind).filter((kind) => kind.startsWith("view."));

describe("saved views", () => {
  it("are one's own until they are shared, and again when they no longer are", async () => {
    const view = await save({ name: "Quarter 4" });
    expect(view).toMatchObject({ isMine: true, isShared: false, isDefault: false, search: "health=late,at-risk" });
    expect(await namesSeenBy(owner)).toContain("Quarter 4");
    expect(await namesSeenBy(colleague)).not.toContain("Quarter 4");

    expect(await change(view, { isShared: true })).toMatchObject({ isShared: true, name: "Quarter 4" });
    const theirs = (await seenBy(colleague)).find(({ id }) => id === view.id);
    expect(theirs).toMatchObject({ isMine: false, isShared: true, ownerName: "Zhao Min" });

    await change(view, { isShared: false });
    expect(await namesSeenBy(colleague)).not.toContain("Quarter 4");
    expect(await auditKinds()).toEqual(["view.unshared", "view.shared"]);
    await remove(view);
  });

  it("are renamed and replaced by their owner alone", async () => {
    const view = await save({ isShared: true });
    expect(await change(view, { name: "Very late" })).toMatchObject({ name: "Very late", search: view.search });
    expect(await change(view, { search: "q=%E8%AE%A1%E5%88%92" })).toMatchObject({ search: "q=%E8%AE%A1%E5%88%92" });
    for (const endpoint of [endpoints.changeView, endpoints.deleteView]) {
      const json = endpoint.method === "PATCH" ? { json: { name: "Mine" } } : {};
      const foreign = await askError(colleague, endpoint, { params: { viewId: view.id }, ...json });
      const never = await askError(colleague, endpoint, { params: { viewId: crypto.randomUUID() }, ...json });
      expect({ ...foreign, requestId: "" }).toEqual({ ...never, requestId: "" });
      expect(foreign).toMatchObject({ code: "view.not_found", status: 404 });
    }
    expect((await seenBy(owner)).find(({ id }) => id === view.id)).toMatchObject({ name: "Very late" });
    await remove(view);
    expect(await askError(owner, endpoints.deleteView, { params: { viewId: view.id } })).toMatchObject({
      code: "view.not_found",
    });
  });

  it("are never seen from another domain, shared or not", async () => {
    const view = await save({ isShared: true });
    await server.dependencies.database
      .updateTable("views")
      .set({ domain_id: "another" })
      .where("id", "=", view.id)
      .execute();
    expect((await seenBy(owner)).map(({ id }) => id)).not.toContain(view.id);
    expect(
      await askError(owner, endpoints.changeView, { params: { viewId: view.id }, json: { name: "x" } }),
    ).toMatchObject({ status: 404 });
  });

  it("open a page where chosen, each person for themselves, and no longer once they are not shared", async () => {
    const view = await save({ isShared: true });
    const choose = (browser: TestBrowser, viewId: string | null) =>
      ask(browser, endpoints.setDefaultView, { params: { kind: "plans" }, json: { viewId } });
    const defaultOf = async (browser: TestBrowser) => (await seenBy(browser)).find(({ isDefault }) => isDefault)?.id;
    await choose(colleague, view.id);
    expect(await defaultOf(colleague)).toBe(view.id);
    expect(await defaultOf(owner)).toBeUndefined();
    await choose(owner, view.id);
    await choose(owner, null);
    expect(await defaultOf(owner)).toBeUndefined();
    await change(view, { isShared: false });
    expect(await defaultOf(colleague)).toBeUndefined();
    expect(
      await askError(colleague, endpoints.setDefaultView, { params: { kind: "plans" }, json: { viewId: view.id } }),
    ).toMatchObject({ code: "view.not_found" });
    expect(
      await askError(owner, endpoints.setDefaultView, { params: { kind: "team" }, json: { viewId: view.id } }),
    ).toMatchObject({ code: "view.not_found" });
    await remove(view);
  });

  it("belong to one page", async () => {
    const view = await save({ kind: "team", name: "My team" });
    expect(await namesSeenBy(owner)).not.toContain("My team");
    expect((await seenBy(owner, "team")).map(({ name }) => name)).toEqual(["My team"]);
    await remove(view);
  });

  it.each(["q=<script>", "q=a b", "q=计划", `q=${"a".repeat(3_000)}`, "q=\u0000", 'q="'])(
    "take only the query of an address: %s",
    async (search) => {
      const refused = await askError(owner, endpoints.createView, {
        json: { kind: "plans", name: "x", search, isShared: false },
      });
      expect(refused).toMatchObject({ code: "request.invalid", status: 400 });
    },
  );

  it("take no more than a person may keep, also when many are saved at once", async () => {
    for (let saved = 0; saved < MOST_VIEWS - 2; saved += 1) await save({}, colleague);
    const last = await Promise.allSettled(Array.from({ length: 5 }, () => save({}, colleague)));
    expect(last.filter(({ status }) => status === "rejected")).toHaveLength(3);
    const mine = (await seenBy(colleague)).filter(({ isMine }) => isMine);
    expect(mine).toHaveLength(MOST_VIEWS);
    expect(
      await askError(colleague, endpoints.createView, {
        json: { kind: "plans", name: "x", search: "", isShared: false },
      }),
    ).toMatchObject({ code: "view.too_many", status: 409 });
  });
});
