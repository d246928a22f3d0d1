import { MAX_WATCHED_PROJECTS } from "@gantry/api-contract";
import { expect, test } from "vitest";
import type { ShownProjects } from "../../lib/shown-projects.ts";
import { createWatchReporter } from "./watch-reporter.ts";

/** A page of which the test says what it shows, and when a pause is over. */
function makeStage() {
  const page = { shown: [] as ShownProjects, isServerGone: false };
  const sent: (readonly string[] | null)[] = [];
  let pauses: (() => void)[] = [];
  const reporter = createWatchReporter({
    shown: () => page.shown,
    send: (projectIds) => {
      sent.push(projectIds);
      return page.isServerGone ? Promise.reject(new Error("gone")) : Promise.resolve();
    },
    wait: (run) => {
      pauses.push(run);
      return () => {
        pauses = pauses.filter((other) => other !== run);
      };
    },
  });
  const show = (shown: ShownProjects) => {
    page.shown = shown;
    reporter.changed();
  };
  const endPauses = () => {
    for (const run of pauses.splice(0)) run();
  };
  return { page, sent, reporter, show, endPauses };
}

test("the first projects are told at once, and while it scrolls only where it stands after each pause", () => {
  const { sent, reporter, show, endPauses } = makeStage();
  show(["a"]);
  expect(sent).toEqual([]);
  reporter.opened();
  show(["a", "b"]);
  show(["b", "c"]);
  show(["d", "c"]);
  expect(sent).toEqual([["a"]]);
  endPauses();
  expect(sent).toEqual([["a"], ["c", "d"]]);
  endPauses();
  show(["c", "d"]);
  expect(sent).toHaveLength(2);
});

test("a page that is hidden watches nothing, and again what it shows when it is seen", () => {
  const { sent, reporter, show, endPauses } = makeStage();
  reporter.opened();
  show("all");
  endPauses();
  show([]);
  endPauses();
  show("all");
  expect(sent).toEqual([null, [], null]);
});

test("a new stream is told anew, and a page that shows no project tells nothing", () => {
  const { sent, reporter, show, endPauses } = makeStage();
  reporter.opened();
  expect(sent).toEqual([]);
  show(["a"]);
  endPauses();
  reporter.broke();
  show(["b"]);
  expect(sent).toEqual([["a"]]);
  reporter.opened();
  endPauses();
  expect(sent).toEqual([["a"], ["b"]]);
});

test("what could not be told is told again, even where it is nothing", async () => {
  const { page, sent, reporter, show, endPauses } = makeStage();
  reporter.opened();
  show(["a"]);
  endPauses();
  page.isServerGone = true;
  show([]);
  await new Promise((next) => void setImmediate(next));
  page.isServerGone = false;
  endPauses();
  expect(sent).toEqual([["a"], [], []]);
});

test("no more is told than the server takes", () => {
  const { sent, reporter, show } = makeStage();
  reporter.opened();
  show(Array.from({ length: MAX_WATCHED_PROJECTS + 5 }, (_, index) => `project ${index}`));
  expect(sent[0]).toHaveLength(MAX_WATCHED_PROJECTS);
});
