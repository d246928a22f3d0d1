import type { FieldEdit } from "@gantry/api-contract";
import type { Simulator } from "@gantry/codearts-simulator";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { count, LONG_MS, runsOf } from "../faults/counts.ts";
import { orThrow } from "../simulated-world.ts";
import { createTestApp, TEST_NOW, type TestApp, type TestBrowser } from "../test-app.ts";
import { createAppClock } from "../test-clock.ts";
import { agree, create, previewOf, settled } from "./harness.ts";

const RUNS = 10;
const STEPS = { minLength: 5, maxLength: 15 };
const SEED = process.env["SEED"];
/** For so long at most a person may be told what that person was told before. */
const REMEMBERED_MS = 31_000;
const ROLE = 4;
const PATHS = ["/api/projects", "/api/overview", "/api/change-sets", "/api/audit", "/api/audit/export"];

/** Some people look at the same at the same moment; one comes into a project or leaves it; one signs in anew. */
type Step =
  | { kind: "look"; path: string; who: number[] }
  | { kind: "move"; who: number; project: number }
  | { kind: "sign-in"; who: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("look" as const),
      path: fc.constantFrom(...PATHS),
      who: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("move" as const), who: fc.nat(), project: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("sign-in" as const), who: fc.nat() }) },
);

type Person = { userId: string; domainName: string; browser: TestBrowser; signIn: () => Promise<TestBrowser> };

test(
  "whoever comes, goes, signs in anew or asks at the same moment: no answer tells of a project that its reader is not in",
  async () => {
    const clock = createAppClock(TEST_NOW);
    const app = await createTestApp({ clock });
    onTestFinished(app.close);
    const { simulator } = app;
    const people = await Promise.all(
      simulator.credentials.map(async ({ account, userName, password, userId }): Promise<Person> => {
        const signIn = () => app.signIn({ account, userName, password });
        return { userId, domainName: account, signIn, browser: await signIn() };
      }),
    );
    const [author, ...others] = people;
    if (author === undefined) throw new Error("Nobody is there");
    await leaveTraces(app, author.browser);
    // Each project with what no other project has: its id, and those of its plans.
    const marked = simulator.store
      .projects()
      .map(({ id }) => ({ id, marks: [id, ...simulator.store.plansOf(id).map((plan) => plan.id)] }));
    const ofAuthor = marked.filter(({ id }) => isMember(simulator, { id, userId: author.userId }));

    let looks = 0;
    const look = async ({ userId, browser }: Person, path: string) => {
      const response = await browser.request(path);
      const text = await response.text();
      expect(response.status, path).toBe(200);
      const foreign = marked.filter(({ id }) => !isMember(simulator, { id, userId })).flatMap(({ marks }) => marks);
      expect(
        foreign.filter((mark) => text.includes(mark)),
        path,
      ).toEqual([]);
      looks += 1;
    };
    const play = async (step: Step) => {
      if (step.kind === "look") {
        await Promise.all(step.who.map((who) => look(pick(people, who), step.path)));
        return;
      }
      const person = pick(others, step.who);
      if (step.kind === "sign-in") {
        person.browser = await person.signIn();
        return;
      }
      // Nobody is a member of another account's project.
      if (person.domainName !== author.domainName) return;
      toggleMember(simulator, { id: pick(ofAuthor, step.project).id, userId: person.userId });
      clock.advanceBy(REMEMBERED_MS);
    };
    const property = fc.asyncProperty(fc.array(anyStep, STEPS), async (steps) => {
      for (const step of steps) await play(step);
    });
    await fc.assert(property, {
      ...runsOf(RUNS),
      endOnFailure: true,
      ...(SEED !== undefined && { seed: Number(SEED) }),
    });
    count("D1", { looks });
    expect(looks).toBeGreaterThan(0);
  },
  LONG_MS,
);

function pick<T>(list: readonly T[], index: number): T {
  return orThrow(list[index % list.length], "one to pick");
}

function isMember({ store }: Simulator, { id, userId }: { id: string; userId: string }): boolean {
  return store.project(id)?.members.some(({ person }) => person.userId === userId) === true;
}

function toggleMember(simulator: Simulator, { id, userId }: { id: string; userId: string }): void {
  const { store } = simulator;
  const { members } = orThrow(store.project(id), "the project");
  const others = members.filter(({ person }) => person.userId !== userId);
  const person = orThrow(store.person(userId), "the person");
  store.patchProject(id, { members: others.length < members.length ? others : [...members, { person, roleId: ROLE }] });
}

/** A change set, and rows of the audit log, in each Scrum project of somebody's. */
async function leaveTraces(app: TestApp, browser: TestBrowser): Promise<void> {
  const { store } = app.simulator;
  for (const { id: projectId, kind } of store.projects()) {
    const item = store.scrumItemsOf(projectId)[0];
    if (kind !== "scrum" || item === undefined) continue;
    if ((await browser.request(`/api/projects/${projectId}/plans`)).status !== 200) continue;
    const edits: FieldEdit[] = [{ how: "set", field: "title", value: "A trace" }];
    const itemIds = [String(item.id)];
    const { changes } = await previewOf(browser, { kind: "edit", projectId, planId: null, itemIds, edits });
    const input = { origin: "edit" as const, projectId, planId: null, changes: agree(changes) };
    await settled({ ...app, browser }, (await create(browser, { input })).id);
  }
}
