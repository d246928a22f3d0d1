import { stripVTControlCharacters } from "node:util";

const WIDEST_LINE = 240;

/**
 * What failed, for the end of a log: with the last lines alone one must know where to look.
 * @param failures `{ file, name, message }`
 * @returns lines, at most as many as asked for, none when nothing failed
 */
export function describeFailures(failures, { mostLines }) {
  if (failures.length === 0) return [];
  const room = failures.length > mostLines ? mostLines - 1 : mostLines;
  const linesEach = Math.max(Math.floor(room / failures.length), 1);
  const told = failures.slice(0, room).flatMap((failure) => describeFailure(failure, linesEach));
  const untold = failures.length - room;
  return untold > 0 ? [...told, `… and ${untold} more`] : told;
}

/** All that failed in Playwright's JSON report: journeys, and errors outside of them. */
export function failuresOfPlaywright(report) {
  const stray = report.errors.map(({ message }) => ({ file: "", name: "outside of a journey", message }));
  return [...report.suites.flatMap((suite) => failuresOfSuite(suite, [])), ...stray];
}

function failuresOfSuite({ title, file, specs = [], suites = [] }, above) {
  const path = title === file ? above : [...above, title];
  const failed = specs.filter(({ ok }) => !ok);
  return [
    ...failed.map((spec) => ({ file, name: [...path, spec.title].join(" > "), message: messageOf(spec) })),
    ...suites.flatMap((suite) => failuresOfSuite(suite, path)),
  ];
}

function messageOf({ tests }) {
  const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
  return errors[0]?.message ?? "failed without a message";
}

function describeFailure({ file, name, message }, mostLines) {
  const [first = "", ...rest] = stripVTControlCharacters(message)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const where = `FAIL ${[file, name].filter((part) => part !== "").join(" > ")}`;
  const lines = mostLines === 1 ? [`${where}: ${first}`] : [where, ...[first, ...rest].map((line) => `     ${line}`)];
  return lines.slice(0, mostLines).map((line) => line.slice(0, WIDEST_LINE));
}
