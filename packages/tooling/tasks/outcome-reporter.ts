import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** What a run comes to: how many tests passed, and all that failed, files that did not load among it. */
export type Outcome = { passed: number; failures: Failure[] };
type Failure = { file: string; name: string; message: string };

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
  const file = relative(process.cwd(), module.moduleId);
  const loading = module.errors();
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  const tests = [...module.children.allTests("failed")];
  return [
    ...(loading.length > 0 ? [{ file, name: "the file or its hooks", message: textOf(loading) }] : []),
    ...suites.map((suite) => ({ file, name: suite.fullName, message: textOf(suite.errors()) })),
    ...tests.map((test) => ({ file, name: test.fullName, message: textOf(test.result().errors ?? []) })),
  ];
}

function textOf([error]: ReadonlyArray<Pick<SerializedError, "message">>): string {
  return error?.message ?? "failed without a message";
}
