import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

/** What a run comes to: how many tests passed, and all that failed, files that did not load among it. */
export type Outcome = { passed: number; failures: Failure[] };
type Failure = { file: string; name: string; message: string };

/** Causes of causes, so that none that is its own goes on for ever. */
const MOST_CAUSES = 4;

/** Writes the outcome of a vitest run as JSON: its own report knows neither hooks that failed nor unhandled errors. */
export function outcomeReporter(path: string): Reporter {
  return {
    onTestRunEnd(modules, unhandled) {
      const passed = modules.reduce((sum, module) => sum + [...module.children.allTests("passed")].length, 0);
      const stray = unhandled.map((error) => ({ file: "", name: "unhandled error", message: textOf([error]) }));
      const outcome: Outcome = { passed, failures: [...modules.flatMap(failuresOf), ...stray] };
      writeFileSync(path, JSON.stringify(outcome));
    },
  };
}

function failuresOf(module: TestModule): Failure[] {
  const path = relative(process.cwd(), module.moduleId);
  // Suites of the store run in two projects.
  const file = module.project.name === "" ? path : `${path} (${module.project.name})`;
  const loading = module.errors();
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  const tests = [...module.children.allTests("failed")];
  return [
    ...(loading.length > 0 ? [{ file, name: "the file or its hooks", message: textOf(loading) }] : []),
    ...suites.map((suite) => ({ file, name: suite.fullName, message: textOf(suite.errors()) })),
    ...tests.map((test) => ({ file, name: test.fullName, message: textOf(test.result().errors ?? []) })),
  ];
}

type Told = { message: string; cause?: unknown; diff?: string | undefined; stacks?: { file: string; line: number }[] };

/** The innermost cause first: of a failed property, the error itself tells only how to run it again. */
function textOf([error]: readonly Told[]): string {
  if (error === undefined) return "failed without a message";
  const chain: Told[] = [error];
  for (let { cause } = error; isTold(cause) && chain.length < MOST_CAUSES; { cause } = cause) chain.unshift(cause);
  const [first = error] = chain;
  const [place] = first.stacks ?? [];
  return [
    ...chain.map(({ message }) => message),
    ...(first.diff === undefined ? [] : [first.diff]),
    ...(place === undefined ? [] : [`at ${relative(process.cwd(), place.file)}:${place.line}`]),
  ].join("\n");
}

function isTold(cause: unknown): cause is Told {
  return typeof cause === "object" && cause !== null && "message" in cause && typeof cause.message === "string";
}
