import type { Outcome } from "./outcome-reporter.ts";

type Failures = Outcome["failures"];

export declare function describeFailures(failures: Failures, options: { mostLines: number }): string[];
export declare function failuresOfPlaywright(report: unknown): Failures;
