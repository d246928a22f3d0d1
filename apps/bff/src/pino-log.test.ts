import fc from "fast-check";
import { expect, test } from "vitest";
import { createRequestLog } from "./http/request-log.ts";
import { createPinoLog } from "./pino-log.ts";

function openLog() {
  const written: string[] = [];
  return { log: createPinoLog("info", { write: (text) => void written.push(text) }), written };
}

const HOSTILE = ['one\r\n{"level":"error"}', "\u001b[2J", "\u202egnp.exe", "\u2028\u2029\u0085\u0000", "\ud800", '"\\'];

test("1,000 hostile lines, some with fields of a megabyte: one JSON line each, of at most 16 KB, that drives no terminal", () => {
  const { log, written } = openLog();
  const texts = [...HOSTILE, ...HOSTILE.map((text) => text.repeat(Math.ceil(1_000_000 / text.length)))];
  const text = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: "binary" }));
  const fields = fc.dictionary(fc.constantFrom("code", "route", "stack", "name", "operation", "a", "b", "c"), text);
  const lines = fc.sample(fields, { numRuns: 1_000, seed: 4 });
  for (const line of lines) log.info(line, "hostile");
  expect(written).toHaveLength(1_000);
  for (const line of written) {
    expect(line.indexOf("\n")).toBe(line.length - 1);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(16 * 1024);
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e]/u);
    expect(JSON.parse(line)).toMatchObject({ level: "info", msg: "hostile" });
  }
});

test("plain text stays as it is, a stack keeps its lines", () => {
  const { log, written } = openLog();
  log.info({ name: "李娜", stack: "Error: no\n  at here" }, "said");
  expect(JSON.parse(written[0] ?? "")).toMatchObject({ name: "李娜", stack: "Error: no\n  at here" });
});

test("100,000 bad requests in a minute write at most 10 MB, and say how many were left out", () => {
  const { log, written } = openLog();
  let now = 0;
  const logRequest = createRequestLog({ log, clock: { now: () => now, wait: async () => undefined } });
  const fields = { requestId: crypto.randomUUID(), method: "DELETE", status: 403, durationMs: 12 };
  const route = "DELETE /api/projects/:projectId/plans/:planId/baselines/:baselineId";
  for (let count = 0; count < 100_000; count += 1) {
    now = Math.floor((count * 59_000) / 100_000);
    logRequest({ ...fields, route });
  }
  now = 60_000;
  logRequest({ ...fields, route });
  expect(Buffer.byteLength(written.join(""))).toBeLessThanOrEqual(10 * 1024 * 1024);
  const lines = written.map((line): { msg: string; leftOut?: number } => JSON.parse(line));
  const told = lines.reduce((sum, { msg, leftOut = 0 }) => sum + (msg === "request" ? 1 : leftOut), 0);
  expect(told).toBe(100_001);
});
